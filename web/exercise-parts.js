// @ts-check
// Two things an exercise opens: the solution, and the question asked before work is replaced.

import { make } from "./dom.js";
import { html } from "./form.js";

/**
 * One right answer and why it is right.
 * @param {{ solution: string, explanation: { html: string } }} sealed @param {import("./dom.js").Words} words
 */
export function solutionOf(sealed, words) {
  return make(
    "details",
    { class: "explanation", open: true },
    make("summary", {}, words("editor.solution")),
    make("pre", {}, make("code", {}, sealed.solution)),
    ...html(sealed.explanation.html).map((node) => /** @type {HTMLElement} */ (node)),
  );
}

/**
 * Asks before the learner's code is replaced.
 * @param {HTMLElement} element @param {import("./dom.js").Words} words @returns {Promise<boolean>}
 */
export function askToReset(element, words) {
  const [keep, go] = ["keep", "go"].map((name) => make("button", { type: "button" }, words(`editor.reset.${name}`)));
  const dialog = make(
    "dialog",
    { class: "exercise-dialog", "aria-labelledby": "reset-title", "aria-describedby": "reset-text" },
    make("h4", { id: "reset-title" }, words("editor.reset.title")),
    make("p", { id: "reset-text" }, words("editor.reset.text")),
    make("p", { class: "actions" }, keep, go),
  );
  keep.addEventListener("click", () => dialog.close());
  go.addEventListener("click", () => dialog.close("go"));
  element.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "go");
    });
  });
}
