// @ts-check
// What an event of the learner's record is, in which order events stand, and how two sets of them unite.

/** The version of the event format this script writes and understands. */
export const V = 1;

/** What can happen to an item; an event with another verb is kept and exported, not interpreted. */
export const VERBS = ["drafted", "answered", "hinted", "explained", "predicted", "finished", "visited"];

/**
 * @typedef {object} Event
 * @property {number} v
 * @property {string} id                 16 random characters
 * @property {string} t                  ISO 8601, UTC, never before an event this tab already knew
 * @property {string} session            one per tab
 * @property {number} seq                grows with every event known so far (Lamport), from 1
 * @property {string} item
 * @property {string} placement
 * @property {string} verb               see VERBS
 * @property {string} [item_version]
 * @property {string} [course_version]
 * @property {string} [lang]
 * @property {number} [attempt]          1 for the first answer
 * @property {string | null} [response]  canonical
 * @property {{raw: number, max: number} | null} [score]
 * @property {boolean | null} [success]  null where nothing is judged
 * @property {"error"} [status]          the learner's code raised
 * @property {string} [feedback]         what was said of it, where it cannot be looked up again (see marked.js)
 * @property {number} [hints]            hints seen so far
 * @property {number} [duration_ms]      time spent on this attempt
 * @property {number} [total_ms]         time spent on the item so far
 * @property {number | null} [confidence] 1 (not sure) to 3 (certain)
 */

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
const ALPHABET = "0123456789abcdefghijkmnpqrstvwxy";

/**
 * A random id: five bits a character.
 * @param {(bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>} random  fills the bytes, as crypto.getRandomValues does
 * @param {number} [length]
 */
export function newId(random, length = 16) {
  return [...random(new Uint8Array(length))].map((byte) => ALPHABET[byte % 32]).join("");
}

/** Whether `value` can be kept as an event: an object with an id. @param {any} value @returns {value is Event} */
export function isEvent(value) {
  return typeof value === "object" && value !== null && typeof value.id === "string" && value.id !== "";
}

/** Whether the event was written by a newer version of the course. @param {Event} event */
export const isNewer = (event) => typeof event.v === "number" && event.v > V;

/** Whether this version of the course understands the event. @param {Event} event */
export function isReducible(event) {
  return (
    !isNewer(event) &&
    VERBS.includes(event.verb) &&
    typeof event.item === "string" &&
    typeof event.placement === "string" &&
    typeof event.t === "string" &&
    ISO.test(event.t)
  );
}

/** Where an item stands: what the events about one item at one placement share. @param {string} item @param {string} placement */
export const keyOf = (item, placement) => `${placement}\u0000${item}`;

/** @param {number | undefined} value */
export const count = (value) => (Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : 0);

/**
 * The total order of events: time, then Lamport number, then session and id. An event written after another was known
 * always comes after it, even when a clock was set back.
 * @param {Event} a @param {Event} b
 */
export function compareEvents(a, b) {
  return (
    compare(a.t ?? "", b.t ?? "") ||
    (Number(a.seq) || 0) - (Number(b.seq) || 0) ||
    compare(a.session ?? "", b.session ?? "") ||
    compare(a.id, b.id)
  );
}

/** @param {string} a @param {string} b */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The union of two events of the same id. They are equal unless someone edited a file by hand; the choice between them
 * must then not depend on which came first.
 * @param {Event | undefined} one @param {Event} other
 */
export function unite(one, other) {
  if (!one) return other;
  if (JSON.stringify(one) === JSON.stringify(other)) return one; // nearly always, and much cheaper
  return canonical(one) >= canonical(other) ? one : other;
}

/** The events once each, by id. @param {Iterable<Event>} events @returns {Event[]} */
export function distinct(events) {
  /** @type {Map<string, Event>} */
  const byId = new Map();
  for (const event of events) byId.set(event.id, unite(byId.get(event.id), event));
  return [...byId.values()];
}

/** The last event that passes `test`. @param {Event[]} events @param {(event: Event) => boolean} test */
export function last(events, test) {
  for (let place = events.length - 1; place >= 0; place -= 1) if (test(events[place])) return events[place];
  return undefined;
}

/** The value as JSON with its keys in order. @param {any} value @returns {string} */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${fields.join(",")}}`;
}
