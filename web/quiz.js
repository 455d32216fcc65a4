// @ts-check
// A judged question: check, look the outcome up, say why, try again. The verdict stands in the page's data, computed
// by Python; this file only finds it and shows it.

import { FIELDS } from "./fields.js";
import { register, unseal } from "./items.js";
import { orderingButtons } from "./ordering.js";
import { hints } from "./hints.js";
import { confidenceOf, find, html, listen, notice, setConfidence, stopwatch } from "./form.js";

const TRIES_BEFORE_EXPLANATION = 3;

/** @type {import("./items.js").Enhance} */
function enhanceQuiz(element, { item, record, words, report }) {
  const fields = FIELDS[item.type];
  const sealed = unseal(item.data.sealed);
  const form = /** @type {HTMLFormElement} */ (find(element, "form"));
  const feedback = find(element, ".feedback");
  const [check, retry] = [find(form, "button.primary"), find(form, "button.retry")];
  const { signal, stop } = listen();
  const watch = stopwatch(form, signal);
  const hinting = hints(form, { item, sealed, record, words, signal });
  if (item.type === "ordering") orderingButtons(form, words, signal, draft);

  form.addEventListener("submit", (event) => (event.preventDefault(), verify()), { signal });
  form.addEventListener("input", draft, { signal });
  retry.addEventListener("click", tryAgain, { signal });
  restore();
  return stop;

  function draft() {
    record.draft(item.id, item.placement, fields.read(form));
  }

  function verify() {
    const response = fields.read(form);
    if (!response) return notice(feedback, words(fields.none));
    const { success } = fields.outcome(sealed, response, words);
    record.add({
      item: item.id,
      placement: item.placement,
      item_version: item.version,
      verb: "answered",
      response,
      success,
      score: { raw: success ? 1 : 0, max: 1 },
      hints: hinting.shown(),
      duration_ms: watch.read(),
      confidence: confidenceOf(form),
    });
    show(response);
    feedback.tabIndex = -1; // the button that had the focus is gone
    (success ? feedback : retry).focus({ preventScroll: true });
  }

  /** Shows the outcome of `response` as it stands in the record. @param {string} response */
  function show(response) {
    const outcome = fields.outcome(sealed, response, words);
    const { attempts } = record.state(item.id, item.placement);
    clear();
    lock(true, outcome.success);
    element.dataset.status = outcome.success ? "passed" : "failed";
    feedback.append(verdict(outcome.success, attempts), ...html(outcome.general));
    for (const [id, note] of Object.entries(outcome.notes)) fields.note(form, id)?.replaceChildren(...html(note));
    if (outcome.success || attempts >= TRIES_BEFORE_EXPLANATION) feedback.append(explanation());
    report({
      response,
      success: outcome.success,
      score: { raw: outcome.success ? 1 : 0, max: 1 },
      confidence: confidenceOf(form),
      attempts,
    });
  }

  function tryAgain() {
    clear();
    lock(false, false);
    watch.restart();
    /** @type {HTMLElement | null} */ (form.querySelector(".response :is(input, select, button):not([disabled])"))?.focus();
  }

  /** @param {boolean} locked @param {boolean} success */
  function lock(locked, success) {
    for (const fieldset of form.querySelectorAll("fieldset")) fieldset.disabled = locked;
    check.hidden = locked;
    retry.hidden = !locked || success;
    hinting.hide(locked);
  }

  function clear() {
    feedback.replaceChildren();
    for (const note of form.querySelectorAll(".choice-feedback")) note.replaceChildren();
  }

  /** @param {boolean} success @param {number} attempts */
  function verdict(success, attempts) {
    const line = document.createElement("p");
    line.className = `verdict ${success ? "good" : "bad"}`;
    const sign = document.createElement("span");
    sign.setAttribute("aria-hidden", "true");
    sign.textContent = words(success ? "item.success.sign" : "item.failure.sign");
    const count = document.createElement("span");
    count.className = "attempts";
    count.textContent = words(attempts === 1 ? "item.attempts.one" : "item.attempts.many", { n: attempts });
    line.append(sign, ` ${words(success ? "item.success" : "item.failure")} `, count);
    return line;
  }

  function explanation() {
    const details = document.createElement("details");
    details.className = "explanation";
    details.open = true;
    const summary = document.createElement("summary");
    summary.textContent = words("item.explanation");
    details.append(summary, ...html(sealed.explanation));
    return details;
  }

  /** Everything as the learner left it: the last answer, or what was typed since. */
  function restore() {
    const state = record.state(item.id, item.placement);
    if (state.confidence) setConfidence(form, state.confidence);
    if (state.draft) fields.write(form, state.draft);
    else if (state.response) {
      fields.write(form, state.response);
      show(state.response);
    }
  }
}

for (const type of Object.keys(FIELDS)) register(type, enhanceQuiz);
