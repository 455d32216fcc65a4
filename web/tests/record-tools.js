// @ts-check
// What the record's tests share: a storage like the browser's, with a limit, and random events that repeat by seed.

import { openRecord } from "../record.js";

/** The browser's storage as far as the record uses it; `limit` in characters, keys included. */
export class FakeStorage {
  /** @type {Map<string, string>} */
  #texts = new Map();
  limit;

  constructor(limit = Infinity) {
    this.limit = limit;
  }
  get length() {
    return this.#texts.size;
  }
  /** @param {number} place */
  key(place) {
    return [...this.#texts.keys()][place] ?? null;
  }
  /** @param {string} key */
  getItem(key) {
    return this.#texts.get(key) ?? null;
  }
  /** @param {string} key @param {string} text */
  setItem(key, text) {
    const others = [...this.#texts].reduce((sum, [k, t]) => sum + (k === key ? 0 : k.length + t.length), 0);
    if (others + key.length + text.length > this.limit) throw new DOMException("full", "QuotaExceededError");
    this.#texts.set(key, text);
  }
  /** @param {string} key */
  removeItem(key) {
    this.#texts.delete(key);
  }
  all() {
    return Object.fromEntries(this.#texts);
  }
}

/** A generator of numbers in [0, 1) that repeats by seed (mulberry32). @param {number} seed */
export function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** @param {() => number} roll @param {number} below */
export const integer = (roll, below) => Math.floor(roll() * below);

/** @template T @param {() => number} roll @param {T[]} values @returns {T} */
export const pick = (roll, values) => values[integer(roll, values.length)];

/** @template T @param {() => number} roll @param {T[]} values @returns {T[]} */
export function shuffled(roll, values) {
  const copy = [...values];
  for (let place = copy.length - 1; place > 0; place -= 1) {
    const other = integer(roll, place + 1);
    [copy[place], copy[other]] = [copy[other], copy[place]];
  }
  return copy;
}

/** @param {() => number} roll @returns {(bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>} */
export const randomBytes = (roll) => (bytes) => bytes.map(() => integer(roll, 256));

/**
 * Any event a record may meet: few items, times that collide, unknown verbs, newer versions, missing fields.
 * @param {() => number} roll @param {number} number @returns {any}
 */
export function anyEvent(roll, number) {
  const verb = pick(roll, ["drafted", "answered", "answered", "hinted", "explained", "predicted", "finished", "visited", "sung"]);
  const sent = verb === "answered" || verb === "predicted";
  const counters = verb === "drafted" ? {} : { hints: integer(roll, 4), total_ms: integer(roll, 9) * 500 };
  const event = {
    v: pick(roll, [1, 1, 1, 1, 1, 0, 2]),
    id: `e${number}`,
    t: new Date(Date.UTC(2026, 2, 1) + integer(roll, 40) * 30_000).toISOString(),
    session: pick(roll, ["tab1", "tab2", "tab3"]),
    seq: 1 + integer(roll, 30),
    item: pick(roll, ["boulanger-zone", "boulanger-huff", "accord", "stop:chapters/03-boulanger#etape-2"]),
    placement: pick(roll, ["03-boulanger", "rappel-05"]),
    item_version: pick(roll, ["aaaa", "bbbb"]),
    verb,
    ...counters,
    ...(sent || verb === "drafted" ? { response: pick(roll, ["a", "b,c", "34.5", "l1=r2", "", "un texte"]) } : {}),
    ...(sent ? { success: pick(roll, [true, false, null]), attempt: integer(roll, 5), confidence: integer(roll, 4) } : {}),
    ...(roll() < 0.1 ? { mood: "curieux" } : {}),
  };
  if (roll() < 0.1) delete (/** @type {any} */ (event).seq);
  return event;
}

/** @param {number} seed @param {number} [size] */
export function anyEvents(seed, size = 40) {
  const roll = dice(seed);
  return Array.from({ length: size }, (_, number) => anyEvent(roll, number));
}

/** A learner's tab: a record whose clock moves one second per event. @param {number} seed @param {any} [options] */
export function tab(seed, { storage = null, start = Date.UTC(2026, 2, 1), ...rest } = {}) {
  let clock = start;
  return openRecord({
    storage,
    now: () => (clock += 1000),
    random: randomBytes(dice(seed)),
    courseVersion: "1.0.0",
    ...rest,
  });
}

/** @param {any} [more] */
export const answer = (more = {}) => ({
  item: "boulanger-zone",
  placement: "03-boulanger",
  item_version: "9f2c41d0",
  verb: "answered",
  response: "a",
  success: false,
  score: { raw: 0, max: 1 },
  hints: 0,
  duration_ms: 1000,
  confidence: 2,
  ...more,
});

/** The states of a record, in one order. @param {{ states(): any[] }} record */
export const states = (record) =>
  record.states().sort((a, b) => (a.placement + a.item < b.placement + b.item ? -1 : 1));
