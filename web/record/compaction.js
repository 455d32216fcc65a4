// @ts-check
// Fewer events, same state: for each item, only those that the reduction would still notice are kept.

import { count, distinct, isReducible, last } from "./events.js";
import { groups, inOrder, isSent } from "./reduction.js";

/** @typedef {import("./events.js").Event} Event */

/**
 * A subset of `events` with the same state, alone or united with any others. Events of unknown verbs or of a newer
 * version are all kept.
 * @param {Iterable<Event>} events @returns {Event[]}
 */
export const compact = (events) => perItem(events, witnesses);

/**
 * `events` without the drafts that a later draft of the same session, or a later answer, replaced.
 * @param {Iterable<Event>} events @returns {Event[]}
 */
export const withoutOldDrafts = (events) => perItem(events, withoutOldDraftsOfItem);

/** @param {Iterable<Event>} events @param {(ordered: Event[]) => Iterable<Event>} keep @returns {Event[]} */
function perItem(events, keep) {
  const all = distinct(events);
  const foreign = all.filter((event) => !isReducible(event));
  const kept = [...groups(all.filter(isReducible)).values()].flatMap((group) => [...keep(inOrder(group))]);
  return [...foreign, ...kept];
}

/** @param {Event[]} ordered  the events of one item, in order @returns {Set<Event>} */
function witnesses(ordered) {
  const sent = ordered.filter(isSent);
  const lastSent = sent.at(-1);
  const since = lastSent ? ordered.slice(ordered.indexOf(lastSent) + 1) : ordered;
  const kept = [
    ordered.at(-1),
    lastSent,
    last(since, (event) => event.verb === "drafted"),
    last(sent, (event) => event.success === true),
    highest(sent, (event) => count(event.attempt)),
    highest(ordered, (event) => count(event.hints)),
    highest(ordered, (event) => count(event.total_ms ?? event.duration_ms)),
    last(ordered, (event) => event.verb === "explained"),
    last(ordered, (event) => event.verb === "finished"),
  ];
  return new Set(kept.filter((event) => event !== undefined));
}

/** @param {Event[]} ordered @returns {Event[]} */
function withoutOldDraftsOfItem(ordered) {
  const lastSent = ordered.indexOf(/** @type {Event} */ (last(ordered, isSent)));
  /** @type {Map<string, Event>} */
  const newest = new Map();
  for (const event of ordered) if (event.verb === "drafted") newest.set(event.session, event);
  return ordered.filter(
    (event, place) => event.verb !== "drafted" || (place > lastSent && newest.get(event.session) === event),
  );
}

/** @param {Event[]} events @param {(event: Event) => number} value */
function highest(events, value) {
  /** @type {Event | undefined} */
  let best;
  for (const event of events) if (value(event) > 0 && (!best || value(event) >= value(best))) best = event;
  return best;
}
