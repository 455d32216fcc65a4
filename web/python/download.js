// @ts-check
// One file of Python on its way: read whole, compiled, or followed piece by piece; how fast it comes; given up.

import { opened } from "./gzip.js";
import { Unavailable } from "./unavailable.js";

const LOOK = 500; // ms of download that tell how fast a line is
const BLINK = 20; // ms between two looks

/** One file on its way. */
export class Download {
  received = 0; // bytes, as they crossed the network
  finished = false;
  given = false; // up
  #began = 0;
  /** @type {Uint8Array[]} */
  #pieces = [];
  #come = false;
  /** @type {Set<(piece: Uint8Array | null) => void>} */
  #listeners = new Set();
  #stop = new AbortController();
  #stream;

  /** @param {string} base @param {import("./downloads.js").Part} part @param {() => void} tick  after each piece @param {string} [priority] */
  constructor(base, part, tick, priority = "high") {
    this.bytes = part.bytes;
    this.tick = tick;
    this.#stream = this.#open(base + part.file, priority);
    this.#stream.catch(() => {}); // whoever reads it is told
  }

  giveUp() {
    this.given = true;
    this.#stop.abort();
  }

  /** @returns {Promise<Uint8Array>} */
  async whole() {
    return new Uint8Array(await new Response(await this.#stream).arrayBuffer().catch(failed));
  }

  /** Reads the file to its end, for those who follow it. */
  async come() {
    const reader = (await this.#stream).getReader();
    for (;;) {
      const { value: piece, done } = await reader.read().catch(failed);
      if (piece) this.#pieces.push(piece);
      this.#come = done;
      this.#listeners.forEach((hear) => hear(piece ?? null));
      if (done) return;
    }
  }

  /** @param {(piece: Uint8Array | null) => void} hear */
  follow(hear) {
    this.#pieces.forEach((piece) => hear(piece));
    if (this.#come) hear(null);
    else this.#listeners.add(hear);
  }

  async compiled() {
    const headers = { "Content-Type": "application/wasm" };
    return WebAssembly.compileStreaming(new Response(await opened(await this.#stream), { headers }));
  }

  /** Bytes per ms that the line carries; Infinity if the file came at once, or if the machine is too busy to tell. */
  async speed() {
    await this.#stream;
    for (let looks = 1; !this.finished; looks++) {
      await new Promise((resolve) => setTimeout(resolve, BLINK));
      const spent = performance.now() - this.#began;
      if (this.#began && spent >= LOOK) return looks * BLINK < LOOK / 3 ? Infinity : this.received / spent;
    }
    return Infinity;
  }

  /** @param {string} address @param {string} priority @returns {Promise<ReadableStream<any>>} */
  async #open(address, priority) {
    const { body } = await get(address, /** @type {RequestInit} */ ({ signal: this.#stop.signal, priority }));
    const count = new TransformStream({
      transform: (piece, controller) => {
        this.#began ||= performance.now();
        this.received += piece.length;
        this.tick();
        controller.enqueue(piece);
      },
      flush: () => {
        this.finished = true;
      },
    });
    return /** @type {ReadableStream<any>} */ (body).pipeThrough(count);
  }
}

/** @param {string} address @param {RequestInit} how */
export async function get(address, how) {
  const response = await fetch(address, how).catch(failed);
  if (!response.ok) throw new Unavailable("network", `${address}: ${response.status}`);
  return response;
}

/** @param {unknown} error @returns {never} */
export function failed(error) {
  throw error instanceof Unavailable ? error : new Unavailable("network", String(error));
}
