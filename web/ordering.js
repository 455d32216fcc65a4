// @ts-check
// The « monter / descendre » buttons of an ordering question: keyboard first, said aloud, focus kept.

/**
 * @param {HTMLFormElement} form
 * @param {(key: string, params?: Record<string, string | number>) => string} words
 * @param {AbortSignal} signal
 * @param {() => void} changed
 */
export function orderingButtons(form, words, signal, changed) {
  const list = /** @type {HTMLElement} */ (form.querySelector(".ordering"));
  const said = /** @type {HTMLElement} */ (form.querySelector(".moved"));
  for (const row of list.children) {
    const text = row.querySelector(".element")?.textContent ?? "";
    for (const way of ["up", "down"]) {
      const button = /** @type {HTMLButtonElement} */ (row.querySelector(`button.${way}`));
      button.setAttribute("aria-label", words(`item.${way}`, { text }));
      button.addEventListener("click", () => move(row, way, text), { signal });
    }
  }

  /** @param {Element} row @param {string} way @param {string} text */
  function move(row, way, text) {
    const other = way === "up" ? row.previousElementSibling : row.nextElementSibling;
    if (other) way === "up" ? other.before(row) : other.after(row);
    const n = [...list.children].indexOf(row) + 1;
    said.textContent = words("item.moved", { text, n, of: list.children.length });
    /** @type {HTMLElement} */ (row.querySelector(`button.${way}`)).focus();
    changed();
  }
}
