// @ts-check
// What Python tells of a learner's work in a notebook of the course, on its way to the record.

import { outcome } from "./editor/outcome.js";
import { words } from "./words.js";

/**
 * @typedef {object} Judged  what `check` found, as in the page (see src/denouement/exercises/session.py)
 * @property {string} status
 * @property {string} key
 * @property {string} html
 * @property {number} points
 * @property {number} max
 */

/**
 * Adds to `record` what a message is `about`: an event, whose result follows from `judged` as it does in the page.
 * @param {{ add(event: any): unknown }} record
 * @param {{ judged?: Judged, [field: string]: unknown }} about
 */
export function tell(record, { judged, ...event }) {
  if (!judged) return record.add(event);
  const reply = /** @type {any} */ ({ shown: [], error: null, feedback: judged, ended: "" });
  const { status, feedback, points, max } = outcome(reply, { task: "check", max: judged.max, words });
  if (!["passed", "failed", "error"].includes(status)) return;
  const error = status === "error" ? { status } : {};
  record.add({ ...event, success: status === "passed", score: { raw: points, max }, feedback, ...error });
}
