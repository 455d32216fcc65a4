// @ts-check
// « Le bouton qui ne sert à rien » : looks up what Python worked out for each opening, passer and press, and shows it.

import { find, listen } from "./form.js";
import { register } from "./items.js";

/**
 * @typedef {{ hours: string, from: number, to: number, till: number, said: string }} Position
 * @typedef {{ id: string, name: string, hour: string, wants: string, minutes: number, said: Record<string, string> }} Passer
 * @typedef {[key: string, kept: number, peak: number]} Outcome  cents
 * @typedef {{ opening: { start: number, positions: Position[] }, passers: Passer[], outcomes: Outcome[][][],
 *             guide: [step: Step | "end", text: string][] }} Scene  guide: what to try, in order, then the end
 * @typedef {"press" | "hours" | "regret" | "help" | "harm"} Step
 */

const RETURN_AFTER = 2600; // ms a regretted sale stays in the till: the time to read the sentence
const euros = new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR" });

/** @type {import("./items.js").Enhance} */
function enhance(element, { item }) {
  /** @type {Scene} */
  const { opening, passers, outcomes, guide } = item.data;
  const hours = /** @type {HTMLInputElement} */ (find(element, "input[type=range]"));
  const said = find(element, ".scene-said");
  const closer = find(element, ".closer");
  const choices = [...element.querySelectorAll(".passer input")].map((e) => /** @type {HTMLInputElement} */ (e));
  const till = counter(find(element, ".till-amount"));
  const { signal, stop } = listen();
  const done = new Set();
  /** @type {Set<number>} */
  let pressed = new Set();
  let position = opening.start;
  let chosen = Math.max(0, outcomes[position].findIndex(([calm]) => calm[1] > 0));
  /** @type {number | undefined} */
  let returning;

  hours.value = String(position);
  choices[chosen].checked = true;
  hours.addEventListener("input", () => move(Number(hours.value)), { signal });
  closer.addEventListener("click", press, { signal });
  choices.forEach((choice, number) => choice.addEventListener("change", () => choose(number), { signal }));
  draw();
  till.show(kept());
  said.textContent = opening.positions[position].said;
  find(element, ".scene-guide").textContent = guide[0][1];
  return () => {
    clearTimeout(returning);
    till.stop();
    stop();
  };

  /** @param {number} number */
  function choose(number) {
    settle();
    chosen = number;
    draw();
    say(outcomes[position][chosen][0][0]);
  }

  /** @param {number} to */
  function move(to) {
    settle();
    const before = opening.positions[position].till;
    position = to;
    pressed = new Set(); // another day
    draw();
    till.count(kept());
    said.textContent = opening.positions[position].said;
    if (opening.positions[position].till > before) advance("hours");
  }

  function press() {
    settle();
    pressed.add(chosen);
    const [calm, [key, keeps, peak]] = outcomes[position][chosen];
    replay(closer, "pushed");
    say(key);
    advance("press");
    if (keeps > calm[1]) advance("help");
    if (keeps < calm[1]) advance("harm");
    if (peak === keeps) return till.count(kept());
    till.count(kept() - keeps + peak);
    element.dataset.regret = "sold";
    returning = window.setTimeout(bringBack, RETURN_AFTER);
  }

  function bringBack() {
    returning = undefined;
    delete element.dataset.regret;
    till.count(kept());
    said.textContent = passers[chosen].said[`${outcomes[position][chosen][1][0].replace(/-pressed$/, "")}-after`];
    advance("regret");
  }

  /** The learner does something else before the next day: that day comes at once. */
  function settle() {
    if (returning === undefined) return;
    clearTimeout(returning);
    bringBack();
  }

  /** What stays in the till: the day as it goes, and what pressing changed. */
  function kept() {
    let cents = opening.positions[position].till;
    for (const number of pressed) cents += outcomes[position][number][1][1] - outcomes[position][number][0][1];
    return cents;
  }

  /** @param {string} key */
  function say(key) {
    said.textContent = passers[chosen].said[key];
  }

  /** @param {Step} step */
  function advance(step) {
    done.add(step);
    const [next, text] = guide.find(([name]) => !done.has(name)) ?? guide[guide.length - 1];
    find(element, ".scene-guide").textContent = text;
    element.dataset.guide = next;
  }

  /** Everything that follows from the opening and from the passer chosen. */
  function draw() {
    const { hours: shown, from, to } = opening.positions[position];
    const passer = passers[chosen];
    hours.setAttribute("aria-valuetext", shown);
    find(element, ".scene-opening output").textContent = shown;
    const band = find(element, ".scene-band");
    band.style.setProperty("--from", String(from));
    band.style.setProperty("--to", String(to));
    element.style.setProperty("--minutes", String(passer.minutes));
    choices.forEach((choice, number) => {
      const key = outcomes[position][number][0][0];
      /** @type {HTMLElement} */ (choice.parentElement).dataset.outcome = key;
    });
    element.dataset.shop = outcomes[position][chosen][0][0] === "closed" ? "closed" : "open";
    const name = document.createElement("strong");
    name.textContent = passer.name;
    find(element, ".scene-who").replaceChildren(`${passer.hour}. `, name, ` ${passer.wants}.`);
  }
}

/** The till: counts up or down to an amount in cents, or jumps for who asked for less motion. @param {HTMLElement} output */
function counter(output) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let shown = 0;
  let frame = 0;
  return { show, count, stop: () => cancelAnimationFrame(frame) };

  /** @param {number} cents */
  function show(cents) {
    shown = cents;
    output.textContent = euros.format(cents / 100);
  }

  /** @param {number} cents */
  function count(cents) {
    cancelAnimationFrame(frame);
    const from = shown;
    if (cents === from || calm.matches) return show(cents);
    replay(output, cents > from ? "up" : "down");
    const start = performance.now();
    const length = 700;
    /** @param {number} now */
    const step = (now) => {
      const part = Math.min(1, Math.max(0, (now - start) / length));
      show(Math.round(from + (cents - from) * (1 - (1 - part) ** 3)));
      if (part < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
  }
}

/** Plays a CSS animation again from its start. @param {HTMLElement} element @param {string} name */
function replay(element, name) {
  element.classList.remove("up", "down", "pushed");
  void element.offsetWidth;
  element.classList.add(name);
}

register("scene", enhance);
