// @ts-check
// « Mon bilan » : the record read back to its owner, drawn again whenever it changes. Nothing here leaves the page.

import { day, placeLink } from "./assessment-results.js";
import { goalResults, guesses, minutesFinished, sureness, testResults, timeSpent } from "./bilan-figures.js";
import { openCertificate } from "./certificate.js";
import { make, plural } from "./dom.js";
import { html } from "./form.js";
import { placeOf } from "./goals.js";
import { dataOf, unseal } from "./items.js";
import { progressRows } from "./parcours.js";
import { courseMap } from "./progress.js";
import { words as say } from "./words.js";

/**
 * @typedef {ReturnType<typeof import("./record.js").openRecord>} LearnerRecord
 * @typedef {import("./dom.js").Words} Words
 * @typedef {import("./bilan-figures.js").Table} Table
 * @typedef {import("./goals.js").CourseMap} CourseMap
 * @typedef {{ table: Table, record: LearnerRecord, map: CourseMap | null, words: Words }} Context
 */

const ORDER = ["positionnement", "final"]; // the tests, as they are taken
const [BEFORE, AFTER] = ORDER;
const ENOUGH = 5; // answers of one level of confidence, to say anything of it

/** Draws every `[data-bilan]` of the page. @param {Document} root @param {LearnerRecord} record @param {Words} [words] @returns {() => void} */
export function openBilan(root, record, words = say) {
  const panels = [...root.querySelectorAll("[data-bilan]")].map((place) => openOne(place, root, record, words));
  return () => panels.forEach((stop) => stop());
}

/** @param {Element} place @param {Document} root @param {LearnerRecord} record @param {Words} words */
function openOne(place, root, record, words) {
  /** @type {Context} */
  const context = { table: dataOf(place), record, map: courseMap(root), words };
  const report = /** @type {HTMLElement} */ (place.querySelector(".bilan-report"));
  const print = make("button", { type: "button", class: "primary" }, words("bilan.print"));
  const buttons = make("p", { class: "bilan-print" }, print);
  print.addEventListener("click", () => window.print());
  const closeCertificate = openCertificate(/** @type {HTMLElement} */ (place.querySelector(".certificate")), record, words);
  report.before(buttons);
  const fill = () => report.replaceChildren(...parts(context));
  fill();
  const unwatch = record.watch(fill);
  return () => {
    unwatch();
    closeCertificate();
    buttons.remove();
    report.replaceChildren();
  };
}

/** @param {Context} context @returns {HTMLElement[]} */
function parts(context) {
  const { record, map, words } = context;
  /** @type {[string, Node[]][]} */
  const sections = [
    ["progress", map ? [make("div", { class: "record-progress" }, ...progressRows(map, record, words))] : []],
    ["time", time(context)],
    ["tests", tests(context)],
    ["goals", goals(context)],
    ["sure", certainties(context)],
    ["guesses", predictions(context)],
    ["thesis", thesis(context)],
  ];
  return sections
    .filter(([, children]) => children.length > 0)
    .map(([name, children]) => make("section", { class: `bilan-${name}` }, make("h2", {}, words(`bilan.${name}`)), ...children));
}

/** @param {Context} context */
function time({ table, record, map, words }) {
  const lines = [words("bilan.time.answers", { time: hours(timeSpent(table, record) / 60_000) })];
  if (map) lines.push(words("bilan.time.stops", { time: hours(minutesFinished(map, record)) }));
  return [make("p", {}, lines.join(" ")), help("bilan.time.how", words)];
}

/** @param {Context} context */
function tests({ table, record, words }) {
  const results = testResults(table, record).sort((one, other) => ORDER.indexOf(one.id) - ORDER.indexOf(other.id));
  const rows = results.map(({ title, attempts }) => {
    const first = attempts[0];
    const last = attempts[attempts.length - 1];
    const score = (/** @type {typeof first} */ { raw, max, t }) => words("bilan.tests.score", { right: raw, of: max, day: day(t) });
    const again = attempts.length > 1 ? ` ${words("bilan.tests.last", { score: score(last) })}` : "";
    return make("li", {}, make("strong", {}, title), ` ${score(first)}${again}`);
  });
  if (!rows.length) return [make("p", {}, words("bilan.tests.none"))];
  const both = [BEFORE, AFTER].every((id) => results.some((result) => result.id === id));
  return [make("ul", {}, ...rows), ...(both ? [help("bilan.tests.apart", words)] : [])];
}

/** By chapter, those where nothing was tried left aside. @param {Context} context */
function goals({ table, record, map, words }) {
  const results = goalResults(table, record, AFTER).filter(({ tried, test }) => tried > 0 || test !== null);
  if (!results.length) return [make("p", {}, words("bilan.goals.none"))];
  const chapters = [...new Set(results.map(({ goal }) => goal.chapter))];
  return chapters.flatMap((chapter) => {
    const title = map?.chapters.find(({ doc }) => doc.endsWith(`/${chapter}`))?.title ?? chapter;
    const rows = results.filter(({ goal }) => goal.chapter === chapter).map((result) => goalRow(result, map, words));
    return [make("h3", {}, title), make("ul", { class: "bilan-goal-list" }, ...rows)];
  });
}

