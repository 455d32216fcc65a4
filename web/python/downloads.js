// @ts-check
// The files of Python, fetched once and kept for the workers to come. A memory snapshot is larger than what it takes to
// boot without one, so that on a slow line booting answers sooner.

import { opened } from "./gzip.js";
import { Unavailable } from "./unavailable.js";

/**
 * @typedef {{ file: string, bytes: number }} Part
 * @typedef {Record<"worker" | "wasm" | "snapshot" | "library" | "package", Part>} Manifest
 *
 * @typedef {object} Files           what a worker boots from: the snapshot, or the library and the package
 * @property {WebAssembly.Module} module
 * @property {boolean} snapshot       whether it has come (see `Supplies.follow`)
 * @property {Uint8Array} [library]
 * @property {Uint8Array} [package]
 *
 * @typedef {{ module: WebAssembly.Module } | { piece: Uint8Array | null }} Early  a piece of the snapshot as it was
 *   downloaded, null after the last
 *
 * @typedef {object} Supplies
 * @property {string} worker                      the address of its script
 * @property {(hear: (part: Early) => void) => void} follow  what a worker may have before everything is there: what has
 *   come already, then the rest as it comes; nothing more once the snapshot is given up
 * @property {() => Promise<Files>} opening       what a worker boots from
 * @property {() => Promise<Files>} plainly       the same, without a snapshot from now on
 * @property {() => Promise<Uint8Array>} library  the standard library, which a snapshot makes unnecessary at first
 */

const PLAIN = 2500; // ms that booting without a snapshot takes longer, about
const LOOK = 500; // ms of download that tell how fast a line is
const BLINK = 20; // ms between two looks

/** @param {string} base @param {(part: number) => void} progress  0 to 1 @returns {Promise<Supplies>} */
export async function openSupplies(base, progress) {
  if (!/^https?:/.test(new URL(base, location.href).protocol)) throw new Unavailable("file", base);
  if (typeof DecompressionStream === "undefined") throw new Unavailable("unsupported", "DecompressionStream");
  /** @type {Manifest} */
  const manifest = await (await get(`${base}manifest.json`, { cache: "no-cache" })).json().catch(failed);
  const later = (/** @type {Part} */ part) => new Download(base, part, () => {}, "low").whole();
  const { files: coming, follow } = download(base, manifest, progress);
  let files = coming;
  files.catch(() => {}); // whoever asks for them is told
  /** @type {Uint8Array | undefined} */
  let library;
  /** @param {Promise<Files>} given @returns {Promise<Files>} */
  const withoutSnapshot = async (given) => ({
    module: (await given).module,
    snapshot: false,
    library: await later(manifest.library),
    package: await later(manifest.package),
  });
  const fetchLibrary = once(async () => {
    const { library: there } = await files;
    if (there) later(manifest.snapshot).catch(() => {}); // for the next visit
    return (library = there ?? (await later(manifest.library)));
  });
  return {
    worker: base + manifest.worker.file,
    follow,
    opening: async () => ({ ...(await files), ...(library && { library }) }),
    plainly: () => (files = withoutSnapshot(files)),
    library: fetchLibrary,
  };
}

/**
 * @param {string} base @param {Manifest} manifest @param {(part: number) => void} progress
 * @returns {{ files: Promise<Files>, follow: Supplies["follow"] }}
 */
function download(base, manifest, progress) {
  let told = 0;
  const start = (/** @type {Part} */ part) => new Download(base, part, tick);
  const wasm = start(manifest.wasm);
  const snapshot = start(manifest.snapshot);
  const wanted = [wasm, snapshot];
  function tick() {
    const sum = (/** @type {"received" | "bytes"} */ what) => wanted.reduce((total, part) => total + part[what], 0);
    told = Math.max(told, Math.min(sum("received") / sum("bytes"), 1));
    progress(told);
  }
  const [memory, compiled] = [snapshot.come(), wasm.compiled()];
  memory.catch(() => {});
  const booted = async () => {
    const extra = snapshot.bytes - manifest.library.bytes - manifest.package.bytes;
    const speed = await snapshot.speed();
    if (extra / (speed * (wasm.finished ? 1 : 2)) < PLAIN) return memory.then(() => ({ snapshot: true }));
    snapshot.giveUp();
    const [library, packaged] = [manifest.library, manifest.package].map(start);
    wanted.splice(1, 1, library, packaged);
    return { snapshot: false, library: await library.whole(), package: await packaged.whole() };
  };
  const files = Promise.all([booted(), compiled]).then(
    ([parts, module]) => ({ ...parts, module }),
    (error) => {
      wanted.forEach((part) => part.giveUp());
      return failed(error);
    },
  );
  return {
    files,
    follow(hear) {
      compiled.then((module) => snapshot.given || hear({ module })).catch(() => {}); // `files` tells
      snapshot.follow((piece) => hear({ piece }));
    },
  };
}

/** One file on its way. */
class Download {
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

  /** @param {string} base @param {Part} part @param {() => void} tick  after each piece @param {string} [priority] */
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
async function get(address, how) {
  const response = await fetch(address, how).catch(failed);
  if (!response.ok) throw new Unavailable("network", `${address}: ${response.status}`);
  return response;
}

/** @param {unknown} error @returns {never} */
function failed(error) {
  throw error instanceof Unavailable ? error : new Unavailable("network", String(error));
}

/** `act`, done once, unless it failed. @template T @param {() => Promise<T>} act @returns {() => Promise<T>} */
function once(act) {
  /** @type {Promise<T> | null} */
  let done = null;
  return () =>
    (done ??= act().catch((error) => {
      done = null;
      throw error;
    }));
}
