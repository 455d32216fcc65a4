// @ts-check
// The record of this page, opened once and shared by all its items.

import { openTab } from "./record/tab.js";

/** @typedef {ReturnType<typeof openTab>} LearnerRecord */

// In Jupyter every widget may load this script anew: they meet on the window.
const SLOT = Symbol.for("denouement.record");

/** The one record of the page (in Jupyter, of the window). @returns {LearnerRecord} */
export function pageRecord() {
  const shared = /** @type {Record<symbol, LearnerRecord | undefined>} */ (/** @type {unknown} */ (window));
  return (shared[SLOT] ??= openTab(window, { courseVersion: document.documentElement.dataset.courseVersion }));
}
