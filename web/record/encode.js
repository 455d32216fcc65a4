// @ts-check
// The state of every item as one short ASCII text, for an LMS that keeps 4,096 characters. Status, attempts, hints,
// confidence, time and judged responses travel; free texts and dates of one's own (never judged) do not: they are the
// learner's, and go by the file. The layout is written out in docs/decisions/record.md.

import { FIRST_DAY, LAST_STOP, MINUTE, OUTCOMES, escape, stem, usualScore } from "./alphabet.js";
import { V } from "./events.js";

/**
 * @typedef {import("./reduction.js").ItemState} ItemState
 * @typedef {{ text: string, omitted: { responses: number, items: number } }} Encoded
 */

const STOP = /^stop:(.+)#etape-(\d{1,2})$/;
const CANONICAL = /^[\w.,=:+/?-]{1,200}$/; // "?": did not know

/**
 * @param {ItemState[]} states @param {Record<string, number>} numbers  of the items, from items.lock
 * @param {number} [limit] @returns {Encoded}
 */
export function encodeStates(states, numbers, limit = 4096) {
  const stops = states.filter((state) => state.finished && stopOf(state));
  const items = states.filter((s) => !stopOf(s) && (s.answered_t || s.hints || s.explained));
  const minutes = items.map(minuteOf).concat(stops.map(minuteOf));
  const base = Math.min(...minutes, 99_999_999);
  const head = [V, base.toString(36), stopsText(stops)];
  /** @type {Set<ItemState>} */
  const withResponse = new Set();
  // The latest items first, should there be no room for all of them; then the shortest responses.
  const fitting = largest(items.sort((a, b) => minuteOf(b) - minuteOf(a)), (some) => join(some, withResponse) <= limit);
  const carried = fitting.filter(responseOf).sort((a, b) => responseOf(a).length - responseOf(b).length);
  for (const state of largest(carried, (some) => join(fitting, new Set(some)) <= limit)) withResponse.add(state);
  return {
    text: text(fitting, withResponse),
    omitted: { responses: carried.length - withResponse.size, items: items.length - fitting.length },
  };

  /** @param {ItemState[]} some @param {Set<ItemState>} responses */
  function text(some, responses) {
    const placements = [...new Set(some.map((state) => state.placement))].sort();
    const groups = placements.map((placement) => {
      const entries = some.filter((state) => state.placement === placement);
      return `${escape(placement)}:${entries.map((s) => entryText(s, numbers, base, responses.has(s))).join(";")}`;
    });
    return [...head, ...groups].join("|");
  }

  /** @param {ItemState[]} some @param {Set<ItemState>} responses */
  function join(some, responses) {
    return text(some, responses).length;
  }
}

/** The longest beginning of `values` that `fits`. @template T @param {T[]} values @param {(some: T[]) => boolean} fits */
function largest(values, fits) {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(values.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return values.slice(0, low);
}

/** The stop whose end this is, where stops stand. @param {ItemState} state */
function stopOf({ item, placement }) {
  const [, doc = "", digits = ""] = STOP.exec(item) ?? [];
  const number = Number(digits);
  return number >= 1 && number <= LAST_STOP && placement === stem(doc) ? { doc, number } : null;
}

/** Minutes, rounded down: what comes back never stands after the event it stands for. @param {ItemState} state */
const minuteOf = (state) => Math.floor((Date.parse(state.answered_t ?? state.t ?? "") - FIRST_DAY) / MINUTE) || 0;

/** The response, if it may travel: judged or predicted, canonical, and not code. @param {ItemState} state */
function responseOf(state) {
  const travels = state.feedback === null && (state.success !== null || state.predicted) && CANONICAL.test(state.response ?? "");
  return travels ? (state.response ?? "") : "";
}

/** Finished stops, a bit each: "chapters/03-boulanger*f". @param {ItemState[]} stops */
function stopsText(stops) {
  /** @type {Map<string, number>} */
  const masks = new Map();
  for (const { doc, number } of stops.map((state) => stopOf(state) ?? { doc: "", number: 1 }))
    masks.set(doc, (masks.get(doc) ?? 0) + 2 ** (number - 1));
  return [...masks].sort().map(([doc, mask]) => `${escape(doc)}*${mask.toString(36)}`).join(";");
}

/** @param {ItemState} state @param {Record<string, number>} numbers @param {number} base @param {boolean} withResponse */
function entryText(state, numbers, base, withResponse) {
  const number = Object.hasOwn(numbers, state.item) ? numbers[state.item].toString(36) : `~${escape(state.item)}`;
  const flags = OUTCOMES.indexOf(outcomeOf(state)) * 4 + (state.passed ? 2 : 0) + (state.explained ? 1 : 0);
  const codes = [flags, state.attempts, state.hints, state.confidence ?? 0].map(digit).join("");
  const time = (minuteOf(state) - base).toString(36);
  const seconds = Math.floor(state.duration_ms / 1000).toString(36);
  const fields = [number, codes, time, seconds, withResponse ? escape(responseOf(state)) : "", scoreText(state)];
  while (fields.at(-1) === "") fields.pop();
  return fields.join("_");
}

/** @param {ItemState} state */
function outcomeOf(state) {
  if (!state.answered_t) return "none";
  if (state.predicted) return "predicted";
  if (state.status === "error") return "error";
  return state.success === null ? "unjudged" : state.success ? "passed" : "failed";
}

/** One base 36 character, 35 at most. @param {number} value */
const digit = (value) => Math.max(0, Math.min(35, Math.floor(value) || 0)).toString(36);

/** "" stands for the usual score. @param {ItemState} state */
function scoreText({ score, success }) {
  const usual = usualScore(success);
  if (score?.raw === usual?.raw && score?.max === usual?.max) return "";
  return score ? `${score.raw}/${score.max}` : "n";
}
