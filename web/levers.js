// @ts-check
// Levers in the page: sliders over numbers, buttons over words; both give the rank of a value.

import { find } from "./form.js";

/** @typedef {{ id: string, label: string, values: (number | string)[], shown: string[], start: number }} Lever */

/** Where `ranks` stand in the grid, the last lever fastest. @param {Lever[]} levers @param {number[]} ranks */
export const positionOf = (levers, ranks) =>
  levers.reduce((position, lever, n) => position * lever.values.length + ranks[n], 0);

/** The canonical response: `lever=value`, sorted by lever id. @param {Lever[]} levers @param {number[]} ranks */
export const responseOf = (levers, ranks) =>
  levers.map((lever, n) => `${lever.id}=${lever.values[ranks[n]]}`).sort(byId).join(",");

/** @param {string} a @param {string} b */
const byId = (a, b) => (a.slice(0, a.indexOf("=")) < b.slice(0, b.indexOf("=")) ? -1 : 1);

/** The ranks a response stands for; null when it is not of these levers. @param {Lever[]} levers @param {string} response */
export function ranksOf(levers, response) {
  const given = new Map(response.split(",").map((part) => /** @type {[string, string]} */ (part.split("="))));
  const ranks = levers.map((lever) => lever.values.findIndex((value) => String(value) === given.get(lever.id)));
  return ranks.includes(-1) || given.size !== levers.length ? null : ranks;
}

/**
 * The levers of `form`, kept said in words as they move.
 * @param {HTMLFormElement} form @param {Lever[]} levers @param {AbortSignal} signal @param {() => void} moved
 */
export function leversIn(form, levers, signal, moved) {
  const fields = levers.map((lever) => field(form, lever));
  form.addEventListener("input", () => (fields.forEach((one) => one.say()), moved()), { signal });
  return {
    ranks: () => fields.map((one) => one.rank()),
    position: () => positionOf(levers, fields.map((one) => one.rank())),
    response: () => responseOf(levers, fields.map((one) => one.rank())),
    /** @param {number[]} ranks */
    set(ranks) {
      fields.forEach((one, n) => (one.set(ranks[n]), one.say()));
    },
  };
}

/** @param {HTMLFormElement} form @param {Lever} lever */
function field(form, lever) {
  const inputs = [...form.querySelectorAll("input")].filter((input) => input.name === lever.id);
  if (inputs[0]?.type === "radio")
    return {
      rank: () => Number(inputs.find((input) => input.checked)?.value ?? lever.start),
      set: (/** @type {number} */ rank) => inputs.forEach((input, n) => (input.checked = n === rank)),
      say() {},
    };
  const [slider] = inputs;
  const output = find(/** @type {HTMLElement} */ (slider.parentElement), "output");
  return {
    rank: () => Number(slider.value),
    set: (/** @type {number} */ rank) => (slider.value = String(rank)),
    say() {
      output.textContent = lever.shown[Number(slider.value)];
      slider.setAttribute("aria-valuetext", output.textContent);
    },
  };
}
