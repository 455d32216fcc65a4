// @ts-check
// What is said of a learner's code, drawn the same at once and after a reload.

import { make, plural } from "./dom.js";
import { draw } from "./marked.js";

/**
 * @typedef {object} Said
 * @property {"ran" | "passed" | "failed" | "not_attempted" | "error" | "ours"} status
 *   ran: executed, not judged; ours: a fault that is not the learner's
 * @property {string} feedback   see marked.js
 * @property {number} points
 * @property {number} max
 */

const SIGNS = { passed: "item.success.sign", failed: "item.failure.sign", error: "item.failure.sign" };

/**
 * `said` as elements: sign and status, points, tries, then the sentence.
 * @param {Said} said @param {{ attempts?: number, passedBefore?: boolean }} history @param {import("./dom.js").Words} words
 * @returns {HTMLElement[]}
 */
export function verdict({ status, feedback, points, max }, { attempts = 0, passedBefore = false }, words) {
  const text = draw(feedback);
  if (status === "ran" || status === "ours") return text;
  const details = [
    max > 0 && (status === "passed" || points > 0) ? plural((key) => words(key, { n: points, max }), "editor.points", points) : "",
    attempts ? plural(words, "item.attempts", attempts) : "",
    passedBefore && status !== "passed" ? words("editor.passed-before") : "",
  ];
  const label = words(`exercise.status.${status}`);
  const sign = status in SIGNS ? words(SIGNS[/** @type {keyof typeof SIGNS} */ (status)]) : "";
  const line = make(
    "p",
    { class: `verdict ${status === "passed" ? "good" : status === "not_attempted" ? "" : "bad"}` },
    make("span", { class: "sign", "aria-hidden": "true" }, sign),
    ` ${label[0].toUpperCase()}${label.slice(1)}. `,
    make("span", { class: "attempts" }, details.filter(Boolean).join(" · ")),
  );
  return [line, ...text];
}
