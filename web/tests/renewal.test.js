// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";

import { openTakeover } from "../offline/renewal.js";

const worker = (/** @type {object | null} */ waiting, /** @type {any[]} */ pages = []) =>
  /** @type {any} */ ({ registration: { waiting }, clients: { matchAll: async () => pages } });

test("while a new version takes over, the page that waits loads nothing, not even the icon that browsers look for", async () => {
  const answer = await openTakeover(worker({}), "Un instant…")();
  const text = await answer?.text();
  assert.match(text ?? "", /Un instant…/);
  const loaded = [...(text ?? "").matchAll(/<(\w+)[^>]*? (?:href|src)="([^"]*)"/g)].map(([, tag, address]) => [tag, address]);
  assert.deepEqual(loaded, [["link", "data:,"]]);
});

test("a version that does not take over keeps no one from the page: three tries, then the old version answers", async () => {
  const takeover = openTakeover(worker({}), "");
  for (let turn = 0; turn < 3; turn++) assert.ok(await takeover());
  assert.equal(await takeover(), null);
});

test("without a newer version, or where other pages stay open, the old version answers", async () => {
  assert.equal(await openTakeover(worker(null), "")(), null);
  assert.equal(await openTakeover(worker({}, [{}, {}]), "")(), null);
});
