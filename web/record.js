// @ts-check
// The learner's record: everything that happened to every item, kept in this browser. Its state is a pure reduction of
// the union of events (record/reduction.js); this file only keeps the union, writes it, and tells who listens.

import { compact, withoutOldDrafts } from "./record/compaction.js";
import { decodeEvents } from "./record/decode.js";
import { encodeStates } from "./record/encode.js";
import { V, VERBS, compareEvents, count, isNewer, isReducible, keyOf, newId } from "./record/events.js";
import { Knowledge } from "./record/knowledge.js";
import { isSent } from "./record/reduction.js";
import { Vault } from "./record/vault.js";
import { fileText, readFile } from "./record/transfer.js";

/**
 * @typedef {import("./record/events.js").Event} Event
 * @typedef {import("./record/reduction.js").ItemState} ItemState
 * @typedef {import("./record/storage.js").KeyValueStore} KeyValueStore
 *
 * @typedef {object} Options
 * @property {KeyValueStore | null} [storage]  null: nothing can be kept, the record lives in memory
 * @property {() => number} [now]              milliseconds since 1970
 * @property {(bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>} [random]  fills the bytes
 * @property {string} [courseVersion]
 * @property {string} [lang]
 * @property {string} [session]                the session this tab continues; a new one by default
 *
 * @typedef {object} Health
 * @property {"kept" | "memory"} storage  memory: what follows lasts as long as the page
 * @property {"" | "forbidden" | "full"} reason  why it is in memory
 * @property {number} damaged  texts found unreadable since the page opened, set aside
 * @property {number} unread   texts this version cannot read, in all
 * @property {number} newer    events and sessions of a newer version of the course, kept as they are
 * @property {number} events   that stand in the record
 * @property {number} unsaved  answers and ends of stops since the learner last downloaded the file
 * @property {string | null} saved  when that was
 *
 * @typedef {Pick<Event, "item" | "placement" | "verb"> & Partial<Event>} NewEvent
 * @typedef {number | Record<string, number>} Cursor  last seq received, for all sessions or for each
 * @typedef {import("./record/transfer.js").FileContent["outcome"]} Outcome
 */

