// @ts-check
// A storage shared by tabs, damaged, full, forbidden: nothing is lost and work goes on.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FakeStorage, answer, dice, integer, pick, states, tab } from "./record-tools.js";

const ZONE = /** @type {const} */ (["boulanger-zone", "03-boulanger"]);

/** Tabs over one storage that, like the browser's, tells every other tab of each change. @param {number} [limit] */
function browser(limit) {
  const storage = new FakeStorage(limit);
  /** @type {{ record: any, asleep: boolean }[]} */
  const tabs = [];
  /** @param {any} view @param {string} key @param {string | null} newValue */
  const tell = (view, key, newValue) => {
    for (const one of tabs) if (one.record && one.view !== view && !one.asleep) one.record.receive({ key, newValue });
  };
  /** @param {number} seed @param {any} [options] */
  const open = (seed, options = {}) => {
    const view = {
      get length() { return storage.length; },
      key: (/** @type {number} */ place) => storage.key(place),
      getItem: (/** @type {string} */ key) => storage.getItem(key),
      setItem(/** @type {string} */ key, /** @type {string} */ text) { storage.setItem(key, text); tell(view, key, text); },
      removeItem(/** @type {string} */ key) { storage.removeItem(key); tell(view, key, null); },
    };
    const one = { view, record: /** @type {any} */ (null), asleep: false };
    tabs.push(one);
    one.record = tab(seed, { storage: view, ...options });
    return one;
  };
  return { storage, open };
}

test("a tab sees at once what another one does", () => {
  const { open } = browser();
  const [left, right] = [open(1), open(2)];
  let told = 0;
  right.record.watch(() => { told += 1; });
  left.record.add(answer({ success: true }));
  assert.equal(right.record.state(...ZONE).status, "passed");
  assert.ok(told > 0);
  right.record.add(answer());
  assert.equal(left.record.state(...ZONE).attempts, 2);
});

test("two tabs whose work is interleaved lose nothing, even when they sleep through each other's changes", () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const roll = dice(seed);
    const { storage, open } = browser();
    const tabs = [open(seed), open(seed + 500)];
    const ids = new Set();
    for (let step = 0; step < 25; step += 1) {
      const one = pick(roll, tabs);
      one.asleep = roll() < 0.3;
      if (!one.asleep && roll() < 0.2) one.record.refresh();
      if (roll() < 0.3) one.record.draft(`item-${integer(roll, 3)}`, "03-boulanger", `texte ${step}`);
      else ids.add(one.record.add(answer({ item: `item-${integer(roll, 3)}`, response: String(step) })).id);
    }
    const later = tab(seed + 9000, { storage });
    const kept = new Set(JSON.parse(later.exportText()).events.map((/** @type {any} */ event) => event.id));
    assert.ok([...ids].every((id) => kept.has(id)), `seed ${seed}`);
    for (const one of tabs) one.record.refresh();
    assert.deepEqual(states(tabs[0].record), states(later), `seed ${seed}`);
    assert.deepEqual(states(tabs[1].record), states(later), `seed ${seed}`);
  }
});

test("two tabs that ended up with one session name still lose nothing", () => {
  const { storage, open } = browser();
  const [left, right] = [open(1, { session: "meme" }), open(2, { session: "meme" })];
  left.asleep = right.asleep = true;
  left.record.add(answer({ item: "a" }));
  right.record.add(answer({ item: "b" }));
  left.record.add(answer({ item: "c" }));
  assert.deepEqual(states(tab(3, { storage })).map((state) => state.item), ["a", "b", "c"]);
});

test("erasing in one tab erases in the others, also in one that slept", () => {
  const { storage, open } = browser();
  const [left, right, asleep] = [open(1), open(2), open(3)];
  left.record.add(answer());
  right.record.add(answer({ item: "accord" }));
  asleep.record.add(answer({ item: "huff" }));
  asleep.asleep = true;
  left.record.erase();
  assert.deepEqual(states(right.record), []);
  asleep.record.add(answer({ item: "nouveau" }));
  assert.deepEqual(states(tab(4, { storage })).map((state) => state.item), ["nouveau"]);
  assert.ok(!JSON.stringify(storage.all()).includes("huff"));
});

