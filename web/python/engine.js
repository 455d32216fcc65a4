// @ts-check
// Python in the page, seen from the page: one worker for all its exercises, started on the first demand, ended when a
// learner's code does not end, started again from what is already in memory.

import { openSupplies } from "./downloads.js";
import { openRunner } from "./runner.js";
import { Unavailable } from "./unavailable.js";

export { Unavailable };

/**
 * @typedef {object} Request
 * @property {"run" | "check"} task
 * @property {any} item           the compiled exercise: `id`, `public.points`, `sealed`
 * @property {string[]} before    set-up cells
 * @property {string} source
 *
 * @typedef {{ kind: "text", stream: "stdout" | "stderr" | "note", text: string } | { kind: "value", text: string }
 *   | { kind: "html", html: string } | { kind: "chart", spec: any }} Shown
 *
 * @typedef {object} Said  see src/denouement/exercises/session.py
 * @property {null | { html: string, text: string, line: number | null, traceback: string }} error
 * @property {null | { status: "passed" | "failed" | "not_attempted" | "error", key: string, sentence: string,
 *   text: string, html: string, points: number, max: number }} feedback
 * @property {"done" | "time" | "memory" | "broken"} ended
 *
 * @typedef {Said & { shown: Shown[] }} Reply
 *
 * @typedef {object} Engine
 * @property {() => Promise<void>} start  rejects with `Unavailable`; may be called again
 * @property {(request: Request) => Promise<Reply>} ask  starts if need be; one after the other
 * @property {() => void} stop            gives the memory back; the next `ask` starts again
 * @property {"idle" | "starting" | "ready" | "running" | "failed"} state
 */

/**
 * @param {object} how
 * @param {string} how.base         where Python's files are: `…/_static/python/`
 * @param {Record<string, string>} how.words  the interface words
 * @param {number} [how.seconds]    after which a run is stopped
 * @param {(part: number) => void} [how.onprogress]  how much of the files is there, 0 to 1
 * @param {(address: string) => Worker} [how.createWorker]
 * @returns {Engine}
 */
export function openEngine({ base, words, seconds = 5, onprogress = () => {}, createWorker = moduleWorker }) {
  const told = JSON.stringify(Object.fromEntries(Object.entries(words).filter(([key]) => key.startsWith("exercise."))));
  /** @type {Engine["state"]} */
  let state = "idle";
  /** @type {Promise<import("./downloads.js").Supplies> | null} */
  let supplies = null;
  /** @type {Promise<import("./runner.js").Runner> | null} */
  let runner = null;
  let abandon = () => {};
  /** @type {Promise<any>} */
  let last = Promise.resolve();

  /** The worker, ready to serve. */
  const ready = () =>
    (runner ??= startRunner().catch((error) => {
      runner = supplies = null;
      state = "failed";
      throw error;
    }));

  async function startRunner() {
    state = "starting";
    const held = await (supplies ??= openSupplies(base, onprogress));
    const started = (await launch(held, held.opening())) ?? (await launch(held, held.plainly()));
    if (!started) throw new Unavailable("broken", "no way to boot");
    state = "ready";
    return started;
  }

  /**
   * A worker that has booted; null where the snapshot cannot be loaded.
   * @param {import("./downloads.js").Supplies} held @param {Promise<import("./downloads.js").Files>} opening
   */
  async function launch(held, opening) {
    const started = openRunner(createWorker(held.worker));
    held.follow(started.post); // it begins while the rest comes
    try {
      await started.talk({ open: { ...(await opening), words: told } }, (message, resolve, reject) => {
        if (message.ready) resolve(null);
        if ("failed" in message) reject(new Unavailable(message.unread ? "network" : "broken", message.failed));
      });
      return started;
    } catch (error) {
      started.end();
      if (error instanceof Unavailable && error.reason === "broken" && (await opening).snapshot) return null;
      throw error;
    }
  }

  function replace() {
    runner?.then((old) => old.end()).catch(() => {});
    runner = null;
    return ready();
  }

  /** @param {Request} request @returns {Promise<Reply>} */
  async function serve(request) {
    const serving = await ready();
    const order = { helper: words["exercise.page.helper"], ...request };
    /** @type {Shown[]} */
    let shown = [];
    let question = "";
    let timer = 0;
    state = "running";
    const answered = serving.talk({ request: order }, (message, resolve, reject) => {
      if (message.running) {
        shown = [];
        timer = setTimeout(() => resolve("time"), seconds * 1000);
      }
      if (message.shown) show(shown, message.shown, words["exercise.page.cut"]);
      if ("asked" in message) question = message.asked;
      if (message.wanted) {
        clearTimeout(timer);
        giveLibrary(serving).catch(reject);
      }
      if (message.reply) resolve(message.reply);
      if ("failed" in message) resolve("broken");
    });
    const abandoned = new Promise((_, reject) => (abandon = () => reject(new Unavailable("broken", "stopped"))));
    /** @type {Said | "time" | "broken"} */
    const end = await Promise.race([answered, abandoned]).finally(() => clearTimeout(timer));
    if (typeof end !== "string") {
      state = "ready";
      if (end.ended === "done") giveLibrary(serving).catch(() => {});
      else replace().catch(() => {}); // what is left of that one is not worth keeping
      return { shown, ...end };
    }
    const speaking = await replace();
    const stopped = [JSON.stringify(order), end, seconds, question];
    const said = await speaking.talk({ stopped }, (message, resolve, reject) => {
      if (message.reply) resolve(message.reply);
      if ("failed" in message) reject(new Unavailable("broken", message.failed));
    });
    return { shown, ...said };
  }

  /** The library comes after the first answer, or when a learner's code imports a rare module. @param {any} serving */
  async function giveLibrary(serving) {
    const bytes = await (await supplies)?.library();
    if (!serving.hasLibrary) serving.post({ library: bytes });
    serving.hasLibrary = true;
  }

  return {
    start: async () => void (await ready()),
    ask: (request) => (last = last.catch(() => {}).then(() => serve(request))),
    stop() {
      abandon();
      runner?.then((old) => old.end()).catch(() => {});
      runner = supplies = null;
      state = "idle";
    },
    get state() {
      return state;
    },
  };
}

/** Adds a piece to what is shown, text to the text before it. @param {Shown[]} shown @param {any} piece  see display.py @param {string} cut */
function show(shown, piece, cut) {
  const last = shown.at(-1);
  if (piece.kind === "cut") shown.push({ kind: "text", stream: "note", text: cut });
  else if (piece.kind === "text" && last?.kind === "text" && last.stream === piece.stream) last.text += piece.text;
  else shown.push(piece);
}

/** @param {string} address */
const moduleWorker = (address) => new Worker(address, { type: "module" });
