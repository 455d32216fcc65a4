// @ts-check
// Pages that came from the network and are of a version newer than this worker's: nothing kept here is theirs.

const NOTE = "strangers";

/** @param {ReturnType<typeof import("./store.js").openStore>} store */
export function openStrangers(store) {
  // A browser stops a worker that rests, and starts it again: what it knew is written down.
  /** @type {Promise<Set<string>> | null} */
  let known = null;
  const all = () => (known ??= store.read(NOTE).then((names) => new Set(names), () => new Set()));
  return {
    /** @param {string} client */
    has: async (client) => (await all()).has(client),
    /** @param {string} client */
    async add(client) {
      const names = await all();
      names.add(client);
      await store.write(NOTE, [...names]).catch(() => {}); // no room: known as long as the worker runs
    },
    /** The pages of that newer version are now this worker's own. */
    async clear() {
      known = Promise.resolve(new Set());
      await store.write(NOTE, []).catch(() => {});
    },
  };
}
