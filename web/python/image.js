// @ts-check
// The memory of a Python that has booted and imported everything, as one array of bytes: how it is made, written down
// and put back. What an instance's memory holds before it starts (the constants of Python itself, which the wasm file
// carries too) is taken off, and empty pages are left out. The course's package follows, for the data that it reads.

const PAGE = 4096; // bytes

/**
 * @typedef {object} Shape
 * @property {number} heap              bytes of the whole memory
 * @property {number} base              bytes at its start from which the fresh memory was taken off
 * @property {[number, number][]} runs  where what is kept stands: [start, length], in order
 * @property {any} keys                 what Pyodide needs to know of the objects that it shares with JavaScript
 * @property {number} size              bytes of the runs
 *
 * @typedef {object} Image
 * @property {Shape} shape
 * @property {Uint8Array} kept          the bytes of the runs, one after the other
 * @property {Uint8Array} packaged      the course's package (zip)
 * @property {Uint8Array | null} start  the first `base` bytes as they must be, once a fresh memory has been seen
 */

/**
 * @param {Uint8Array} heap   the memory to keep
 * @param {Uint8Array} fresh  the memory of an instance that has not started
 * @param {any} keys
 * @param {Uint8Array} packaged
 * @returns {Uint8Array}
 */
export function encodeImage(heap, fresh, keys, packaged) {
  let used = fresh.length;
  while (used && fresh[used - 1] === 0) used--;
  const base = Math.ceil(used / PAGE) * PAGE;
  const rest = heap.slice();
  for (let at = 0; at < base; at++) rest[at] ^= fresh[at];
  const words = new Uint32Array(rest.buffer);
  /** @type {[number, number][]} */
  const runs = [];
  for (let start = 0; start < rest.length; start += PAGE) {
    if (words.subarray(start / 4, (start + PAGE) / 4).every((word) => word === 0)) continue;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === start) last[1] += PAGE;
    else runs.push([start, PAGE]);
  }
  const size = runs.reduce((sum, [, length]) => sum + length, 0);
  const text = new TextEncoder().encode(JSON.stringify({ heap: heap.length, base, runs, keys, size }));
  const bytes = new Uint8Array(4 + text.length + size + packaged.length);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  let at = 4 + text.length;
  for (const [start, length] of runs) {
    bytes.set(rest.subarray(start, start + length), at);
    at += length;
  }
  bytes.set(packaged, at);
  return bytes;
}

/** @param {Uint8Array} bytes  what `encodeImage` wrote @returns {Image} */
export function decodeImage(bytes) {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const shape = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  const end = 4 + length + shape.size;
  return { shape, kept: bytes.subarray(4 + length, end), packaged: bytes.subarray(end), start: null };
}

/** Takes the constants of Python from the memory of an instance that has not started. @param {Image} image @param {ArrayBuffer} fresh */
export function complete(image, fresh) {
  if (image.start) return;
  const start = new Uint8Array(fresh, 0, image.shape.base).slice();
  each(image, (bytes, from) => {
    for (let at = 0; at < bytes.length && from + at < start.length; at++) start[from + at] ^= bytes[at];
  });
  image.start = start;
}

/** Puts `image` in the memory of a module that has started. @param {Image} image @param {any} module  Emscripten's */
export function restore(image, module) {
  const { heap, base } = image.shape;
  if (heap > module.HEAPU8.length) module.growMemory(heap);
  const used = module.HEAPU32[module._emscripten_get_sbrk_ptr() >>> 2];
  module.HEAPU8.fill(0, base, used);
  module.HEAPU8.set(/** @type {Uint8Array} */ (image.start), 0);
  each(image, (bytes, from) => {
    const skip = Math.min(Math.max(base - from, 0), bytes.length);
    module.HEAPU8.set(bytes.subarray(skip), from + skip);
  });
}

/** @param {Image} image @param {(bytes: Uint8Array, from: number) => void} visit */
function each(image, visit) {
  let at = 0;
  for (const [start, length] of image.shape.runs) {
    visit(image.kept.subarray(at, at + length), start);
    at += length;
  }
}
