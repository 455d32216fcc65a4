// @ts-check
// The page and the service worker, from the page's side: what must be known at once. The rest (web/offline) is fetched
// once the page has nothing better to do, so that keeping it costs its first moments nothing.

import { beside, load } from "./beside.js";
import { make } from "./dom.js";
import { words } from "./words.js";
import { downloadRecord } from "./parcours.js";

// The course comes from this very machine (its author's, or a USB stick): it is there already, and an author must see
// what was just built.
const HERE = /^(localhost|127\.0\.0\.1|\[::1\])$/;
const QUIET = 3000; // ms after the page has loaded: its first chart is drawn
const LEAVING = 5000; // ms that a page takes to be left, at most

/** @param {Document} root @param {import("./page-record.js").LearnerRecord} record */
export function openOffline(root, record) {
  if (location.protocol === "file:") return;
  const places = [...root.querySelectorAll("[data-offline]")];
  if (HERE.test(location.hostname)) return places.forEach((place) => place.append(make("p", {}, words("offline.here"))));
  const workers = navigator.serviceWorker;
  const noRoom = workers ? followVersion(workers) : null;
  const open = () =>
    load(beside("offline.js"), "denouementOffline").then(
      ({ openOffline }) => openOffline({ places, noRoom, root: beside("../"), download: () => downloadRecord(record) }),
      () => {}, // no network: the next page will try
    );
  if (places.length) open();
  else if (workers) afterLoad(() => setTimeout(() => requestIdleCallback(open), QUIET));
}

/**
 * A page goes with the version that serves it: when another one takes over, the page is loaded again.
 * @param {ServiceWorkerContainer} workers @returns {Promise<void>}  kept when a new version finds no room on this device
 */
function followVersion(workers) {
  let leaving = false;
  addEventListener("beforeunload", () => {
    leaving = true;
    setTimeout(() => (leaving = false), LEAVING); // a click on a file leaves no page
  });
  return new Promise((resolve) =>
    workers.addEventListener("message", ({ data, ports: [port] }) => {
      if (data?.ask === "leaving") port?.postMessage(leaving);
      if (data?.ask === "reload") location.reload(); // every answer and every draft is kept as it is made
      if (data?.ask === "no-room") resolve();
    }),
  );
}

/** @param {() => void} act */
function afterLoad(act) {
  if (document.readyState === "complete") act();
  else addEventListener("load", act, { once: true });
}

const requestIdleCallback = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ act) => setTimeout(act)); // Safari
