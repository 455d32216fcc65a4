// @ts-check
// What stands beside the events: texts nobody could read so far, never thrown away, and a few dated notes.

import * as disk from "./storage.js";

const MARKS = `${disk.PREFIX}marks`;

export class Shelf {
  /** @type {disk.KeyValueStore | null} */
  #storage;
  #newName;
  /** @type {Record<string, string>} */
  #marks = {};
  /** @type {Set<string>} unreadable texts that found no room in the storage */
  #carried = new Set();

  /** @param {disk.KeyValueStore | null} storage @param {() => string} newName */
  constructor(storage, newName) {
    this.#storage = storage;
    this.#newName = newName;
  }

  /** Texts that no version could read so far. @returns {string[]} */
  unread() {
    return [...new Set([...(this.#storage ? disk.unreadTexts(this.#storage) : []), ...this.#carried])];
  }

  /** How many were set aside (those that a newer version wrote stand under their own keys, and are not counted). */
  get size() {
    const aside = this.#storage ? disk.keys(this.#storage).filter(disk.isAside) : [];
    return aside.length + this.#carried.size;
  }

  /** @param {string[]} texts */
  setAside(texts) {
    const known = new Set(this.unread());
    for (const text of texts) {
      if (known.has(text)) continue;
      known.add(text);
      if (!this.#storage || !disk.setAside(this.#storage, text, this.#newName())) this.#carried.add(text);
    }
  }

  /** @returns {Record<string, string>} */
  marks() {
    try {
      return { ...this.#marks, ...JSON.parse(this.#storage?.getItem(MARKS) ?? "{}") };
    } catch {
      return this.#marks;
    }
  }

  /** @param {string} name @param {string} t */
  setMark(name, t) {
    this.#marks = { ...this.marks(), [name]: t };
    if (this.#storage) disk.put(this.#storage, MARKS, JSON.stringify(this.#marks));
  }

  clear() {
    this.#marks = {};
    this.#carried.clear();
  }
}
