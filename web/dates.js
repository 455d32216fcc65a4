// @ts-check
// The learner's own dates: how many days before the signature the sale was made, and the card that says so.

import { drawCard, makeCanvas, picture } from "./card.js";
import { between, wordsKey } from "./days.js";
import { download, make } from "./dom.js";
import { find, html, listen, notice, stopwatch } from "./form.js";
import { register, unseal } from "./items.js";

/** @typedef {import("./dom.js").Words} Words */

/** @type {import("./items.js").Enhance} */
function enhanceDates(element, { item, record, words, report }) {
  const form = /** @type {HTMLFormElement} */ (find(element, "form"));
  const [from, to] = ["from", "to"].map((name) => /** @type {HTMLInputElement} */ (find(form, `[name=${name}]`)));
  const feedback = find(element, ".feedback");
  const explanation = item.data.sealed ? (unseal(item.data.sealed).explanation ?? "") : "";
  const card = make("div", { class: "card" });
  const { signal, stop } = listen();
  const watch = stopwatch(form, signal);
  const response = () => `${from.value},${to.value}`;
  feedback.after(card);

  form.addEventListener("input", () => record.draft(item.id, item.placement, response()), { signal });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const result = between(from.value, to.value);
    if (result.days === null) {
      card.replaceChildren();
      return notice(feedback, words(`dates.${result.key}`));
    }
    record.add({
      item: item.id, placement: item.placement, item_version: item.version, verb: "answered",
      response: response(), success: null, score: null, duration_ms: watch.read(),
    });
    show(result);
  }, { signal });

  const state = record.state(item.id, item.placement);
  [from.value, to.value] = (state.draft ?? state.response ?? ",").split(",");
  const result = between(from.value, to.value);
  if (state.response !== null && state.draft === null && result.days !== null) show(result);
  return () => {
    stop();
    card.remove();
  };

  /** @param {{ days: number, key: string }} result */
  function show(result) {
    element.dataset.status = "passed";
    const line = make("p", { class: "dates-result" }, words(wordsKey("dates.", result), { n: Math.abs(result.days) }));
    feedback.replaceChildren(line, ...html(explanation));
    showCard(card, result, words);
    report({ response: response(), success: null, score: null });
  }
}

/** @param {HTMLElement} place @param {{ days: number, key: string }} result @param {Words} words */
function showCard(place, result, words) {
  const key = wordsKey("card.", result);
  const figure = result.days === 0 ? "" : String(Math.abs(result.days));
  const sentence = `${words(key, { n: figure })} ${words("card.question")}`;
  const canvas = makeCanvas(sentence);
  const [before, after] = words(key, { n: "|" }).split("|").map((part) => part.trim());
  const drawn = drawCard(
    canvas,
    {
      figure,
      before,
      after,
      question: words("card.question"),
      decided: words("card.decided"),
      signed: words("card.signed"),
      course: words("card.course"),
    },
    result.days,
  );
  const status = make("p", { role: "status" });
  const save = make("button", { type: "button" }, words("card.download"));
  const copy = make("button", { type: "button" }, words("card.copy"));
  save.addEventListener("click", async () => {
    await drawn;
    const png = await picture(canvas);
    if (png) download(png, "ma-vente.png");
    status.textContent = words(png ? "card.downloaded" : "card.failed");
  });
  copy.addEventListener("click", async () => {
    status.textContent = words((await copied(sentence)) ? "card.copied" : "card.not-copied");
  });
  place.replaceChildren(canvas, make("p", { class: "card-buttons" }, save, copy), status);
}

/** Whether the clipboard took the text. @param {string} text */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // an old browser, or the learner refused
  }
}

register("dates", enhanceDates);
