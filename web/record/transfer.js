// @ts-check
// The learner's file: one JSON document, one event a line, that people can read and any version of the course opens.

import { V, isEvent, isNewer } from "./events.js";

/**
 * @typedef {import("./events.js").Event} Event
 *
 * @typedef {object} FileContent
 * @property {"read" | "salvaged" | "empty-file" | "not-json" | "not-ours"} outcome  salvaged: only the readable lines
 * @property {Event[]} events
 * @property {string[]} unread    texts no version could read so far, carried along
 * @property {number} lost        entries of the file that are no events
 * @property {number} newer       events of a newer version, kept as they are
 */

export const FORMAT = "denouement-record";
export const COURSE = "Le closing n'existe pas";

/**
 * @param {Event[]} events
 * @param {{ courseVersion: string, exported: string, unread: string[] }} about
 */
export function fileText(events, { courseVersion, exported, unread }) {
  const head = { format: FORMAT, v: V, course: COURSE, course_version: courseVersion, exported };
  const fields = Object.entries(head).map(([name, value]) => `"${name}": ${JSON.stringify(value)}`);
  if (unread.length) fields.push(`"unread": ${list(unread)}`);
  fields.push(`"events": ${list(events)}`);
  return `{\n${fields.join(",\n")}\n}\n`;
}

/** @param {any[]} values */
const list = (values) => (values.length ? `[\n${values.map((value) => JSON.stringify(value)).join(",\n")}\n]` : "[]");

/** What a file chosen by the learner holds. @param {string} text @returns {FileContent} */
export function readFile(text) {
  const cleaned = text.replace(/^\ufeff/, "").trim();
  if (!cleaned) return nothing("empty-file");
  let file;
  try {
    file = JSON.parse(cleaned);
  } catch {
    return cleaned.includes(`"${FORMAT}"`) ? salvage(cleaned) : nothing("not-json");
  }
  if (file?.format !== FORMAT || !Array.isArray(file.events)) return nothing("not-ours");
  const unread = Array.isArray(file.unread) ? file.unread.filter((/** @type {any} */ t) => typeof t === "string") : [];
  return content("read", file.events, unread);
}

/** A file cut short: what its lines still hold. @param {string} text */
function salvage(text) {
  const lines = text.slice(text.indexOf('"events"')).split("\n").slice(1);
  const entries = lines.filter((line) => line.startsWith("{")).map((line) => {
    try {
      return JSON.parse(line.replace(/,\s*$/, ""));
    } catch {
      return null;
    }
  });
  return content("salvaged", entries, []);
}

/** @param {FileContent["outcome"]} outcome @param {any[]} entries @param {string[]} unread @returns {FileContent} */
function content(outcome, entries, unread) {
  const events = entries.filter(isEvent);
  const lost = entries.length - events.length;
  return { outcome, events, unread, lost, newer: events.filter(isNewer).length };
}

/** @param {FileContent["outcome"]} outcome */
const nothing = (outcome) => content(outcome, [], []);
