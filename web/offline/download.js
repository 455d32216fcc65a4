// @ts-check
// One part of the course to keep: its size, a button, a bar. What has arrived is kept, so that going on after a pause or
// a cut fetches nothing twice.

import { make } from "../dom.js";

/**
 * @typedef {import("./requests.js").GroupState} GroupState
 * @typedef {"idle" | "running" | "paused"} Step
 */

const TOGETHER = 3; // files at once

/**
 * @param {import("./course.js").Group} group @param {import("./asking.js").Asking} asking
 * @param {import("../dom.js").Words} words @param {() => Promise<void>} ended  everything is kept
 */
export function openDownload(group, asking, words, ended) {
  const what = make("p", {});
  const button = make("button", { type: "button" });
  const bar = make("progress", { max: 1, value: 0, "aria-label": words(`offline.${group}.bar`) });
  const count = make("span", { class: "offline-count" });
  const line = make("p", { class: "offline-progress", hidden: true }, bar, count);
  const status = make("p", { role: "status", class: "record-status" });
  const element = make("section", { class: "offline-part" }, what, make("p", { class: "record-buttons" }, button), line, status);
  /** @type {GroupState} */
  let state = { bytes: 0, kept: 0, missing: [] };
  let stop = new AbortController();
  let running = false;
  button.addEventListener("click", () => (running ? pause() : run()));
  return { group, element, pause: () => stop.abort(), show };

  /** @param {GroupState} now */
  function show(now) {
    state = now;
    const { bytes, kept, missing } = state;
    const left = bytes - kept;
    what.textContent = words(missing.length ? `offline.${group}.what` : `offline.${group}.there`, { size: megabytes(bytes) });
    button.textContent = words(`offline.${group}.get`, { size: megabytes(left) });
    button.hidden = missing.length === 0;
    line.hidden = true;
    status.textContent = "";
  }

  function pause() {
    stop.abort();
    button.textContent = words("offline.resume");
    status.textContent = words("offline.paused");
  }

  async function run() {
    running = true;
    stop = new AbortController();
    status.textContent = "";
    button.textContent = words("offline.pause");
    line.hidden = false;
    asking.send("wish", { group });
    const trouble = await fetchAll();
    running = false;
    const { groups } = await asking.ask("state");
    if (!groups[group].missing.length) {
      const focused = document.activeElement === button;
      show(groups[group]);
      status.textContent = words("offline.done");
      if (focused) focus();
      return ended().then(() => void (status.textContent = words("offline.done")));
    }
    state = groups[group];
    draw(0);
    button.textContent = words("offline.resume");
    status.textContent = words(trouble && trouble !== "stopped" ? `offline.trouble.${trouble}` : "offline.paused");
  }

  /** The button is gone: who was on it is on what it did. */
  function focus() {
    status.tabIndex = -1;
    status.focus({ preventScroll: true });
  }

  /** The first trouble met, or null. @returns {Promise<import("./store.js").Trouble | null>} */
  async function fetchAll() {
    const { signal } = stop;
    const left = [...state.missing];
    /** @type {import("./store.js").Trouble | null} */
    let met = null;
    let arrived = 0;
    draw(0);
    const one = async () => {
      for (let file = left.shift(); file && !signal.aborted && !met; file = left.shift()) {
        const news = ({ bytes = 0 }) => draw((arrived += bytes));
        const { trouble } = await asking.ask("keep", { path: file.path }, { signal, news });
        met ??= trouble ?? null;
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, one));
    return met;
  }

  /** @param {number} arrived  bytes since the button was pressed */
  function draw(arrived) {
    const there = Math.min(state.kept + arrived, state.bytes);
    bar.value = there / state.bytes;
    count.textContent = words("offline.count", { there: megabytes(there), of: megabytes(state.bytes) });
  }
}

/** @param {number} bytes */
const megabytes = (bytes) => (bytes / 1e6).toLocaleString("fr-FR", { maximumFractionDigits: bytes < 1e7 ? 1 : 0 });