/** @param {Options} [options] */
export function openRecord({
  storage = null,
  now = Date.now,
  random = (bytes) => crypto.getRandomValues(bytes),
  courseVersion = "",
  lang = "fr",
  session = newId(random, 12),
} = {}) {
  /** @type {Set<() => void>} */
  const watchers = new Set();
  /** @type {Set<(event: Event) => void>} */
  const subscribers = new Set();
  const known = new Knowledge();
  const vault = new Vault({ storage, session, now, newName: () => newId(random, 8) });
  known.take(vault.open());

  /** Takes events in and tells who listens. @param {Iterable<Event>} events */
  function learn(events) {
    const fresh = known.take(events);
    for (const event of fresh) if (event.verb !== "drafted") for (const fn of subscribers) call(() => fn(event));
    if (fresh.length) changed();
    return fresh;
  }

  const changed = () => watchers.forEach(call);

  /** Before anything is written: another tab may have erased the record meanwhile. */
  function catchUp() {
    if (vault.wasErased()) known.forget();
    known.take(vault.collision());
  }

  /** @param {NewEvent} about @returns {Event} */
  function newEvent(about) {
    const clock = new Date(now()).toISOString();
    return {
      v: V,
      id: newId(random),
      t: clock > known.latest ? clock : known.latest,
      session: vault.session,
      seq: known.highestSeq + 1,
      course_version: courseVersion,
      lang,
      ...about,
    };
  }

  return {
    get session() {
      return vault.session;
    },

    /** Adds an event; missing counters (attempt, hints, total time) follow from the state. @param {NewEvent} about */
    add(about) {
      if (!about.item || !about.placement || !VERBS.includes(about.verb))
        throw new TypeError(`record.add: item, placement and a verb among ${VERBS.join(", ")} are needed`);
      catchUp();
      const before = known.state(about.item, about.placement);
      const event = newEvent(about);
      if (isSent(event)) event.attempt ??= before.attempts + 1;
      if (event.verb === "hinted") event.hints ??= before.hints + 1;
      if (isSent(event)) event.hints = Math.max(before.hints, count(event.hints));
      if (about.duration_ms) event.total_ms ??= before.duration_ms + count(about.duration_ms);
      vault.write([event], known.events());
      if (isSent(event)) vault.dropDraft(keyOf(event.item, event.placement));
      learn([event]);
      return event;
    },

    /** Keeps what is typed and not sent. @param {string} item @param {string} placement @param {string} response */
    draft(item, placement, response) {
      catchUp();
      const { draft, response: sent } = known.state(item, placement);
      if (response === (draft ?? sent ?? "")) return;
      const event = newEvent({ item, placement, verb: "drafted", response });
      vault.writeDraft(keyOf(item, placement), event, known.events());
      learn([event]);
    },

    /** @param {string} item @param {string} placement @returns {ItemState} */
    state: (item, placement) => known.state(item, placement),

    /** Every item that has a state. @returns {ItemState[]} */
    states: () => known.states(),

    /**
     * Hands every event (drafts excepted) after `from` to `fn`, in order, then each new one. An event may come more
     * than once, and one imported late may come with a low seq: `fn` is idempotent by event id.
     * @param {(event: Event) => void} fn @param {Cursor} [from] @returns {() => void} unsubscribes
     */
    subscribe(fn, from = 0) {
      const received = (/** @type {Event} */ event) => (typeof from === "number" ? from : (from[event.session] ?? 0));
      // What was never numbered (a state brought back from an LMS) is always handed over.
      const past = known.events().filter((e) => e.verb !== "drafted" && !(e.seq >= 1 && e.seq <= received(e)));
      for (const event of past.sort(compareEvents)) call(() => fn(event));
      subscribers.add(fn);
      return () => subscribers.delete(fn);
    },

    /** Calls `fn` (no argument) whenever the state or the health changed. @param {() => void} fn @returns {() => void} */
    watch(fn) {
      watchers.add(fn);
      return () => watchers.delete(fn);
    },

    /** The learner's file. */
    exportText: () =>
      fileText(withoutOldDrafts(known.events()).sort(compareEvents), {
        courseVersion,
        exported: new Date(now()).toISOString(),
        unread: vault.shelf.unread(),
      }),

    /**
     * Unites a learner's file with the record.
     * @param {string} text @returns {{ outcome: Outcome, added: number, known: number, lost: number, newer: number }}
     */
    importText(text) {
      catchUp();
      const file = readFile(text);
      const fresh = file.events.filter((event) => !known.has(event.id));
      if (fresh.length) vault.write(fresh, known.events());
      vault.shelf.setAside(file.unread);
      learn(file.events);
      const { outcome, lost, newer } = file;
      return { outcome, added: fresh.length, known: file.events.length - fresh.length, lost, newer };
    },

    /** Forgets everything, here and in the other tabs. The learner was asked twice before. */
    erase() {
      vault.erase(newId(random, 12));
      known.forget();
      changed();
    },

    /**
     * The state of every item in at most `limit` characters (for an LMS): no free text, no draft.
     * @param {Record<string, number>} numbers  of the items, from items.lock
     * @param {number} [limit]
     */
    encode: (numbers, limit) => encodeStates(known.states(), numbers, limit),

    /** Unites such a text with the record. @param {string} text @param {Record<string, number>} numbers */
    decode(text, numbers) {
      catchUp();
      const events = decodeEvents(text, numbers).filter((event) => !known.has(event.id));
      if (events.length) vault.write(events, known.events());
      learn(events);
      return events.length;
    },

    /** Small dated notes beside the record: "saved", "reminded"… @param {string} name @returns {string | null} */
    mark: (name) => vault.shelf.marks()[name] ?? null,

    /** @param {string} name */
    setMark(name) {
      vault.shelf.setMark(name, newEvent({ item: "", placement: "", verb: "" }).t);
      changed();
    },

    /** @returns {Health} */
    get health() {
      const events = known.events();
      const saved = vault.shelf.marks().saved ?? null;
      return {
        ...vault.health(),
        newer: vault.newer + events.filter(isNewer).length,
        events: events.length,
        unsaved: events.filter((e) => isReducible(e) && (isSent(e) || e.verb === "finished") && e.t > (saved ?? ""))
          .length,
        saved,
      };
    },

    /** What another tab did to the storage, from the window's `storage` event. @param {{ key: string | null, newValue: string | null }} change */
    receive(change) {
      if (vault.wasErased()) {
        known.forget();
        changed();
      }
      learn(vault.read(change));
    },

    /** Reads everything again (the page comes back from the browser's cache). */
    refresh() {
      catchUp();
      learn(vault.open());
    },

    /** The page is leaving: makes sure that everything it holds is in the storage. */
    flush: () => vault.flush(known.events()),
  };
}

/** A listener that breaks must not keep the others, nor the record, from working. @param {() => void} action */
function call(action) {
  try {
    action();
  } catch (error) {
    console.error(error);
  }
}
