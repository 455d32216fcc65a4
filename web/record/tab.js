// @ts-check
// The record of a browser tab: its storage, its session from page to page, and the other tabs.

import { openRecord } from "../record.js";
import { isSent } from "./reduction.js";

const SESSION = "denouement:session";

/**
 * Opens the record of this tab. A tab keeps its session from page to page; a page takes the session's name out of the
 * tab's storage while it is open, so that a duplicated tab, which copies that storage, gets a session of its own.
 * @param {Window} window @param {{ courseVersion?: string }} [options]
 */
export function openTab(window, { courseVersion = "" } = {}) {
  const local = storageOf(window, "localStorage");
  const ofTab = storageOf(window, "sessionStorage");
  const session = claim(ofTab);
  const lang = window.document.documentElement.lang || "fr";
  const record = openRecord({ storage: local, courseVersion, lang, ...(session ? { session } : {}) });

  window.addEventListener("storage", ({ key, newValue, storageArea }) => {
    if (storageArea === local) record.receive({ key, newValue });
  });
  window.addEventListener("pagehide", () => {
    record.flush();
    write(ofTab, record.session);
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    claim(ofTab);
    record.refresh();
  });
  askPersistence(record, window.navigator);
  return record;
}

/**
 * At the first answer, asks the browser once not to evict what it keeps. Some browsers ask the learner in turn; the
 * page promises nothing either way.
 * @param {ReturnType<typeof openRecord>} record @param {Navigator} navigator
 */
function askPersistence(record, navigator) {
  let past = true;
  const stop = record.subscribe((event) => {
    if (past || !isSent(event) || event.session !== record.session) return;
    stop();
    if (record.mark("persistence")) return;
    record.setMark("persistence");
    navigator.storage?.persist?.().catch(() => false);
  });
  past = false;
}

/** Null where the browser forbids even naming it. @param {Window} window @param {"localStorage" | "sessionStorage"} name */
function storageOf(window, name) {
  try {
    return window[name];
  } catch {
    return null;
  }
}

/** The tab's session, which no other page may now take. @param {Storage | null} storage */
function claim(storage) {
  try {
    const session = storage?.getItem(SESSION) ?? null;
    storage?.removeItem(SESSION);
    return session;
  } catch {
    return null;
  }
}

/** @param {Storage | null} storage @param {string} session */
function write(storage, session) {
  try {
    storage?.setItem(SESSION, session);
  } catch {
    // Forbidden or full: the next page starts a session of its own.
  }
}
