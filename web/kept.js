// @ts-check
// What is kept and not judged: predictions, free texts, and the reveal that brings a prediction back.

import { canonicalNumber } from "./fields.js";
import { dataOf, register, unseal } from "./items.js";
import { confidenceOf, find, html, listen, notice, stopwatch } from "./form.js";
import { words as say } from "./words.js";

/** @type {import("./items.js").Enhance} */
function enhancePrediction(element, { item, record, words, report }) {
  const form = /** @type {HTMLFormElement} */ (find(element, "form"));
  const feedback = find(element, ".feedback");
  const number = /** @type {HTMLInputElement | null} */ (form.querySelector("[name=number]"));
  const { signal, stop } = listen();
  const watch = stopwatch(form, signal);
  const read = () =>
    number ? canonicalNumber(number.value) : (/** @type {HTMLInputElement | null} */ (form.querySelector("[name=choice]:checked"))?.value ?? "");

  form.addEventListener("input", () => record.draft(item.id, item.placement, number ? number.value : read()), { signal });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const response = read();
    if (!response) return notice(feedback, words(number ? "item.not-a-number" : "item.none"));
    const { min, max } = item.data;
    if (number && (Number(response) < min || Number(response) > max))
      return notice(feedback, words("item.out-of-range", { min, max }));
    record.add({
      item: item.id, placement: item.placement, item_version: item.version, verb: "predicted",
      response, success: null, score: null, duration_ms: watch.read(), confidence: confidenceOf(form),
    });
    kept(response);
  }, { signal });

  const { response, draft } = record.state(item.id, item.placement);
  if (response) kept(response);
  if (draft || response) write(draft || response);
  return stop;

  /** @param {string} value */
  function write(value) {
    if (number) number.value = value.replace(".", ",");
    else for (const input of form.querySelectorAll("[name=choice]"))
      /** @type {HTMLInputElement} */ (input).checked = /** @type {HTMLInputElement} */ (input).value === value;
  }

  /** @param {string} value */
  function kept(value) {
    element.dataset.status = "passed";
    notice(feedback, words("item.predicted"));
    report({ response: value, success: null, score: null, confidence: confidenceOf(form) });
  }
}

/** @type {import("./items.js").Enhance} */
function enhanceText(element, { item, record, words, report }) {
  const form = /** @type {HTMLFormElement} */ (find(element, "form"));
  const area = /** @type {HTMLTextAreaElement} */ (find(form, "textarea"));
  const feedback = find(element, ".feedback");
  const explanation = item.data.sealed ? unseal(item.data.sealed).explanation : "";
  const { signal, stop } = listen();
  const watch = stopwatch(form, signal);

  area.addEventListener("input", () => record.draft(item.id, item.placement, area.value), { signal });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const response = area.value.trim();
    if (!response) return notice(feedback, words("item.empty"));
    record.add({
      item: item.id, placement: item.placement, item_version: item.version, verb: "answered",
      response, success: null, score: null, duration_ms: watch.read(),
    });
    kept(response);
  }, { signal });

  const { response, draft } = record.state(item.id, item.placement);
  if (response) kept(response);
  area.value = draft || response || "";
  return stop;

  /** @param {string} value */
  function kept(value) {
    element.dataset.status = "passed";
    notice(feedback, words(record.health.storage === "kept" ? "item.saved" : "item.saved.memory"));
    feedback.append(...html(explanation));
    report({ response: value, success: null, score: null });
  }
}

/** Fills in every reveal under `root` with what the learner predicted, now and later. @param {ParentNode} root @param {any} record */
export function revealAll(root, record) {
  const reveals = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-reveal]")]);
  const fill = () => reveals.forEach((element) => reveal(element, record));
  fill();
  return reveals.length ? record.watch(fill) : () => {};
}

/** @param {HTMLElement} element @param {any} record */
function reveal(element, record) {
  const { reveal: id = "", placement = "" } = element.dataset;
  const { unit, choices } = dataOf(element);
  const { response } = record.state(id, placement);
  const line = find(element, ".reveal-yours");
  if (!response) return void (line.textContent = say("item.reveal.none"));
  const label = choices.find((/** @type {{ id: string }} */ choice) => choice.id === response)?.html;
  const shown = document.createElement("strong");
  if (label) shown.append(...html(label));
  else shown.textContent = `${response.replace(".", ",")}\u202f${unit}`.trim();
  const [before, after] = say("item.reveal.yours").split("{response}");
  line.replaceChildren(before, shown, after);
}

register("prediction", enhancePrediction);
register("text", enhanceText);
