// @ts-check
// Reads the short text of the state (encode.js) back into events.

import { FIRST_DAY, LAST_STOP, MINUTE, OUTCOMES, stem, unescape, usualScore } from "./alphabet.js";
import { V } from "./events.js";

/** @typedef {import("./events.js").Event} Event */

/**
 * The events that bring such a text back: the same text always gives the same events, which never stand after those
 * they were made from. An entry that cannot be read is passed over.
 * @param {string} text @param {Record<string, number>} numbers @returns {Event[]}
 */
export function decodeEvents(text, numbers) {
  const [version, start, stops = "", ...groups] = text.split("|");
  const base = parseInt(start, 36);
  if (version !== String(V) || Number.isNaN(base)) return [];
  const names = new Map(Object.entries(numbers).map(([item, number]) => [number.toString(36), item]));
  const items = groups.flatMap((group) => {
    const [placement, entries = ""] = group.split(":");
    return entries.split(";").flatMap((entry) => entryEvents(entry, unescape(placement), names, base));
  });
  return [...stopEvents(stops, base), ...items];
}

/** @param {string} stops @param {number} base @returns {Event[]} */
function stopEvents(stops, base) {
  return stops.split(";").filter(Boolean).flatMap((part) => {
    const [name, mask = ""] = part.split("*");
    const doc = unescape(name);
    const bits = parseInt(mask, 36);
    const numbers = Array.from({ length: LAST_STOP }, (_, place) => place + 1);
    return numbers
      .filter((number) => Math.floor(bits / 2 ** (number - 1)) % 2 === 1)
      .map((number) => madeEvent(`stop:${doc}#etape-${number}`, stem(doc), base, 0, { verb: "finished" }));
  });
}

/** @param {string} entry @param {string} placement @param {Map<string, string>} names @param {number} base @returns {Event[]} */
function entryEvents(entry, placement, names, base) {
  const [number, codes = "", time, seconds, response = "", score = ""] = entry.split("_");
  const item = number.startsWith("~") ? unescape(number.slice(1)) : names.get(number);
  const [flags, attempt, hints, confidence] = [...codes].map((character) => parseInt(character, 36));
  const minute = base + parseInt(time, 36);
  if (!item || !placement || codes.length !== 4 || Number.isNaN(minute)) return [];
  const outcome = OUTCOMES[Math.floor(flags / 4)];
  const success = outcome === "passed" ? true : outcome === "failed" || outcome === "error" ? false : null;
  const counters = { hints, total_ms: (parseInt(seconds, 36) || 0) * 1000 };
  const events = [];
  if (flags & 1) events.push(madeEvent(item, placement, minute, 0, { verb: "explained", ...counters }));
  if (outcome === "none") events.push(madeEvent(item, placement, minute, 0, { verb: "hinted", ...counters }));
  else {
    const common = { verb: outcome === "predicted" ? "predicted" : "answered", attempt, ...counters };
    if (flags & 2 && !success) events.push(madeEvent(item, placement, minute, -1, { ...common, success: true }));
    events.push(
      madeEvent(item, placement, minute, 0, {
        ...common,
        response: response ? unescape(response) : null,
        success,
        score: readScore(score, success),
        confidence: confidence || null,
        ...(outcome === "error" ? { status: /** @type {const} */ ("error") } : {}),
      }),
    );
  }
  return events;
}

/** @param {string} text @param {boolean | null} success */
function readScore(text, success) {
  if (text === "") return usualScore(success);
  const [raw, max] = text.split("/").map(Number);
  return Number.isFinite(raw) && Number.isFinite(max) ? { raw, max } : null;
}

/** @param {string} item @param {string} placement @param {number} minute @param {number} seq @param {Partial<Event> & {verb: string}} rest @returns {Event} */
function madeEvent(item, placement, minute, seq, rest) {
  const t = new Date(FIRST_DAY + minute * MINUTE).toISOString();
  const event = { v: V, t, session: "state", seq, item, placement, ...rest };
  return { ...event, id: `state-${hash(JSON.stringify(event))}` };
}

/** 64 bits of FNV-1a, enough to tell a few thousand events apart. @param {string} text */
function hash(text) {
  let value = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n);
  return value.toString(36);
}
