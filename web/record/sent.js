// @ts-check
// Every answer that was sent, in order: what states, which only keep the last one, cannot tell.

import { compareEvents, distinct, isReducible } from "./events.js";
import { isSent } from "./reduction.js";

/**
 * The answers and predictions of the record, of one item at one placement if they are given. A record short of room
 * keeps fewer than were sent (see compaction.js).
 * @param {{ subscribe(fn: (event: import("./events.js").Event) => void): () => void }} record
 * @param {string} [item] @param {string} [placement] @returns {import("./events.js").Event[]}
 */
export function sentEvents(record, item, placement) {
  /** @type {import("./events.js").Event[]} */
  const found = [];
  record.subscribe((event) => found.push(event))(); // what is past is told at once
  const asked = found.filter((e) => item === undefined || (e.item === item && e.placement === placement));
  return distinct(asked).filter((event) => isReducible(event) && isSent(event)).sort(compareEvents);
}