test("many sessions of earlier days become one, without losing anything", () => {
  const storage = new FakeStorage();
  for (let day = 0; day < 30; day += 1) {
    const record = tab(day, { storage, start: Date.UTC(2026, 2, 1 + day) });
    record.add(answer({ item: `item-${day}` }));
    record.draft(`texte-${day}`, "03-boulanger", "en cours");
  }
  assert.ok(Object.keys(storage.all()).length < 30, Object.keys(storage.all()).join());
  const record = tab(99, { storage, start: Date.UTC(2026, 4, 1) });
  assert.equal(states(record).length, 60);
  assert.equal(record.state("texte-3", "03-boulanger").draft, "en cours");
});

for (const [name, text] of /** @type {const} */ ([
  ["not JSON", '{"v":1,"eve'],
  ["another shape", '{"answers": 3}'],
  ["JSON null", "null"],
]))
  test(`a damaged session (${name}) is set aside, told, exported, and work goes on`, () => {
    const storage = new FakeStorage();
    tab(1, { storage, session: "sain" }).add(answer());
    storage.setItem("denouement:log:abime", text);
    const record = tab(2, { storage, session: "abime" });
    assert.equal(record.health.damaged, 1);
    assert.equal(record.state(...ZONE).attempts, 1);
    record.add(answer());
    assert.deepEqual(Object.values(storage.all()).filter((kept) => kept === text).length, 1);
    assert.deepEqual(JSON.parse(record.exportText()).unread, [text]);
    const later = tab(3, { storage });
    assert.equal(later.health.damaged, 0, "told once");
    assert.equal(later.health.unread, 1);
    assert.equal(later.state(...ZONE).attempts, 2);
    const elsewhere = tab(4, { storage: new FakeStorage() });
    elsewhere.importText(record.exportText());
    assert.deepEqual(JSON.parse(elsewhere.exportText()).unread, [text]);
  });

test("entries of a session that are no events are set aside, the others stay", () => {
  const storage = new FakeStorage();
  const good = { ...answer(), v: 1, id: "ok", t: "2026-03-01T00:00:00.000Z", session: "s", seq: 1 };
  const text = JSON.stringify({ v: 1, events: [good, 12] });
  storage.setItem("denouement:log:s", text);
  const record = tab(1, { storage });
  assert.deepEqual([record.health.damaged, record.state(...ZONE).attempts, record.health.unread], [1, 1, 1]);
  assert.equal(tab(2, { storage }).health.damaged, 0);
});

test("a damaged session stays where it is when there is no room for a copy", () => {
  const text = `{"v":1,${"x".repeat(300)}`;
  const storage = new FakeStorage(500);
  storage.setItem("denouement:log:abime", text);
  const record = tab(1, { storage, session: "abime" });
  record.add(answer());
  assert.equal(storage.getItem("denouement:log:abime"), text);
  assert.equal(record.state(...ZONE).attempts, 1);
  assert.deepEqual(JSON.parse(record.exportText()).unread, [text]);
});

test("a session of a newer version is left untouched, exported, and said", () => {
  const storage = new FakeStorage();
  const text = '{"v":2,"log":"binary"}';
  storage.setItem("denouement:log:futur", text);
  const record = tab(1, { storage, session: "futur" });
  record.add(answer());
  assert.equal(record.health.newer, 1);
  assert.equal(storage.getItem("denouement:log:futur"), text);
  assert.deepEqual(JSON.parse(record.exportText()).unread, [text]);
});

test("a full storage is compacted, and the state is the same", () => {
  const storage = new FakeStorage(9000);
  const record = tab(1, { storage });
  for (let n = 0; n < 200; n += 1) record.add(answer({ item: `item-${n % 5}`, response: String(n) }));
  assert.equal(record.health.storage, "kept");
  assert.deepEqual(states(tab(2, { storage })), states(record));
});

