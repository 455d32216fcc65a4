// @ts-check
// One question of a test: its fields, « je ne sais pas », what was typed so far, and, once the test is handed in, why.

import { make } from "./dom.js";
import { FIELDS } from "./fields.js";
import { find, html } from "./form.js";
import { orderingButtons } from "./ordering.js";

/** The response of who does not know. */
export const UNKNOWN = "?";

/**
 * @typedef {{ id: string, type: string, version: string, objective: string }} Question
 * @typedef {ReturnType<typeof openQuestion>} OpenQuestion
 * @typedef {{ sealed: any, test: string, record: any, words: import("./dom.js").Words, signal: AbortSignal,
 *             changed: () => void }} Context
 *   sealed: what may be shown later of this question; changed: something was typed
 */

/** @param {HTMLFormElement} form @param {Question} question @param {Context} context */
export function openQuestion(form, question, { sealed, test, record, words, signal, changed }) {
  const fields = FIELDS[question.type];
  const unknown = /** @type {HTMLInputElement} */ (find(form, "[name=unknown]"));
  const answer = find(form, ".test-answer");
  const asked = question.type === "ordering" ? fields.read(form) : ""; // the order it is asked in answers nothing

  if (question.type === "ordering") orderingButtons(form, words, signal, typed);
  form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  form.addEventListener("input", (event) => {
    if (event.target === unknown && unknown.checked) empty();
    else if (event.target !== unknown) unknown.checked = false;
    keep();
  }, { signal });

  return {
    ...question,
    form,
    /** The canonical response, "?" for « je ne sais pas », "" when there is none yet. */
    response() {
      if (unknown.checked) return UNKNOWN;
      const response = fields.read(form);
      return response === asked && asked !== "" ? "" : response;
    },
    /** @param {string} response */
    right: (response) => response !== UNKNOWN && fields.outcome(sealed, response, words).success,
    write,
    forget() {
      write("");
      record.draft(question.id, test, "");
    },
    /** @param {boolean} locked */
    lock: (locked) => void (/** @type {HTMLFieldSetElement} */ (find(form, "fieldset")).disabled = locked),
    explain,
    clear,
  };

  /** A button of an ordering question was pressed. */
  function typed() {
    unknown.checked = false;
    keep();
  }

  function keep() {
    record.draft(question.id, test, unknown.checked ? UNKNOWN : unfinished());
    changed();
  }

  /** What is in the fields, even if it is not a response yet: half of the pairs, a number being typed. */
  function unfinished() {
    if (question.type === "numeric") return numberField().value.trim();
    if (question.type !== "matching") return fields.read(form);
    const chosen = [...form.querySelectorAll("select")].filter((select) => select.value);
    return chosen.map((select) => `${select.name}=${select.value}`).join(",");
  }

  function numberField() {
    return /** @type {HTMLInputElement} */ (find(form, "[name=number]"));
  }

  /** @param {string} response */
  function write(response) {
    unknown.checked = response === UNKNOWN;
    if (response && !unknown.checked) fields.write(form, response);
    else empty();
  }

  function empty() {
    fields.write(form, asked);
  }

  /** @param {string} response @param {boolean} success */
  function explain(response, success) {
    clear();
    const known = response !== UNKNOWN && response !== "";
    const verdict = success ? "right" : known ? "wrong" : "unknown";
    const sign = make("span", { "aria-hidden": "true" }, words(success ? "item.success.sign" : "item.failure.sign"));
    answer.append(make("p", { class: `verdict ${success ? "good" : "bad"}` }, sign, ` ${words(`test.verdict.${verdict}`)}`));
    const { general, notes } = known ? fields.outcome(sealed, response, words) : { general: "", notes: {} };
    answer.append(...html(general ?? ""));
    for (const [id, note] of Object.entries(notes)) fields.note(form, id)?.replaceChildren(...rightSide(id), ...html(note ?? ""));
    if (!success && !(known && question.type === "matching")) answer.append(...rightAnswer());
    answer.append(make("div", { class: "explanation" }, ...html(sealed.explanation)));
  }

  /** What a pair should have been matched with, above its note. @param {string} left */
  function rightSide(left) {
    const select = /** @type {HTMLSelectElement | null} */ (form.querySelector(`select[name="${CSS.escape(left)}"]`));
    const pair = sealed.answers[0].split(",").find((/** @type {string} */ one) => one.startsWith(`${left}=`));
    const option = select && [...select.options].find(({ value }) => value === pair?.slice(left.length + 1));
    return option ? [make("p", { class: "test-right" }, `→ ${option.text}`)] : [];
  }

  function rightAnswer() {
    const parts = sealed.answer.map((/** @type {string} */ part) => make("li", {}, ...html(part)));
    const list = make(question.type === "ordering" ? "ol" : "ul", {}, ...parts);
    return [make("p", { class: "test-right" }, words("test.answer")), list];
  }

  function clear() {
    answer.replaceChildren();
    for (const note of form.querySelectorAll(".choice-feedback")) note.replaceChildren();
  }
}
