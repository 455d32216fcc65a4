// @ts-check
// The state of an item as a pure reduction of its events. It only takes maxima and "the last one", so that the order
// and the repetition of events do not matter, and so that dropping an event that another one exceeds changes nothing.

import { compareEvents, count, distinct, isReducible, keyOf } from "./events.js";

/**
 * @typedef {import("./events.js").Event} Event
 *
 * @typedef {object} ItemState
 * @property {string} item
 * @property {string} placement
 * @property {"not_attempted" | "passed" | "failed" | "error"} status  of the last answer; unjudged answers are "passed"
 * @property {boolean} passed            right at least once
 * @property {boolean | null} success    of the last answer; null before any, and where nothing is judged
 * @property {number} attempts
 * @property {number} hints
 * @property {string | null} response    the last one sent
 * @property {number | null} confidence  given with it
 * @property {{raw: number, max: number} | null} score  of it
 * @property {string | null} feedback    what was said of it, where it cannot be looked up again
 * @property {string | null} draft       typed since, not sent, and different
 * @property {boolean} predicted         the response is a prediction
 * @property {boolean} explained         the explanation was shown
 * @property {boolean} finished          a stop was ended
 * @property {number} duration_ms        time spent in all
 * @property {string | null} item_version  the version that was answered
 * @property {string | null} answered_t  when
 * @property {string | null} t           when anything last happened
 */

/** @param {string} item @param {string} placement @returns {ItemState} */
export function emptyState(item, placement) {
  return {
    item,
    placement,
    status: "not_attempted",
    passed: false,
    success: null,
    attempts: 0,
    hints: 0,
    response: null,
    confidence: null,
    score: null,
    feedback: null,
    draft: null,
    predicted: false,
    explained: false,
    finished: false,
    duration_ms: 0,
    item_version: null,
    answered_t: null,
    t: null,
  };
}

/** The events this version understands, once each, in order. @param {Iterable<Event>} events @returns {Event[]} */
export const inOrder = (events) => distinct(events).filter(isReducible).sort(compareEvents);

/** Whether the event carries a response that was sent. @param {Event} event */
export const isSent = (event) => event.verb === "answered" || event.verb === "predicted";

/**
 * The state of one item at one placement.
 * @param {Iterable<Event>} events  about this item at this placement
 * @param {string} item @param {string} placement
 */
export function reduceItem(events, item, placement) {
  const state = emptyState(item, placement);
  for (const event of inOrder(events)) {
    state.t = event.t;
    state.hints = Math.max(state.hints, count(event.hints));
    state.duration_ms = Math.max(state.duration_ms, count(event.total_ms ?? event.duration_ms));
    if (isSent(event)) takeResponse(state, event);
    else if (event.verb === "drafted") state.draft = textOf(event) ?? "";
    else if (event.verb === "explained") state.explained = true;
    else if (event.verb === "finished") state.finished = true;
  }
  if (state.draft === state.response) state.draft = null; // typed back to what was sent
  return state;
}

/** @param {ItemState} state @param {Event} event */
function takeResponse(state, event) {
  state.attempts = Math.max(state.attempts, count(event.attempt), 1);
  state.response = textOf(event);
  state.success = typeof event.success === "boolean" ? event.success : null;
  state.passed ||= state.success === true;
  state.status = event.status === "error" ? "error" : state.success === false ? "failed" : "passed";
  state.confidence = typeof event.confidence === "number" ? event.confidence : null;
  state.score = scoreOf(event);
  state.feedback = typeof event.feedback === "string" ? event.feedback : null;
  state.predicted = event.verb === "predicted";
  state.item_version = typeof event.item_version === "string" ? event.item_version : null;
  state.answered_t = event.t;
  state.draft = null;
}

// A file may have been edited by hand: what an item receives has the type it expects.

/** @param {Event} event */
const textOf = ({ response }) => (typeof response === "string" ? response : null);

/** @param {Event} event */
const scoreOf = ({ score }) =>
  typeof score?.raw === "number" && typeof score.max === "number" ? { raw: score.raw, max: score.max } : null;

/** Every item's state, by item and placement. @param {Iterable<Event>} events @returns {Map<string, ItemState>} */
export function reduce(events) {
  const states = [...groups(distinct(events).filter(isReducible))].map(
    ([key, group]) => /** @type {[string, ItemState]} */ ([key, reduceItem(group, group[0].item, group[0].placement)]),
  );
  return new Map(states);
}

/** The events of each item at each placement. @param {Event[]} events @returns {Map<string, Event[]>} */
export function groups(events) {
  /** @type {Map<string, Event[]>} */
  const found = new Map();
  for (const event of events) {
    const key = keyOf(event.item, event.placement);
    const group = found.get(key);
    if (group) group.push(event);
    else found.set(key, [event]);
  }
  return found;
}
