// @ts-check
// HTML that comes from where the learner's code ran. Nothing of it reaches the page but words and plain structure.

const KEPT = new Set(
  "p br pre code strong em b i ul ol li dl dt dd table thead tbody tr th td caption h4 h5 h6 span div blockquote sub sup".split(" "),
);
const GONE = new Set(["script", "style", "template", "iframe", "object"]);

/** @param {string} html */
const parse = (html) => new DOMParser().parseFromString(html, "text/html").body;

/** `html` as nodes: known elements without any attribute, the text of the others. @param {string} html @returns {Node[]} */
export function cleaned(html) {
  return [...parse(html).childNodes].flatMap(clean);
}

/** @param {Node} node @returns {Node[]} */
function clean(node) {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.textContent ?? "")];
  if (!(node instanceof Element) || GONE.has(node.localName)) return [];
  const inside = [...node.childNodes].flatMap(clean);
  if (!KEPT.has(node.localName)) return inside;
  const element = document.createElement(node.localName);
  element.append(...inside);
  return [element];
}

/** Feedback that Python wrote as HTML, as the text of marked.js. @param {string} html */
export function marked(html) {
  return [...parse(html).childNodes].map(mark).join("").replace(/\n{2,}/g, "\n").trim();
}

/** @param {Node} node @returns {string} */
function mark(node) {
  if (!(node instanceof Element)) return (node.textContent ?? "").replace(/`/g, "'");
  const text = node.textContent ?? "";
  if (node.localName === "pre") return `\n\`\`\`\n${text}\n\`\`\`\n`;
  if (node.localName === "code") return `\`${text.replace(/`/g, "'")}\``;
  const inside = [...node.childNodes].map(mark).join("");
  return node.localName === "p" || node.localName === "div" ? `\n${inside}\n` : inside;
}
