// @ts-check
// The files of Python, fetched and opened: the large ones are compressed by us, whatever the host negotiates. A memory
// snapshot is larger than what it takes to boot without one, so that on a slow line booting answers sooner.

import { Unavailable } from "./unavailable.js";

/**
 * @typedef {{ file: string, bytes: number }} Part
 * @typedef {Record<"worker" | "wasm" | "snapshot" | "library" | "package", Part>} Manifest
 *
 * @typedef {object} Files         what a worker boots from: the image, or the library and the package
 * @property {WebAssembly.Module} module
 * @property {Uint8Array} [image]
 * @property {Uint8Array} [library]
 * @property {Uint8Array} [package]
 */

const PLAIN = 2500; // ms that booting without a snapshot takes longer, about
const LOOK = 500; // ms of download that tell how fast a line is

/**
 * @typedef {object} Supplies
 * @property {string} worker                     the address of its script
 * @property {() => Promise<Files>} opening      what a worker boots from
 * @property {() => Promise<Files>} plainly      the same, without a snapshot from now on
 * @property {() => Promise<Uint8Array>} library  the standard library, which a snapshot makes unnecessary at first
 */

/** @param {string} base @param {(part: number) => void} progress  0 to 1 @returns {Promise<Supplies>} */
export async function openSupplies(base, progress) {
  if (!/^https?:/.test(new URL(base, location.href).protocol)) throw new Unavailable("file", base);
  if (typeof DecompressionStream === "undefined") throw new Unavailable("unsupported", "DecompressionStream");
  /** @type {Manifest} */
  const manifest = await (await get(`${base}manifest.json`, { cache: "no-cache" })).json().catch(failed);
  let files = download(base, manifest, progress);
  files.catch(() => {}); // whoever asks for them is told
  /** @type {Promise<Uint8Array> | null} */
  let later = null;
  /** @type {Uint8Array | undefined} */
  let library;
  const fetchLibrary = async () => {
    const { library: there } = await files;
    if (there) whole(base + manifest.snapshot.file).catch(() => {}); // for the next visit
    return (library = there ?? (await whole(base + manifest.library.file)));
  };
  /** @param {Promise<Files>} given @returns {Promise<Files>} */
  const withoutSnapshot = async (given) => ({
    module: (await given).module,
    library: await whole(base + manifest.library.file),
    package: await whole(base + manifest.package.file),
  });
  return {
    worker: base + manifest.worker.file,
    opening: async () => ({ ...(await files), ...(library && { library }) }),
    plainly: () => (files = withoutSnapshot(files)),
    library: () =>
      (later ??= fetchLibrary().catch((error) => {
        later = null;
        throw error;
      })),
  };
}

/** A file that can wait. @param {string} address @returns {Promise<Uint8Array>} */
async function whole(address) {
  const response = await get(address, /** @type {RequestInit} */ ({ priority: "low" }));
  return new Uint8Array(await response.arrayBuffer().catch(failed));
}

/** @param {string} base @param {Manifest} manifest @param {(part: number) => void} progress  0 to 1 @returns {Promise<Files>} */
async function download(base, manifest, progress) {
  const wasm = new Download(base, manifest.wasm, tick);
  const snapshot = new Download(base, manifest.snapshot, tick);
  const wanted = [wasm, snapshot];
  let told = 0;
  function tick() {
    const sum = (/** @type {"received" | "bytes"} */ what) => wanted.reduce((total, part) => total + part[what], 0);
    told = Math.max(told, Math.min(sum("received") / sum("bytes"), 1));
    progress(told);
  }
  const booted = async () => {
    const extra = snapshot.bytes - manifest.library.bytes - manifest.package.bytes;
    if (extra / (await snapshot.speed(() => (wasm.finished ? 1 : 2))) < PLAIN) return { image: await snapshot.whole() };
    snapshot.giveUp();
    const [library, packaged] = [manifest.library, manifest.package].map((part) => new Download(base, part, tick));
    wanted.splice(1, 1, library, packaged);
    return { library: await library.whole(), package: await packaged.whole() };
  };
  try {
    const [files, module] = await Promise.all([booted(), wasm.compiled()]);
    return { ...files, module };
  } catch (error) {
    wanted.forEach((part) => part.giveUp());
    return failed(error);
  }
}

/** One file on its way, opened as it comes. */
class Download {
  received = 0; // bytes, as they crossed the network
  finished = false;
  #began = 0;
  #stop = new AbortController();
  #stream;

  /** @param {string} base @param {Part} part @param {() => void} tick  after each piece */
  constructor(base, part, tick) {
    this.bytes = part.bytes;
    this.tick = tick;
    this.#stream = this.#open(base + part.file);
    this.#stream.catch(() => {}); // whoever reads it is told
  }

  giveUp() {
    this.#stop.abort();
  }

  async whole() {
    return new Uint8Array(await new Response(await this.#stream).arrayBuffer());
  }

  async compiled() {
    const headers = { "Content-Type": "application/wasm" };
    return WebAssembly.compileStreaming(new Response(await this.#stream, { headers }));
  }

  /** Bytes per ms that the line carries, Infinity if the file came at once. @param {() => number} sharing  how many share it */
  async speed(sharing) {
    await this.#stream;
    while (!this.finished) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const spent = performance.now() - this.#began;
      if (spent >= LOOK) return (this.received / spent) * sharing();
    }
    return Infinity;
  }

  /** @param {string} address @returns {Promise<ReadableStream<Uint8Array>>} */
  async #open(address) {
    const { body } = await get(address, { signal: this.#stop.signal });
    const reader = /** @type {ReadableStream<Uint8Array>} */ (body).getReader();
    const next = async () => {
      const { value } = await reader.read();
      this.#began ||= performance.now();
      this.received += value?.length ?? 0;
      this.finished = !value;
      this.tick();
      return value;
    };
    const first = await next();
    /** @type {ReadableStream<any>} */
    const stream = new ReadableStream({
      start: (controller) => (first ? controller.enqueue(first) : controller.close()),
      async pull(controller) {
        const piece = await next();
        if (piece) controller.enqueue(piece);
        else controller.close();
      },
      cancel: (reason) => reader.cancel(reason),
    });
    // A host may have opened it already.
    const zipped = first?.[0] === 0x1f && first[1] === 0x8b;
    return zipped ? stream.pipeThrough(new DecompressionStream("gzip")) : stream;
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
