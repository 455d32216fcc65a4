// @ts-check
// The service worker, at the root of the site. The build writes the list of files above it; see docs/decisions/offline.md.

import { openAnswers } from "./answers.js";
import { openCourse } from "./course.js";
import { nothingPage } from "./nothing.js";
import { openTakeover, prepare, refuse } from "./renewal.js";
import { openRequests } from "./requests.js";
import { openStore } from "./store.js";
import { openStrangers } from "./strangers.js";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const course = openCourse(worker.COURSE, worker.registration.scope);
const store = openStore(course);
const strangers = openStrangers(store);
const outdated = () => void worker.registration.update().catch(() => {}); // the browser is told to look
const requests = openRequests(worker, course, store, outdated);
const answer = openAnswers({
  course,
  store,
  strangers,
  takeover: openTakeover(worker, course.opening),
  nothing: () => nothingPage(course, store),
  outdated,
});

worker.addEventListener("install", (event) =>
  event.waitUntil(prepare(course, store).catch((error) => refuse(worker, error))),
);
worker.addEventListener("activate", (event) => event.waitUntil(begin()));
worker.addEventListener("fetch", answer);
worker.addEventListener("message", (event) => {
  const { ask, ...data } = event.data;
  const [port] = event.ports;
  event.waitUntil(requests[ask]?.(data, port).then((reply) => port?.postMessage({ reply })));
});

/** Pages that the version before served are told to load again; those that no worker served are this one's from now on. */
async function begin() {
  await store.keepOnly();
  await strangers.clear();
  for (const page of await worker.clients.matchAll({ type: "window" })) page.postMessage({ ask: "reload" });
  await worker.clients.claim();
}
