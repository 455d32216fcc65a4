// @ts-check
// Python for this page: one engine for all its exercises.

import { openEngine } from "../python/engine.js";

/**
 * @typedef {ReturnType<typeof openEngine>} Engine
 * @typedef {Parameters<Engine["ask"]>[0]} Request
 * @typedef {Awaited<ReturnType<Engine["ask"]>>} Reply
 */

const SECONDS = 5; // that a run may last

/** @type {Engine | null} */
let engine = null;
/** @type {Set<(done: number) => void>} */
const watchers = new Set();

/**
 * @typedef {object} Place
 * @property {string} base                     where the engine's files stand
 * @property {Record<string, string>} words    the interface words, for what Python says
 */

/** @param {Place} place */
function engineAt({ base, words }) {
  engine ??= openEngine({ base, words, seconds: SECONDS, onprogress: (done) => watchers.forEach((fn) => fn(done)) });
  return engine;
}

/**
 * Starts Python, unless it runs already. Rejected when it could not be fetched; asking again tries again.
 * @param {Place} place @param {(done: number) => void} progress  how much of it is there, 0 to 1
 */
export async function start(place, progress) {
  watchers.add(progress);
  try {
    await engineAt(place).start();
  } finally {
    watchers.delete(progress);
  }
}

/** The engine answers one request after the other. @param {Place} place @param {Request} request @returns {Promise<Reply>} */
export const ask = (place, request) => engineAt(place).ask(request);
