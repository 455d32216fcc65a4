// @ts-check
// What « Mon bilan » says of a record: results at first and last try, by objective; what being sure was worth; how far
// predictions fell; time. Pure: the record, the compiled "learning" table, and figures out.

import { keyOf } from "./record/events.js";
import { sentEvents } from "./record/sent.js";

/**
 * @typedef {import("./record/events.js").Event} Event
 * @typedef {import("./goals.js").Goal} Goal
 * @typedef {{ id: string, title: string, questions: Record<string, string> }} Test  questions: id → goal
 * @typedef {{ found: number, unit: string, chapter: string }} Prediction
 * @typedef {{ goals: Goal[], tests: Test[], thesis: { item: string, placement: string } | null, sealed: string }} Table
 * @typedef {Pick<ReturnType<typeof import("./record.js").openRecord>, "state" | "states" | "subscribe">} LearnerRecord
 *
 * @typedef {{ goal: Goal, asked: number, tried: number, first: number, now: number, test: { right: number, asked: number } | null }} GoalResult
 *   of the chapter's questions: asked in all, tried, right at first try, right at the last; of the final test, its own
 * @typedef {{ id: string, title: string, attempts: { raw: number, max: number, t: string }[] }} TestResult
 * @typedef {{ level: number, said: number, right: number, wrong: string[] }} Sureness  wrong: the items
 * @typedef {{ item: string, chapter: string, said: number, found: number, unit: string }} Guess
 */

const MINUTE = 60_000;
/** An answer left open all night was not thought about all night: no more than this counts, for each attempt. */
const LONGEST = { question: 15 * MINUTE, test: 60 * MINUTE };

/** The first answer to each item at each placement. @param {Event[]} events  in order @returns {Map<string, Event>} */
export function firstTries(events) {
  /** @type {Map<string, Event>} */
  const found = new Map();
  for (const event of events) {
    const key = keyOf(event.item, event.placement);
    if (!found.has(key)) found.set(key, event);
  }
  return found;
}

/** Right at the very first try: an attempt of a higher number means that a first one went wrong and was not kept. @param {Event | undefined} event */
const rightFirst = (event) => event?.success === true && (event.attempt ?? 1) === 1;

/** @param {Table} table @param {LearnerRecord} record @param {string} test  whose results stand beside the chapters' @returns {GoalResult[]} */
export function goalResults(table, record, test) {
  const firsts = firstTries(sentEvents(record));
  const questions = table.tests.find(({ id }) => id === test)?.questions ?? {};
  return table.goals.map((goal) => {
    const states = goal.items.map((item) => record.state(item, goal.chapter));
    const own = Object.keys(questions).filter((id) => questions[id] === goal.id);
    const tested = own.map((id) => record.state(id, test)).filter(({ answered_t }) => answered_t !== null);
    return {
      goal,
      asked: goal.items.length,
      tried: states.filter(({ attempts }) => attempts > 0).length,
      first: goal.items.filter((item) => rightFirst(firsts.get(keyOf(item, goal.chapter)))).length,
      now: states.filter(({ success }) => success === true).length,
      test: tested.length ? { right: tested.filter(({ success }) => success === true).length, asked: tested.length } : null,
    };
  });
}

/** Every test handed in at least once, with each of its attempts. @param {Table} table @param {LearnerRecord} record @returns {TestResult[]} */
export function testResults(table, record) {
  return table.tests
    .map(({ id, title }) => {
      const sent = sentEvents(record, id, id);
      return { id, title, attempts: sent.map(({ score, t }) => ({ raw: score?.raw ?? 0, max: score?.max ?? 0, t })) };
    })
    .filter(({ attempts }) => attempts.length > 0);
}

/** What each level of confidence was worth at the first try, recalls included. @param {LearnerRecord} record @returns {Sureness[]} */
export function sureness(record) {
  const firsts = [...firstTries(sentEvents(record)).values()].filter(
    ({ success, confidence, attempt }) => typeof success === "boolean" && typeof confidence === "number" && (attempt ?? 1) === 1,
  );
  return [1, 2, 3].map((level) => {
    const said = firsts.filter(({ confidence }) => confidence === level);
    const wrong = said.filter(({ success }) => !success).map(({ item }) => item);
    return { level, said: said.length, right: said.length - wrong.length, wrong };
  });
}

/** The figures that were predicted, beside what the course found. @param {Record<string, Prediction>} predictions @param {LearnerRecord} record @returns {Guess[]} */
export function guesses(predictions, record) {
  return Object.entries(predictions).flatMap(([item, { found, unit, chapter }]) => {
    const { response } = record.state(item, chapter);
    const said = response === null || response === "" ? Number.NaN : Number(response);
    return Number.isFinite(said) ? [{ item, chapter, said, found, unit }] : [];
  });
}

/** Milliseconds spent answering. @param {Table} table @param {LearnerRecord} record */
export function timeSpent(table, record) {
  const tests = new Set(table.tests.map(({ id }) => id));
  return record.states().reduce((total, { item, attempts, duration_ms }) => {
    const most = tests.has(item) ? LONGEST.test : LONGEST.question;
    return total + Math.min(duration_ms, Math.max(attempts, 1) * most);
  }, 0);
}

/** Minutes foreseen for the stops that were finished. @param {import("./record/course.js").CourseMap} map @param {LearnerRecord} record @returns {number} */
export function minutesFinished(map, record) {
  const stops = map.chapters.flatMap(({ doc, stops }) => stops.map((stop) => ({ doc, ...stop })));
  const placement = (/** @type {string} */ doc) => doc.slice(doc.lastIndexOf("/") + 1);
  const done = stops.filter(({ doc, id }) => record.state(`stop:${doc}#${id}`, placement(doc)).finished);
  return done.reduce((total, { minutes }) => total + minutes, 0);
}
