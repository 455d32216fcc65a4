// @ts-check
// From one version of the course to the next: what the new one fetches before it may take over, and when it does.

import { GROUPS } from "./course.js";
import { NotKept } from "./store.js";

/** @typedef {import("./course.js").File} File */

export const WISHES = "wishes"; // the groups that the learner asked for
export const NOTHING = "hors-ligne.html"; // the page shown where there is none
const TOGETHER = 4; // downloads at once
const PATIENCE = 500; // ms that a page has to say whether it is being left
export const AGAIN = 1000; // ms after which a takeover is asked for again

/**
 * Everything that this version must have before it replaces another: what that one kept, as it is now, and the page
 * that says what is missing. Files that did not change are already there.
 * @param {ReturnType<typeof import("./course.js").openCourse>} course
 * @param {ReturnType<typeof import("./store.js").openStore>} store
 */
export async function prepare(course, store) {
  const wished = await store.read(WISHES);
  const kept = (await store.kept()).map(({ path }) => course.heir(path));
  const asked = GROUPS.filter((group) => wished.includes(group)).flatMap(course.group);
  const wanted = new Set([course.files.get(NOTHING), ...kept, ...asked]);
  wanted.delete(undefined);
  const left = [.../** @type {Set<File>} */ (wanted)];
  const one = async () => {
    for (let file = left.shift(); file; file = left.shift()) await store.download(file);
  };
  await Promise.all(Array.from({ length: TOGETHER }, one));
}

/**
 * A version that could not be prepared does not take over; when it found no room, the pages of the one that stays say so.
 * @param {ServiceWorkerGlobalScope} worker @param {unknown} error @returns {Promise<never>}
 */
export async function refuse(worker, error) {
  const renewing = worker.registration.active !== null;
  if (renewing && error instanceof NotKept && error.trouble === "full")
    for (const page of await worker.clients.matchAll({ type: "window", includeUncontrolled: true }))
      page.postMessage({ ask: "no-room" });
  throw error;
}

// Two versions never serve one page: this one waits until the new version has taken over, then asks for itself again.
// It loads nothing, not even an icon: a request that reaches the old version while Chromium stops it starts it again, and
// the takeover is forgotten. Hence also the request made again.
const interim = (/** @type {string} */ text) => `<!doctype html><html lang="fr"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,"><title>${text}</title>
<p style="font:1.25rem Georgia,serif;padding:15vh 1.5rem;max-width:32rem;margin:auto">${text}</p><script>
  navigator.serviceWorker.getRegistration().then(({ waiting }) => {
    const again = () => location.reload();
    if (!waiting) return again();
    waiting.addEventListener("statechange", () => waiting.state === "activated" && again());
    const ask = () => waiting.postMessage({ ask: "takeover" });
    ask();
    setInterval(ask, ${AGAIN});
    setTimeout(again, 10_000);
  });
</script>`;

/**
 * Asked at each navigation: what to answer while a newer version, that waits, takes over; null if it does not. It does
 * when the page being left is the only one.
 * @param {ServiceWorkerGlobalScope} worker @param {string} opening  what to say meanwhile @returns {() => Promise<Response | null>}
 */
export function openTakeover(worker, opening) {
  let left = 3; // tries: a version that cannot take over must not keep the learner from the page
  return async () => {
    if (!worker.registration.waiting || !left) return null;
    if (!(await isLast(await worker.clients.matchAll({ type: "window" })))) return null;
    left -= 1;
    return new Response(interim(opening), { headers: { "Content-Type": "text/html; charset=utf-8" } });
  };
}

/** @param {readonly WindowClient[]} pages @returns {Promise<boolean>} */
async function isLast([page, ...others]) {
  if (!page) return true;
  if (others.length) return false;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true);
    setTimeout(() => resolve(false), PATIENCE); // a page without our script: it stays
    page.postMessage({ ask: "leaving" }, [port2]);
  });
}
