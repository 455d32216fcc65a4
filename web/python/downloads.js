// @ts-check
// The files of Python, fetched once and kept for the workers to come. A memory snapshot is larger than what it takes to
// boot without one, so that on a slow line booting answers sooner.

import { Download, failed, get } from "./download.js";
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
