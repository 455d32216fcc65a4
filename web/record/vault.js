// @ts-check
// What this tab keeps in the browser's storage: its own log, rewritten whole at each event, and its drafts. It works on
// in memory when the storage is forbidden or full. What the other tabs keep is theirs: it is read, and only gathered
// into one key when it is old, or when there is no room left.

import { compact, withoutOldDrafts } from "./compaction.js";
import { compareEvents, distinct } from "./events.js";
import { Shelf } from "./shelf.js";
import * as disk from "./storage.js";

/**
 * @typedef {import("./events.js").Event} Event
 * @typedef {import("./storage.js").KeyValueStore} KeyValueStore
 */

const EPOCH = `${disk.PREFIX}epoch`;
const DAY = 86_400_000;
const MANY_SESSIONS = 12;
const TRIES_BETWEEN_COMPACTIONS = 20;

export class Vault {
  /** @type {KeyValueStore | null} */
  #storage;
  #now;
  #newName;
  /** @type {Map<string, Event>} by id: what this tab answers for */
  #own = new Map();
  /** @type {Map<string, Event>} by item and placement */
  #drafts = new Map();
  /** @type {string | null} what this tab last wrote under its key */
  #written = null;
  /** @type {string | null} changes when the learner erases everything, in any tab */
  #epoch = null;
  #failures = 0;
  #damaged = 0;
  /** Sessions written by a newer version. */
  newer = 0;
  /** @type {"" | "forbidden" | "full"} */
  #reason = "";

