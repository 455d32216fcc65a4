// @ts-check
// Hints, one by one. How many were shown goes with the next answer.

import { html } from "./form.js";

/**
 * @param {HTMLFormElement} form
 * @param {{ item: import("./items.js").ItemInPage, sealed: { hints: string[] }, record: any, signal: AbortSignal,
 *           words: (key: string, params?: Record<string, string | number>) => string }} context
 */
export function hints(form, { item, sealed, record, words, signal }) {
  const button = /** @type {HTMLButtonElement | null} */ (form.querySelector("button.hint"));
  const list = /** @type {HTMLElement} */ (form.querySelector(".hints"));
  let shown = 0;
  if (!button) return { shown: () => 0, hide: () => {} };

  button.addEventListener("click", () => {
    reveal();
    record.add({ item: item.id, placement: item.placement, item_version: item.version, verb: "hinted", hints: shown });
  }, { signal });
  list.setAttribute("aria-live", "polite");
  for (let count = record.state(item.id, item.placement).hints ?? 0; shown < count && shown < sealed.hints.length; ) reveal();
  label();

  function reveal() {
    const hint = document.createElement("div");
    hint.className = "hint-text";
    const number = document.createElement("strong");
    number.textContent = `${words("item.hint.number", { n: shown + 1 })} `;
    hint.append(number, ...html(sealed.hints[shown]));
    list.append(hint);
    shown += 1;
    label();
  }

  function label() {
    if (!button) return;
    const left = sealed.hints.length - shown;
    button.disabled = left === 0;
    button.textContent = left === 1 && shown ? words("item.hint.one") : left ? words("item.hint") : words("item.hint.none");
  }

  return {
    shown: () => shown,
    /** @param {boolean} hidden */
    hide: (hidden) => (button.hidden = hidden),
  };
}
