// @ts-check
// Elements made without a word of HTML: whatever the learner wrote stays text.

import { hasWord } from "./words.js";

/** @typedef {(key: string, params?: Record<string, string | number>) => string} Words */

/**
 * The element `name`. Attributes: true writes the bare name, false or null nothing.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, string | number | boolean | null>} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== false && value !== null) element.setAttribute(key, value === true ? "" : String(value));
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** The word for `n` things: `key.none` (if there is one), `key.one` or `key.many`. @param {Words} words @param {string} key @param {number} n */
export function plural(words, key, n) {
  if (n === 0 && hasWord(`${key}.none`)) return words(`${key}.none`);
  return words(`${key}.${n < 2 ? "one" : "many"}`, { n });
}

/** Offers `content` as a file. @param {Blob} content @param {string} name */
export function download(content, name) {
  const url = URL.createObjectURL(content);
  const link = make("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