/** @param {import("./bilan-figures.js").GoalResult} result @param {CourseMap | null} map @param {Words} words */
function goalRow({ goal, asked, tried, first, now, test }, map, words) {
  const place = placeOf(goal, map);
  const missed = (tried > 0 && now < asked) || (test !== null && test.right < test.asked);
  const said = [
    tried ? words("bilan.goals.chapter", { tried, of: asked, first, now }) : words("bilan.goals.untried"),
    test ? words("bilan.goals.test", { right: test.right, of: test.asked }) : "",
  ];
  return make(
    "li",
    {},
    make("p", { class: "bilan-goal" }, ...html(goal.html)),
    make("p", { class: "bilan-said" }, said.filter(Boolean).join(" "), ...(missed && place ? [" ", placeLink(place, words)] : [])),
  );
}

/** @param {Context} context */
function certainties({ table, record, map, words }) {
  const levels = sureness(record);
  if (!levels.some(({ said }) => said)) return [make("p", {}, words("bilan.sure.none"))];
  const rows = levels.map(({ level, said, right }) => {
    const bar = make("span", { class: "bilan-bar", "aria-hidden": "true", style: `--right:${said ? right / said : 0}` });
    const told = said ? plural((key) => words(key, { right, n: said }), "bilan.sure.right", said) : words("bilan.sure.unused");
    return make("li", {}, make("span", { class: "bilan-level" }, words(`item.confidence.${level}`)), bar, make("span", {}, told));
  });
  const certain = levels[levels.length - 1];
  const places = certain.wrong.flatMap((item) => {
    const goal = table.goals.find(({ items }) => items.includes(item));
    const place = goal ? placeOf(goal, map) : null;
    return place ? [place] : [];
  });
  const urls = [...new Set(places.map(({ url }) => url))];
  const again = urls.map((url) => make("li", {}, placeLink(/** @type {NonNullable<typeof places[0]>} */ (places.find((place) => place.url === url)), words)));
  return [
    make("ul", { class: "bilan-levels" }, ...rows),
    help(certain.said < ENOUGH ? "bilan.sure.few" : "bilan.sure.how", words),
    ...(again.length ? [make("p", {}, words("bilan.sure.again")), make("ul", {}, ...again)] : []),
  ];
}

/** @param {Context} context */
function predictions({ table, record, map, words }) {
  const made = guesses(unseal(table.sealed), record);
  if (!made.length) return [make("p", {}, words("bilan.guesses.none"))];
  const rows = made.map(({ item, chapter, said, found, unit }) => {
    const about = map?.chapters.find(({ doc }) => doc.endsWith(`/${chapter}`));
    const stop = about?.stops.find(({ items }) => items.includes(item));
    const gap = Math.abs(said - found);
    const way = gap === 0 ? "same" : said < found ? "under" : "over";
    const told = words(`bilan.guesses.${way}`, { said: number(said), found: number(found), unit, gap: number(gap) });
    const place = about ? { chapter: about, stop: stop ?? null, number: stop ? about.stops.indexOf(stop) + 1 : 0, url: stop ? `${about.url}#${stop.id}` : about.url } : null;
    return make("li", {}, ...(place ? [placeLink(place, words), " "] : []), told);
  });
  const under = made.filter(({ said, found }) => said < found).length;
  const over = made.filter(({ said, found }) => said > found).length;
  return [make("ul", {}, ...rows), help("bilan.guesses.how", words, { under, over, of: made.length })];
}

/** @param {Context} context */
function thesis({ table, record, map, words }) {
  const asked = table.thesis;
  if (!asked) return [];
  const { draft, response } = record.state(asked.item, asked.placement);
  const text = (draft ?? response ?? "").trim();
  if (text) return [make("blockquote", {}, ...text.split(/\n+/).map((line) => make("p", {}, line)))];
  const chapter = map?.chapters.find(({ doc }) => doc.endsWith(`/${asked.placement}`));
  return [make("p", {}, `${words("bilan.thesis.none")} `, chapter ? make("a", { href: chapter.url }, chapter.title) : "")];
}

/** @param {string} key @param {Words} words @param {Record<string, string | number>} [params] */
const help = (key, words, params) => make("p", { class: "help" }, words(key, params));

/** 102 → "1 h 42"; 12 → "12 min". @param {number} minutes */
export function hours(minutes) {
  const [whole, rest] = [Math.floor(Math.round(minutes) / 60), Math.round(minutes) % 60];
  return whole ? `${whole}\u00a0h\u00a0${String(rest).padStart(2, "0")}` : `${rest}\u00a0min`;
}

/** @param {number} value */
const number = (value) => value.toLocaleString("fr-FR", { maximumFractionDigits: 1 });
