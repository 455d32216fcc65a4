// @ts-check
// What Python says of a learner's code, as text that travels and is kept: `code` between backquotes, paragraphs on
// lines of their own, longer code between two lines of three backquotes. Drawn without a word of HTML.

import { make } from "./dom.js";

/** `text` as elements. @param {string} text @returns {HTMLElement[]} */
export function draw(text) {
  return text.split(/\n?```\n?/).flatMap((part, place) =>
    place % 2
      ? [/** @type {HTMLElement} */ (make("pre", {}, make("code", {}, part)))]
      : part.split("\n").filter((line) => line.trim()).map((line) => make("p", {}, ...inline(line))),
  );
}

/** A line as text and code. @param {string} line @returns {(string | HTMLElement)[]} */
const inline = (line) => line.split("`").map((part, place) => (place % 2 ? make("code", {}, part) : part));
