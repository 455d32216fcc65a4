// @ts-check
// The record of this page, opened once and shared by all its items.

import { openTab } from "./record/tab.js";

/** @type {ReturnType<typeof openTab> | undefined} */
let opened;

/** The one record of the page (in Jupyter, of the window). */
export function pageRecord() {
  opened ??= openTab(window, { courseVersion: document.documentElement.dataset.courseVersion });
  return opened;
}
