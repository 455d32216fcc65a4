// @ts-check
// « Mon affaire » : what the learner wrote about a live deal, gathered on one page to print, under a code name.

import { make, plural } from "./dom.js";
import { dataOf } from "./items.js";
import { words as say } from "./words.js";

/**
 * @typedef {ReturnType<typeof import("./record.js").openRecord>} LearnerRecord
 * @typedef {import("./dom.js").Words} Words
 * @typedef {{ item: string, placement: string, label: string, chapter_title: string, url: string }} Field
 */

const NAME = /** @type {const} */ ({ item: "affair:name", placement: "mon-affaire" });
const LONGEST_NAME = 40;
/** Sizes of type to print in, from the largest (css/affair.css), and the height of a page between its margins. */
const SIZES = ["1", "2", "3"];
const PAGE_HEIGHT = ((297 - 2 * 16) / 25.4) * 96; // css/print.css: A4, margins of 16 mm; in CSS pixels

/** Draws every `[data-affair]` of the page. @param {Document} root @param {LearnerRecord} record @param {Words} [words] @returns {() => void} */
export function openAffair(root, record, words = say) {
  const sheets = [...root.querySelectorAll("[data-affair]")].map((place) => openOne(place, record, words));
  return () => sheets.forEach((stop) => stop());
}

/** @param {Element} place @param {LearnerRecord} record @param {Words} words */
function openOne(place, record, words) {
  /** @type {{ fields: Field[] }} */
  const { fields } = dataOf(place) ?? { fields: [] };
  const print = make("button", { type: "button", class: "primary" }, words("affair.print"));
  const help = make("p", { role: "status", class: "help" });
  const title = make("p", { class: "affair-title" });
  const body = make("div", { class: "affair-body" });
  const sheet = make("article", { class: "affair-sheet", "aria-label": words("affair.sheet") }, title, body);
  const view = make("div", { class: "affair-view" }, nameField(record, words), make("p", { class: "affair-print" }, print), help, sheet);
  place.append(view);
  print.addEventListener("click", () => window.print());
  fill();
  document.fonts.ready.then(fill); // the measure was taken before the type had come
  const unwatch = record.watch(fill);
  return () => {
    unwatch();
    view.remove();
  };

  function fill() {
    title.textContent = nameOf(record) || words("affair.unnamed");
    body.replaceChildren(...chapters(fields).map(([chapter, some]) => section(chapter, some)));
    const size = SIZES.find(fits);
    sheet.dataset.size = size ?? SIZES[SIZES.length - 1];
    const missing = fields.filter((field) => !textOf(field, record).text).length;
    const left = plural((key) => words(key, { n: missing, of: fields.length }), "affair.missing", missing);
    const told = size ? left : words("affair.long");
    if (help.textContent !== told) help.textContent = told;
  }

  /** Whether the sheet keeps to one page at this size, measured as it will be printed. @param {string} size */
  function fits(size) {
    const paper = /** @type {HTMLElement} */ (sheet.cloneNode(true));
    paper.classList.add("affair-paper");
    paper.setAttribute("aria-hidden", "true");
    paper.dataset.size = size;
    view.append(paper);
    const height = paper.offsetHeight;
    paper.remove();
    return height <= PAGE_HEIGHT;
  }

  /** @param {string} chapter @param {Field[]} some */
  function section(chapter, some) {
    return make("section", {}, make("h2", {}, chapter), ...some.flatMap((field) => written(field)));
  }

  /** @param {Field} field */
  function written(field) {
    const { text, draft } = textOf(field, record);
    const label = make("h3", {}, field.label, draft ? make("span", { class: "affair-draft" }, ` ${words("affair.draft")}`) : null);
    if (text) return [label, ...text.split(/\n+/).map((line) => make("p", {}, line))];
    const link = make("a", { href: field.url }, words("affair.write"));
    return [label, make("p", { class: "affair-empty" }, link)];
  }
}

/** Fields by chapter, in their order. @param {Field[]} fields @returns {[string, Field[]][]} */
function chapters(fields) {
  /** @type {Map<string, Field[]>} */
  const groups = new Map();
  for (const field of fields) groups.set(field.chapter_title, [...(groups.get(field.chapter_title) ?? []), field]);
  return [...groups];
}

/** What the learner sent, or is still typing. @param {Field} field @param {LearnerRecord} record */
function textOf({ item, placement }, record) {
  const { draft, response } = record.state(item, placement);
  return { text: (draft ?? response ?? "").trim(), draft: draft !== null && draft.trim() !== "" && draft !== response };
}

/** @param {LearnerRecord} record */
function nameOf(record) {
  const { draft, response } = record.state(NAME.item, NAME.placement);
  return (draft ?? response ?? "").trim();
}

/** The code name: kept at each letter, sent when the field is left. @param {LearnerRecord} record @param {Words} words */
function nameField(record, words) {
  const id = "affair-name";
  const input = make("input", { id, type: "text", maxlength: LONGEST_NAME, autocomplete: "off", "aria-describedby": `${id}-help` });
  input.value = nameOf(record);
  input.addEventListener("input", () => record.draft(NAME.item, NAME.placement, input.value));
  input.addEventListener("change", () => {
    const { response } = record.state(NAME.item, NAME.placement);
    const name = input.value.trim();
    if (name !== (response ?? "")) record.add({ ...NAME, verb: "answered", response: name, success: null });
  });
  return make(
    "p",
    { class: "affair-name" },
    make("label", { for: id }, words("affair.name")),
    input,
    make("span", { id: `${id}-help`, class: "help" }, words("affair.name.help")),
  );
}
