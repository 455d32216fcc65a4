// @ts-check
// Interpreters of Python: one from nothing (slow), or as many as wanted from the image of one (fast). Works in a worker
// and in Node. Pyodide asks the platform for its instance and its files; here it receives those we hold.

import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { loadPyodide, version } from "pyodide";
import { complete, encodeImage, restore } from "./image.js";

export const LIBRARY = "/lib/python314.zip";
const PACKAGE = "/lib/denouement.zip";
const HOME = "/home/pyodide";
const PLAIN = 512 * 2 ** 20; // bytes of memory, where nothing of a learner runs
const LOCK = { info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten", python: "3.14", version }, packages: {} };

/**
 * @typedef {object} Host
 * @property {WebAssembly.Module} module  Pyodide's wasm, compiled
 * @property {object} options             where Pyodide finds its files on this platform
 * @property {string[]} exported          what Pyodide's script uses of the instance (see exported.js)
 * @property {number} [constants]         bytes at the start of a memory that hold the constants of Python; all, by default
 * @property {Uint8Array<ArrayBuffer>} [fresh]  those bytes before anything has started: the first boot keeps them
 *
 * @typedef {object} Interpreter
 * @property {any} py                 Pyodide's API
 * @property {() => boolean} refused  whether it asked for more memory than it may have
 */

/** @type {null | { host: Host, most: number, refuse: () => void }} */
let starting = null;
const { instantiate, Module } = WebAssembly;
/** @type {Map<string, WebAssembly.Module>} */
const small = new Map();

/**
 * Emscripten makes a module for each JavaScript function that Python may call; there are few different ones.
 * @param {Uint8Array} bytes
 */
function Remembered(bytes) {
  const key = bytes.join();
  return small.get(key) ?? small.set(key, new Module(/** @type {BufferSource} */ (bytes))).get(key);
}
Object.setPrototypeOf(Remembered, Module);
Remembered.prototype = Module.prototype;

/**
 * What Pyodide calls to get its instance: the module is ours, the memory has a limit.
 * @param {any} source @param {any} imports
 */
async function ours(source, imports) {
  if (!starting || !imports?.env?.emscripten_resize_heap) return instantiate(source, imports);
  const { host, most, refuse } = starting;
  const resize = imports.env.emscripten_resize_heap;
  imports.env.emscripten_resize_heap = (/** @type {number} */ size) => {
    if (size >>> 0 <= most) return resize(size);
    refuse();
    return 0;
  };
  const { exports } = await instantiate(host.module, imports);
  const { buffer } = /** @type {WebAssembly.Memory} */ (exports.memory);
  host.fresh ??= new Uint8Array(buffer, 0, host.constants).slice();
  const used = Object.fromEntries(host.exported.map((name) => [name, exports[name]]));
  return { module: host.module, instance: { exports: used } };
}

/**
 * One at a time: Pyodide is told about its instance through the platform.
 * @param {Host} host @param {number} most  bytes of memory @param {any} more  options of Pyodide @returns {Promise<Interpreter>}
 */
async function boot(host, most, more) {
  let refused = false;
  starting = { host, most, refuse: () => (refused = true) };
  Object.assign(WebAssembly, { instantiate: ours, instantiateStreaming: ours, Module: Remembered });
  try {
    const py = await loadPyodide({
      ...host.options,
      packageBaseUrl: "/",
      lockFileContents: JSON.stringify(LOCK),
      env: { PYTHONHASHSEED: "0", HOME },
      stdin: () => null,
      ...more,
    });
    return { py, refused: () => refused };
  } finally {
    starting = null;
    Object.assign(WebAssembly, { instantiate, Module });
  }
}

/**
 * An interpreter whose memory is `image`, which may be still on its way.
 * @param {import("./image.js").Image | Promise<import("./image.js").Image>} image @param {Host} host @param {number} [most]
 */
export async function bootFrom(image, host, most = PLAIN) {
  const restored = async (/** @type {any} */ settings) => {
    const module = await createPyodideModule(settings);
    const held = await image;
    complete(held, /** @type {Uint8Array<ArrayBuffer>} */ (host.fresh).buffer);
    module.API.restoreSnapshot = () => {
      restore(held, module);
      return held.shape.keys;
    };
    return module;
  };
  const interpreter = await boot(host, most, {
    createPyodideModule: restored,
    _loadSnapshot: new Uint8Array(0), // any: `restored` knows what to put in the memory
    jsglobals: {},
  });
  interpreter.py.FS.writeFile(PACKAGE, (await image).packaged);
  return interpreter;
}

/**
 * Boots from nothing, imports all that an exercise may need, and gives the image of that memory.
 * @param {Host} host @param {Uint8Array} packaged  the course's package (zip) @returns {Promise<Uint8Array>}
 */
export async function makeImage(host, packaged) {
  const { py } = await boot(host, PLAIN, { createPyodideModule, _makeSnapshot: true });
  py.FS.writeFile(PACKAGE, packaged);
  py.runPython(`import sys; sys.path.append("${PACKAGE}")\nfrom denouement.exercises.snapshot import warm; warm()`);
  wipe(py._module);
  return encodeImage(py._module.HEAPU8, /** @type {Uint8Array} */ (host.fresh), py._module.API.serializeHiwireState(), packaged);
}

/** Overwrites the large free blocks with zeros: they compress to nothing. @param {any} module */
function wipe(module) {
  const end = module.HEAPU32[module._emscripten_get_sbrk_ptr() >>> 2];
  /** @type {number[]} */
  const blocks = [];
  for (let size = 2 ** 20; size >= 16; size /= 2) {
    for (;;) {
      const block = module._malloc(size);
      blocks.push(block);
      if (block + size > end) break;
      module.HEAPU8.fill(0, block, block + size);
    }
  }
  blocks.forEach((block) => module._free(block));
}