  /** @param {{ storage: KeyValueStore | null, session: string, now: () => number, newName: () => string }} options */
  constructor({ storage, session, now, newName }) {
    this.session = session;
    this.#now = now;
    this.#newName = newName;
    this.#storage = storage && disk.isAllowed(storage) ? storage : null;
    if (!this.#storage) this.#reason = "forbidden";
    this.shelf = new Shelf(this.#storage, newName);
  }

  /** Reads every session, this tab's included. @returns {Event[]} */
  open() {
    const storage = this.#storage;
    if (!storage) return [];
    this.#epoch = storage.getItem(EPOCH);
    const reading = disk.readAll(storage, this.#newName);
    this.newer = reading.newer;
    this.#damaged += reading.damaged;
    this.#takeSession(reading.stored, storage);
    this.#gatherOld(reading.stored, storage);
    return reading.stored.flatMap((one) => one.events);
  }

  /** @param {disk.Stored[]} stored @param {KeyValueStore} storage */
  #takeSession(stored, storage) {
    const mine = (/** @type {"log" | "drafts"} */ kind) =>
      stored.find((one) => one.kind === kind && one.session === this.session);
    const occupied = (/** @type {"log" | "drafts"} */ kind) =>
      !mine(kind) && storage.getItem(disk.keyFor(kind, this.session)) !== null;
    // A text of ours that this version cannot read stays where it is, and this tab goes on under another name.
    if (occupied("log") || occupied("drafts")) this.session = this.#newName();
    for (const event of mine("log")?.events ?? []) this.#own.set(event.id, event);
    for (const event of mine("drafts")?.events ?? []) {
      const key = `${event.placement}\u0000${event.item}`;
      const held = this.#drafts.get(key);
      if (!held || compareEvents(held, event) < 0) this.#drafts.set(key, event);
    }
    this.#written = storage.getItem(disk.keyFor("log", this.session));
  }

  /** Many sessions of earlier days become one key. @param {disk.Stored[]} stored @param {KeyValueStore} storage */
  #gatherOld(stored, storage) {
    const yesterday = new Date(this.#now() - DAY).toISOString();
    const old = stored.filter((one) => one.session !== this.session && one.events.every((event) => event.t < yesterday));
    if (old.filter((one) => one.kind === "log").length < MANY_SESSIONS) return;
    const living = new Set(withoutOldDrafts(stored.flatMap((one) => one.events)).map((event) => event.id));
    const events = distinct(old.flatMap((one) => one.events)).filter((event) => living.has(event.id));
    const text = disk.containerText(events);
    if (!disk.attempt(() => storage.setItem(disk.keyFor("log", `archive-${this.#newName()}`), text))) return;
    for (const one of old) if (storage.getItem(one.key) === one.text) storage.removeItem(one.key);
  }

  /** Keeps `events` under this tab's key. @param {Event[]} events @param {Event[]} all  everything known, for compaction */
  write(events, all) {
    for (const event of events) this.#own.set(event.id, event);
    this.#save(() => this.#writeLog(), all);
  }

  /** @param {string} key @param {Event} event @param {Event[]} all */
  writeDraft(key, event, all) {
    this.#drafts.set(key, event);
    this.#save(() => this.#writeDrafts(), all);
  }

  /** @param {string} key */
  dropDraft(key) {
    if (this.#drafts.delete(key)) this.#writeDrafts();
  }

  #writeLog() {
    const text = disk.containerText(this.#own.values());
    const written = this.#put(disk.keyFor("log", this.session), text);
    if (written) this.#written = text;
    return written;
  }

  #writeDrafts() {
    const key = disk.keyFor("drafts", this.session);
    if (this.#drafts.size) return this.#put(key, disk.containerText(this.#drafts.values()));
    this.#storage?.removeItem(key);
    return true;
  }

  /** @param {string} key @param {string} text */
  #put(key, text) {
    const storage = this.#storage;
    return storage !== null && disk.put(storage, key, text);
  }

  /** @param {() => boolean} write @param {Event[]} all */
  #save(write, all) {
    if (!this.#storage) return;
    const written = write() || (this.#failures % TRIES_BETWEEN_COMPACTIONS === 0 && this.#writeCompacted(write, all));
    // Once full, everything is written again as soon as a write goes through.
    const complete = written && (this.#reason === "" || (this.#writeLog() && this.#writeDrafts()));
    this.#failures = complete ? 0 : this.#failures + 1;
    this.#reason = complete ? "" : "full";
  }

  /** Compacts this tab's log; if that does not do, all the logs together. @param {() => boolean} write @param {Event[]} all */
  #writeCompacted(write, all) {
    this.#own = byId(compact(this.#own.values()));
    if (this.#writeLog() && write()) return true;
    const storage = /** @type {KeyValueStore} */ (this.#storage);
    const others = disk.readAll(storage, this.#newName).stored.filter((one) => one.session !== this.session);
    const drafts = new Set([...this.#drafts.values()].map((event) => event.id));
    const together = compact([...all, ...this.#own.values(), ...others.flatMap((one) => one.events)]);
    const own = this.#own;
    this.#own = byId(together.filter((event) => !drafts.has(event.id)));
    for (const one of others) storage.removeItem(one.key);
    if (this.#writeLog() && write()) return true;
    this.#own = own;
    this.#writeLog();
    for (const one of others)
      if (!this.#put(one.key, one.text)) for (const event of one.events) this.#own.set(event.id, event);
    return false;
  }

  /** Whether another tab erased the record since; this tab then forgets as well. */
  wasErased() {
    const epoch = this.#storage?.getItem(EPOCH) ?? null;
    if (epoch === null || epoch === this.#epoch) return false;
    this.#forget(epoch);
    return true;
  }

  /** @param {string} epoch */
  erase(epoch) {
    this.#forget(epoch);
    const storage = this.#storage;
    if (!storage) return;
    this.#put(EPOCH, epoch);
    for (const key of disk.keys(storage)) if (key !== EPOCH) storage.removeItem(key);
    this.#put(EPOCH, epoch);
    this.#reason = "";
  }

  /** @param {string} epoch */
  #forget(epoch) {
    this.#epoch = epoch;
    this.#own.clear();
    this.#drafts.clear();
    this.shelf.clear();
    this.#written = null;
    this.#damaged = 0;
    this.newer = 0;
    this.session = this.#newName();
  }

  /** What someone else wrote under this tab's key, taken in before it is written over. @returns {Event[]} */
  collision() {
    const text = this.#storage?.getItem(disk.keyFor("log", this.session)) ?? null;
    if (text === null || text === this.#written) return [];
    const content = disk.readContainer(text);
    if (content === "newer") this.session = this.#newName();
    if (content === "newer") return [];
    if (content === null || content.lost) this.shelf.setAside([text]);
    for (const event of content?.events ?? []) this.#own.set(event.id, event);
    return content?.events ?? [];
  }

  /** The events another tab just wrote. @param {{ key: string | null, newValue: string | null }} change @returns {Event[]} */
  read({ key, newValue }) {
    const place = key === null ? null : disk.parseKey(key);
    if (!place || newValue === null) return [];
    if (place.session === this.session) return this.collision();
    const content = disk.readContainer(newValue);
    return content === null || content === "newer" ? [] : content.events;
  }

  /** Writes this tab's log again when another tab took it away without all of it. @param {Event[]} all */
  flush(all) {
    const storage = this.#storage;
    if (!storage || !this.#own.size || this.wasErased()) return;
    if (this.#reason === "" && storage.getItem(disk.keyFor("log", this.session)) !== null) return;
    const stored = new Set(disk.readAll(storage, this.#newName).stored.flatMap((one) => one.events.map((e) => e.id)));
    if (compact(all).some((event) => this.#own.has(event.id) && !stored.has(event.id))) this.write([], all);
  }

  health() {
    return {
      storage: /** @type {"kept" | "memory"} */ (this.#reason ? "memory" : "kept"),
      reason: this.#reason,
      damaged: this.#damaged,
      unread: this.shelf.size + this.newer,
    };
  }
}

/** @param {Event[]} events @returns {Map<string, Event>} */
const byId = (events) => new Map(events.map((event) => [event.id, event]));
