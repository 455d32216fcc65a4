// The memory that a snapshot holds comes back byte for byte.

import assert from "node:assert/strict";
import { test } from "node:test";
import { complete, decodeImage, encodeImage, restore } from "../python/image.js";

const PAGE = 4096;
const KEYS = { hiwireKeys: [null], immortalKeys: [] };
const PACKAGED = Uint8Array.of(80, 75, 3, 4);

/** Emscripten's side: a memory, and how far it has been used. */
function machine(bytes, used) {
  const module = {
    HEAPU8: bytes,
    HEAPU32: new Uint32Array(bytes.buffer),
    _emscripten_get_sbrk_ptr: () => 8,
    growMemory(size) {
      module.HEAPU8 = new Uint8Array(size);
      module.HEAPU32 = new Uint32Array(module.HEAPU8.buffer);
      module.HEAPU32[2] = used;
    },
  };
  module.HEAPU32[2] = used;
  return module;
}

function memories() {
  const fresh = new Uint8Array(8 * PAGE);
  fresh.set([1, 2, 3, 4], 100); // the constants
  const kept = fresh.slice();
  kept.set([9, 9], 101); // one of them changed
  kept.set([5, 6, 7], 3 * PAGE + 17);
  kept.set([8], 6 * PAGE);
  return { fresh, kept };
}

test("a memory comes back as it was, whatever stood there", () => {
  const { fresh, kept } = memories();
  const image = decodeImage(encodeImage(kept, fresh, KEYS, PACKAGED));
  complete(image, fresh.buffer);
  const module = machine(fresh.slice(), 5 * PAGE);
  module.HEAPU8.fill(77, 2 * PAGE, 5 * PAGE); // what a start leaves behind
  restore(image, module);
  assert.deepEqual(module.HEAPU8, kept);
  assert.deepEqual([image.shape.keys, image.packaged], [KEYS, PACKAGED]);
});

test("empty pages and constants weigh nothing", () => {
  const { fresh, kept } = memories();
  assert.ok(encodeImage(kept, fresh, KEYS, PACKAGED).length < 3 * PAGE + 500);
  assert.ok(encodeImage(fresh, fresh, KEYS, PACKAGED).length < 500);
});

test("a memory larger than the one it comes back to makes it grow", () => {
  const { fresh, kept } = memories();
  const image = decodeImage(encodeImage(kept, fresh, KEYS, PACKAGED));
  complete(image, fresh.buffer);
  const module = machine(fresh.slice(0, 2 * PAGE), PAGE);
  restore(image, module);
  assert.deepEqual(module.HEAPU8, kept);
});
