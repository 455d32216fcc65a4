// @ts-check
// What a page asks of the worker: what is kept, to keep what it has already loaded, to keep more, to forget it all.

import { GROUPS } from "./course.js";
import { prepare, WISHES } from "./renewal.js";
import { isChanged, NotKept } from "./store.js";

/**
 * @typedef {import("./course.js").Group} Group
 * @typedef {{ bytes: number, kept: number, missing: { path: string, size: number }[] }} GroupState
 * @typedef {{ version: string, tabs: number, wished: string[], groups: Record<Group, GroupState> }} State
 */

/**
 * The answer to each request, by its name; `port` brings news while it lasts, and may stop it.
 * @param {ServiceWorkerGlobalScope} worker
 * @param {ReturnType<typeof import("./course.js").openCourse>} course
 * @param {ReturnType<typeof import("./store.js").openStore>} store
 * @param {() => void} outdated  the network has another version
 * @returns {Record<string, (data: any, port: MessagePort | undefined) => Promise<unknown>>}
 */
export function openRequests(worker, course, store, outdated) {
  return {
    takeover: () => worker.skipWaiting(),
    state: async () => ({
      version: course.version,
      tabs: (await worker.clients.matchAll({ type: "window" })).length,
      wished: await store.read(WISHES),
      groups: await groups(),
    }),
    async seen({ addresses }) {
      for (const address of addresses) {
        const file = course.files.get(course.path(address) ?? "");
        if (file) await store.download(file).catch(report);
      }
    },
    wish: async ({ group }) => store.write(WISHES, [...new Set([...(await store.read(WISHES)), group])]).catch(() => {}),
    async keep({ path }, port) {
      const stop = new AbortController();
      if (port) port.onmessage = () => stop.abort();
      const file = course.files.get(path);
      try {
        if (file) await store.download(file, { signal: stop.signal, tick: (bytes) => port?.postMessage({ bytes }) });
        return { done: true };
      } catch (error) {
        report(error);
        return { trouble: error instanceof NotKept ? error.trouble : "network" };
      }
    },
    async forget() {
      await store.forget();
      await prepare(course, store).catch(() => {}); // the page that says what is missing
      return { done: true };
    },
  };

  /** @returns {Promise<Record<Group, GroupState>>} */
  async function groups() {
    const held = new Set((await store.kept()).map(({ path, digest }) => `${path}?${digest}`));
    const states = GROUPS.map((group) => {
      const files = course.group(group);
      const missing = files.filter(({ path, digest }) => !held.has(`${path}?${digest}`));
      const bytes = sum(files);
      return [group, { bytes, kept: bytes - sum(missing), missing: missing.map(({ path, size }) => ({ path, size })) }];
    });
    return Object.fromEntries(states);
  }

  /** @param {unknown} error */
  function report(error) {
    if (isChanged(error)) outdated();
  }
}

/** @param {{ size: number }[]} files */
const sum = (files) => files.reduce((total, { size }) => total + size, 0);
