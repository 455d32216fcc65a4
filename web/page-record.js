// @ts-check
// The record of this page: opened once, in this browser's storage if it may be used.

import { openRecord } from "./record.js";

/** @type {ReturnType<typeof openRecord> | undefined} */
let opened;

/** The one record that every item of the page shares. */
export function pageRecord() {
  if (!opened) {
    const record = openRecord({
      storage: storage(),
      courseVersion: document.documentElement.dataset.courseVersion ?? "",
    });
    window.addEventListener("storage", (event) => record.receive(event)); // what other tabs wrote
    opened = record;
  }
  return opened;
}

/** This browser's storage, or null where reading it is forbidden (it then throws as soon as it is named). */
function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
