// @ts-check
// The keys of the record in the browser's storage: one log and one set of drafts per session, so that two tabs never
// overwrite each other. Nothing unreadable is deleted: it is set aside under another key.

import { V, isEvent } from "./events.js";

/**
 * @typedef {import("./events.js").Event} Event
 * @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">} KeyValueStore
 * @typedef {{ key: string, kind: "log" | "drafts", session: string, text: string, events: Event[] }} Stored
 * @typedef {{ stored: Stored[], newer: number, damaged: number }} Reading
 *   newer: containers written by a newer version, left untouched; damaged: set aside during this reading
 */

export const PREFIX = "denouement:";
const ASIDE = `${PREFIX}aside:`;

/** @param {"log" | "drafts"} kind @param {string} session */
export const keyFor = (kind, session) => `${PREFIX}${kind}:${session}`;

/** @param {string} key @returns {{ kind: "log" | "drafts", session: string } | null} */
export function parseKey(key) {
  const found = key.startsWith(PREFIX) ? /^(log|drafts):(.+)$/.exec(key.slice(PREFIX.length)) : null;
  return found && { kind: /** @type {"log" | "drafts"} */ (found[1]), session: found[2] };
}

/** @param {Iterable<Event>} events */
export const containerText = (events) => JSON.stringify({ v: V, events: [...events] });

/**
 * What a stored text holds: its events and how many entries were no events; "newer" when a newer version wrote it,
 * null when it is damaged.
 * @param {string} text @returns {{ events: Event[], lost: number } | "newer" | null}
 */
export function readContainer(text) {
  try {
    const container = JSON.parse(text);
    if (container?.v > V) return "newer";
    if (!Array.isArray(container?.events)) return null;
    const events = container.events.filter(isEvent);
    return { events, lost: container.events.length - events.length };
  } catch {
    return null;
  }
}

/** Every key of the record. @param {KeyValueStore} storage @returns {string[]} */
export function keys(storage) {
  const found = [];
  for (let place = 0; place < storage.length; place += 1) {
    const key = storage.key(place);
    if (key?.startsWith(PREFIX)) found.push(key);
  }
  return found.sort();
}

/**
 * Reads every session. A damaged text is copied under another key before its key is freed; where there is no room for
 * the copy, it stays where it is.
 * @param {KeyValueStore} storage @param {() => string} newName @returns {Reading}
 */
export function readAll(storage, newName) {
  /** @type {Reading} */
  const reading = { stored: [], newer: 0, damaged: 0 };
  for (const key of keys(storage)) {
    const place = parseKey(key);
    const text = place && storage.getItem(key);
    if (!place || text === null) continue;
    const content = readContainer(text);
    if (content === "newer") reading.newer += 1;
    else if (content === null || content.lost) {
      reading.damaged += 1;
      const copied = setAside(storage, text, newName());
      if (copied && content === null) storage.removeItem(key);
      if (copied && content) put(storage, key, containerText(content.events));
    }
    if (content && content !== "newer") reading.stored.push({ key, ...place, text, events: content.events });
  }
  return reading;
}

/** Texts this version could not read: set aside, without room for that, or written by a newer version. @param {KeyValueStore} storage @returns {string[]} */
export const unreadTexts = (storage) =>
  keys(storage).flatMap((key) => {
    const text = storage.getItem(key) ?? "";
    return isAside(key) || (parseKey(key) && !isReadable(readContainer(text))) ? [text] : [];
  });

/** @param {ReturnType<typeof readContainer>} content */
const isReadable = (content) => content !== null && content !== "newer" && content.lost === 0;

/** @param {string} key */
export const isAside = (key) => key.startsWith(ASIDE);

/** Whether there was room. @param {KeyValueStore} storage @param {string} text @param {string} name */
export const setAside = (storage, text, name) => put(storage, ASIDE + name, text);

/** Whether there was room. @param {KeyValueStore} storage @param {string} key @param {string} text */
export const put = (storage, key, text) => attempt(() => storage.setItem(key, text));

/** Runs `action`; whether it went through. @param {() => void} action */
export function attempt(action) {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether the browser lets the course keep anything. A full storage counts: compaction may make room, or the learner.
 * @param {KeyValueStore} storage
 */
export function isAllowed(storage) {
  const probe = `${PREFIX}probe`;
  try {
    keys(storage);
    storage.setItem(probe, "1");
    storage.removeItem(probe);
    return true;
  } catch (error) {
    return error instanceof DOMException && /quota/i.test(error.name); // QuotaExceededError, NS_ERROR_DOM_QUOTA_REACHED
  }
}
