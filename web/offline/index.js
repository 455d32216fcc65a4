// @ts-check
// What a page does once it is quiet: it registers the worker, says what it has loaded, speaks of a new version, and
// draws the panel where the page has one.

import { words } from "../words.js";
import { openAsking } from "./asking.js";
import { openPanel } from "./panel.js";
import { openNotice } from "./version-notice.js";

/** @typedef {{ places: Element[], noRoom: Promise<void>, root: string, download: () => void }} Options */

/** @param {Options} options */
async function openOffline({ places, noRoom, root, download }) {
  const workers = navigator.serviceWorker;
  const ready = workers ? register(workers, root) : Promise.reject(new Error("no service worker"));
  ready.catch(() => {});
  for (const place of places) openPanel(place, { words, download, ready: ready.then(openAsking) });
  const registration = await ready.catch(() => null); // refused, or no network: the course works as it did
  if (!registration) return;
  openNotice(registration, noRoom, words);
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  openAsking(registration).send("seen", { addresses: [location.href, ...loaded] });
}

/** @param {ServiceWorkerContainer} workers @param {string} root @returns {Promise<ServiceWorkerRegistration>} */
async function register(workers, root) {
  const registration = await workers.register(`${root}service-worker.js`);
  const { installing } = registration;
  if (registration.active || !installing) return registration;
  await new Promise((resolve, reject) =>
    installing.addEventListener("statechange", () => {
      if (installing.state === "activated") resolve(null);
      if (installing.state === "redundant") reject(new Error("the worker could not be installed"));
    }),
  );
  return registration;
}

Object.assign(globalThis, { denouementOffline: { openOffline } });
