// @ts-check
// Every event this tab knows of, once each, with the state of each item computed when asked for.

import { count, isReducible, keyOf, unite } from "./events.js";
import { emptyState, reduceItem } from "./reduction.js";

/**
 * @typedef {import("./events.js").Event} Event
 * @typedef {import("./reduction.js").ItemState} ItemState
 */

export class Knowledge {
  /** @type {Map<string, Event>} */
  #byId = new Map();
  /** @type {Map<string, Map<string, Event>>} by item and placement, then by id */
  #byItem = new Map();
  /** @type {Map<string, ItemState>} */
  #states = new Map();
  /** The time of the latest event. */
  latest = "";
  /** The highest Lamport number. */
  highestSeq = 0;

  /** @param {Iterable<Event>} events @returns {Event[]} those that taught something */
  take(events) {
    return [...events].filter((event) => this.#takeOne(event));
  }

  /** @param {Event} event */
  #takeOne(event) {
    const old = this.#byId.get(event.id);
    if (old === event || unite(old, event) === old) return false;
    if (old && isReducible(old)) this.#group(old).delete(old.id);
    this.#byId.set(event.id, event);
    if (isReducible(event)) {
      this.#group(event).set(event.id, event);
      if (event.t > this.latest) this.latest = event.t;
    }
    this.highestSeq = Math.max(this.highestSeq, count(event.seq));
    return true;
  }

  /** The events about the item of `event`, whose state is now to be computed again. @param {Event} event */
  #group(event) {
    const key = keyOf(event.item, event.placement);
    this.#states.delete(key);
    const group = this.#byItem.get(key) ?? new Map();
    this.#byItem.set(key, group);
    return group;
  }

  /** @param {string} id */
  has(id) {
    return this.#byId.has(id);
  }

  /** @returns {Event[]} */
  events() {
    return [...this.#byId.values()];
  }

  /** @param {string} item @param {string} placement @returns {ItemState} */
  state(item, placement) {
    const key = keyOf(item, placement);
    const group = this.#byItem.get(key);
    if (!group) return emptyState(item, placement);
    const state = this.#states.get(key) ?? reduceItem(group.values(), item, placement);
    this.#states.set(key, state);
    return { ...state };
  }

  /** @returns {ItemState[]} */
  states() {
    return [...this.#byItem.values()].flatMap((group) => {
      const [first] = group.values();
      return first ? [this.state(first.item, first.placement)] : [];
    });
  }

  forget() {
    this.#byId.clear();
    this.#byItem.clear();
    this.#states.clear();
    this.latest = "";
    this.highestSeq = 0;
  }
}
