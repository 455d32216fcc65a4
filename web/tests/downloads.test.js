// Which files of Python a page fetches: the snapshot on a fast line, what boots without it on a slow one.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { afterEach, beforeEach, test } from "node:test";
import { gzipSync } from "node:zlib";
import { openSupplies } from "../python/downloads.js";
import { whole } from "../python/gzip.js";

const EMPTY_WASM = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
const MB = 2 ** 20;
/** What the manifest says; the bodies below are small. */
const MANIFEST = {
  worker: { file: "worker.mjs", bytes: MB },
  wasm: { file: "pyodide.wasm.gz", bytes: 3 * MB },
  snapshot: { file: "snapshot.bin.gz", bytes: 5 * MB },
  library: { file: "library.zip", bytes: 2 * MB },
  package: { file: "package.zip", bytes: MB },
};
const BODIES = {
  "manifest.json": JSON.stringify(MANIFEST),
  "pyodide.wasm.gz": gzipSync(EMPTY_WASM),
  "snapshot.bin.gz": "snapshot",
  "library.zip": "library",
  "package.zip": "package",
};
const text = (bytes) => new TextDecoder().decode(bytes);
/** The pieces of the snapshot, from now on, as text; resolved once they have all come. */
const followed = (supplies) =>
  new Promise((resolve) => {
    let said = "";
    supplies.follow(({ piece }) => (piece ? (said += text(piece)) : piece === null && resolve(said)));
  });

let server;
let base;
let asked;
let drips; // files that come drop by drop, without end
let refused;

beforeEach(async () => {
  [asked, drips, refused] = [[], new Set(), new Set()];
  server = createServer((request, response) => {
    const name = request.url.slice(1);
    asked.push(name);
    if (refused.has(name)) return response.writeHead(503).end();
    if (!drips.has(name)) return response.end(BODIES[name]);
    const timer = setInterval(() => response.write("."), 20);
    return response.on("close", () => clearInterval(timer));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${server.address().port}/`;
  globalThis.location = { href: base };
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

test("on a fast line: the snapshot, and nothing of what boots without it", async () => {
  const told = [];
  const supplies = await openSupplies(base, (part) => told.push(part));
  const early = followed(supplies);
  const files = await supplies.opening();
  assert.equal(files.snapshot, true);
  assert.deepEqual([await early, await followed(supplies)], ["snapshot", "snapshot"]);
  assert.ok(files.module instanceof WebAssembly.Module);
  assert.deepEqual(asked.sort(), ["manifest.json", "pyodide.wasm.gz", "snapshot.bin.gz"]);
  assert.deepEqual(told, [...told].sort((a, b) => a - b));
});

test("on a slow line: the snapshot is given up, Python boots without it", async () => {
  drips.add("snapshot.bin.gz");
  const files = await (await openSupplies(base, () => {})).opening();
  assert.equal(files.snapshot, false);
  assert.deepEqual([text(files.library), text(files.package)], ["library", "package"]);
});

test("the library comes when it is asked for, once", async () => {
  const supplies = await openSupplies(base, () => {});
  const [one, two] = await Promise.all([supplies.library(), supplies.library()]);
  assert.equal(text(one), "library");
  assert.equal(one, two);
  assert.equal(asked.filter((name) => name === "library.zip").length, 1);
  assert.equal((await supplies.opening()).library, one);
});

test("a snapshot that cannot be loaded is replaced by what boots without it", async () => {
  const files = await (await openSupplies(base, () => {})).plainly();
  assert.deepEqual([text(files.library), files.snapshot], ["library", false]);
});

for (const name of ["manifest.json", "pyodide.wasm.gz", "snapshot.bin.gz"])
  test(`${name} refused: the network is named`, async () => {
    refused.add(name);
    await assert.rejects(async () => (await openSupplies(base, () => {})).opening(), { reason: "network" });
  });

test("from a file, nothing is asked for", async () => {
  await assert.rejects(openSupplies("file:///cours/python/", () => {}), { reason: "file" });
  assert.deepEqual(asked, []);
});

test("what is compressed is opened, what is not is left alone", async () => {
  const plain = new TextEncoder().encode("déjà ouvert");
  const carried = (/** @type {any} */ bytes) => whole(/** @type {ReadableStream} */ (new Response(bytes).body));
  assert.deepEqual(await carried(plain), plain);
  assert.deepEqual(await carried(gzipSync(plain)), plain);
});
