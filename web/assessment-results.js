// @ts-check
// What a test says once it is handed in: how many are right, objective by objective, and which stop to go back to.

import { make, plural } from "./dom.js";
import { html } from "./form.js";
import { placeOf, tally } from "./goals.js";

/**
 * @typedef {import("./dom.js").Words} Words
 * @typedef {import("./goals.js").Tally} Tally
 * @typedef {{ raw: number, max: number, t: string }} Attempt
 *
 * @param {{ goals: import("./goals.js").Goal[], answers: import("./goals.js").Answer[], attempts: Attempt[],
 *           explain: boolean, map: import("./goals.js").CourseMap | null, words: Words }} results
 * @returns {Node[]}
 */
export function resultsOf({ goals, answers, attempts, explain, map, words }) {
  const all = tally(goals, answers);
  const missed = all.filter(({ right, asked }) => right < asked);
  const held = all.filter(({ right, asked }) => right === asked);
  const right = answers.filter(({ success }) => success).length;
  const unknown = answers.filter((answer) => answer.unknown).length;
  const kind = explain ? "explained" : "silent";
  return [
    make("h3", {}, words("test.result")),
    make(
      "p",
      { class: "test-score" },
      make("strong", {}, words("test.score", { right, of: answers.length })),
      unknown ? ` ${plural(words, "test.unknowns", unknown)}` : "",
    ),
    make("p", {}, words(missed.length ? `test.${kind}.missed` : `test.${kind}.none`)),
    ...(missed.length ? [list("test-missed", missed.map((one) => missedRow(one, map, words)))] : []),
    ...(held.length ? [make("h3", {}, words(`test.${kind}.held`)), list("test-held", held.map(heldRow))] : []),
    ...(attempts.length > 1 ? pastAttempts(attempts, words) : []),
  ];
}

/** @param {string} name @param {HTMLLIElement[]} rows */
const list = (name, rows) => make("ul", { class: `test-goals ${name}` }, ...rows);

/** @param {Tally} tally @param {import("./goals.js").CourseMap | null} map @param {Words} words */
function missedRow({ goal, right, asked, unknown }, map, words) {
  const place = placeOf(goal, map);
  const said = unknown === asked ? words("test.goal.unknown") : asked > 1 ? words("test.goal.some", { right, of: asked }) : "";
  return make(
    "li",
    {},
    make("span", { class: "test-goal" }, ...html(goal.html)),
    said ? make("span", { class: "test-said" }, said) : null,
    place ? placeLink(place, words) : make("span", { class: "test-place" }, words("site.chapter", { n: Number.parseInt(goal.chapter, 10) })),
  );
}

/** The way to a stop, or to a chapter. @param {import("./goals.js").Place} place @param {Words} words */
export function placeLink({ chapter, stop, number, url }, words) {
  const text = stop
    ? words("test.place.stop", { chapter: chapter.number, stop: number, title: stop.title })
    : words("test.place.chapter", { chapter: chapter.number, title: chapter.title });
  return make("a", { href: url, class: "test-place" }, text);
}

/** @param {Tally} tally */
const heldRow = ({ goal }) => make("li", {}, make("span", { class: "test-goal" }, ...html(goal.html)));

/** Every attempt kept, the first one first: it alone was taken before any result was shown. @param {Attempt[]} attempts @param {Words} words */
function pastAttempts(attempts, words) {
  const rows = attempts.map(({ raw, max, t }, rank) =>
    make("li", {}, words("test.attempt", { n: rank + 1, right: raw, of: max, day: day(t) })),
  );
  return [make("h3", {}, words("test.attempts")), make("ul", {}, ...rows), make("p", { class: "help" }, words("test.attempts.why"))];
}

/** "12 mars 2026". @param {string} t */
export const day = (t) => new Date(t).toLocaleDateString("fr-FR", { dateStyle: "long" });