test("when one tab's compaction is not enough, all the sessions are compacted together", () => {
  const storage = new FakeStorage(12_000);
  for (let n = 0; n < 10; n += 1) {
    const old = tab(n, { storage, start: Date.UTC(2026, 2, 1, n) });
    old.add(answer({ response: String(n) }));
    old.add(answer({ response: String(n) }));
  }
  const record = tab(50, { storage, start: Date.UTC(2026, 2, 2) });
  for (let n = 0; n < 10; n += 1) record.add(answer({ item: `autre-${n}` }));
  record.draft("autre-1", "03-boulanger", "t".repeat(2000));
  assert.equal(record.health.storage, "kept");
  assert.equal(record.state(...ZONE).attempts, 20);
  assert.deepEqual(states(tab(60, { storage })), states(record));
});

test("a storage that stays full: work goes on in memory, export works, and everything is kept once there is room", () => {
  const storage = new FakeStorage(1500);
  const record = tab(1, { storage });
  for (let n = 0; n < 30; n += 1) record.add(answer({ item: `item-${n}` }));
  record.draft("texte", "03-boulanger", "pas perdu");
  assert.deepEqual([record.health.storage, record.health.reason], ["memory", "full"]);
  assert.equal(JSON.parse(record.exportText()).events.length, 31);
  storage.limit = Infinity;
  record.add(answer({ item: "item-30" }));
  assert.equal(record.health.storage, "kept");
  assert.deepEqual(states(tab(2, { storage })), states(record));
});

test("compaction that does not make enough room leaves the other sessions as they were", () => {
  const storage = new FakeStorage(3000);
  for (let n = 0; n < 3; n += 1) tab(n, { storage }).add(answer({ item: `ancien-${n}` }));
  const record = tab(9, { storage });
  record.draft("texte", "03-boulanger", "t".repeat(5000));
  assert.equal(record.health.reason, "full");
  assert.deepEqual(states(tab(10, { storage })).map((state) => state.item), ["ancien-0", "ancien-1", "ancien-2"]);
});

test("a storage that refuses everything: work goes on in memory, export works", () => {
  const refuse = () => { throw new DOMException("denied", "SecurityError"); };
  const forbidding = { get length() { return refuse(); }, key: refuse, getItem: refuse, setItem: refuse, removeItem: refuse };
  const readOnly = { length: 0, key: () => null, getItem: () => null, setItem: refuse, removeItem: refuse };
  for (const storage of [forbidding, readOnly, null]) {
    const record = tab(1, { storage: /** @type {any} */ (storage) });
    record.add(answer());
    record.draft(...ZONE, "b");
    record.setMark("saved");
    record.refresh();
    record.flush();
    assert.deepEqual([record.health.storage, record.health.reason], ["memory", "forbidden"]);
    assert.equal(record.state(...ZONE).draft, "b");
    assert.equal(JSON.parse(record.exportText()).events.length, 2);
    record.erase();
    assert.deepEqual(states(record), []);
  }
});

test("a storage without any room is full, not forbidden", () => {
  const record = tab(1, { storage: new FakeStorage(0) });
  record.add(answer());
  assert.deepEqual([record.health.reason, record.state(...ZONE).attempts], ["full", 1]);
});

test("a tab whose key another one gathered puts back what is missing when it leaves", () => {
  const storage = new FakeStorage();
  const record = tab(1, { storage, session: "mien" });
  record.add(answer());
  storage.removeItem("denouement:log:mien");
  record.flush();
  assert.equal(tab(2, { storage }).state(...ZONE).attempts, 1);
});

test("erasing removes every key of the record and no other", () => {
  const storage = new FakeStorage();
  storage.setItem("autre-cours", "à garder");
  storage.setItem("denouement:log:abime", "abîmé");
  const record = tab(1, { storage });
  record.add(answer());
  record.erase();
  assert.deepEqual(Object.keys(storage.all()).sort(), ["autre-cours", "denouement:epoch"]);
  record.add(answer());
  assert.equal(tab(2, { storage }).state(...ZONE).attempts, 1);
});
