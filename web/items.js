// @ts-check
// What an interactive item is to a script: its place in the page, its data, the record, and who enhances it.

import { words } from "./words.js";

export { unseal } from "./sealed.js";

/**
 * @typedef {object} ItemInPage
 * @property {string} id
 * @property {string} placement  where it stands: a recall is the same item at another placement
 * @property {string} kind       "quiz", "prediction", "lab"…
 * @property {string} type       the type of question or the name of the widget
 * @property {string} version    changes with whatever a learner may see of the item
 * @property {any} data          what the page carries in the item's script element
 *
 * @typedef {object} Result
 * @property {string} response            canonical
 * @property {boolean | null} success     null where nothing is judged
 * @property {{raw: number, max: number} | null} score
 * @property {number | null} [confidence]
 * @property {number} [attempts]
 * @property {string} [verdict]
 *
 * @typedef {object} Context
 * @property {ItemInPage} item
 * @property {any} record                 see record.js
 * @property {(key: string, params?: Record<string, string | number>) => string} words
 * @property {(result: Result) => void} report   tells Jupyter; the record is written by the item itself
 *
 * @typedef {(element: HTMLElement, context: Context) => (() => void) | void} Enhance
 */

/** @type {Map<string, Enhance>} */
const enhancers = new Map();

/** Who enhances an item of this `data-type` (or, failing that, `data-kind`). @param {string} name @param {Enhance} enhance */
export function register(name, enhance) {
  enhancers.set(name, enhance);
}

/** The JSON a page carries inside `element`. @param {Element} element @returns {any} */
export function dataOf(element) {
  const script = element.querySelector(":scope > script.item-data");
  return script ? JSON.parse(script.textContent ?? "null") : null;
}

/**
 * Enhances every item under `root`; one that breaks says so and leaves the others working.
 * @param {ParentNode} root
 * @param {any} record
 * @param {(item: ItemInPage, result: Result) => void} [report]
 * @returns {() => void} undoes everything
 */
export function enhanceAll(root, record, report = () => {}) {
  const undo = [...root.querySelectorAll("[data-item]")].map((element) =>
    enhanceOne(/** @type {HTMLElement} */ (element), record, report),
  );
  return () => undo.forEach((stop) => stop());
}

/**
 * @param {HTMLElement} element
 * @param {any} record
 * @param {(item: ItemInPage, result: Result) => void} report
 * @returns {() => void}
 */
function enhanceOne(element, record, report) {
  const { item: id = "", placement = "", kind = "", type = kind, version = "" } = element.dataset;
  const enhance = enhancers.get(type) ?? enhancers.get(kind);
  if (!enhance) return () => {};
  try {
    const item = { id, placement, kind, type, version, data: dataOf(element) };
    return enhance(element, { item, record, words, report: (result) => report(item, result) }) ?? (() => {});
  } catch (error) {
    console.error(error);
    const message = document.createElement("p");
    message.className = "broken";
    message.textContent = words("item.broken");
    element.append(message);
    return () => message.remove();
  }
}
