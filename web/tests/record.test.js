// @ts-check
// The record as a page uses it: what is added is there, is there after a reload, and travels by file.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FakeStorage, anyEvents, answer, dice, integer, pick, states, tab } from "./record-tools.js";
import { canonical } from "../record/events.js";

const ZONE = /** @type {const} */ (["boulanger-zone", "03-boulanger"]);

/** @param {string} text */
const eventsOf = (text) => JSON.parse(text).events.map(canonical).sort();

test("an event carries everything decision 12 asks for", () => {
  const record = tab(1);
  record.add(answer());
  const event = record.add(answer({ response: "b", success: true }));
  assert.deepEqual(Object.keys(event).sort(), [
    "attempt", "confidence", "course_version", "duration_ms", "hints", "id", "item", "item_version", "lang", "placement",
    "response", "score", "seq", "session", "success", "t", "total_ms", "v", "verb",
  ]);
  assert.deepEqual([event.v, event.seq, event.attempt, event.lang, event.total_ms], [1, 2, 2, "fr", 2000]);
});

test("a page that is reloaded finds everything again, drafts included", () => {
  const storage = new FakeStorage();
  const before = tab(1, { storage });
  before.add(answer());
  before.add({ item: "boulanger-zone", placement: "03-boulanger", verb: "hinted" });
  before.draft("affaire-besoin", "03-boulanger", "ouvrir plus tô");
  before.draft("affaire-besoin", "03-boulanger", "ouvrir plus tôt");
  const after = tab(2, { storage });
  assert.deepEqual(states(after), states(before));
  assert.equal(after.state("affaire-besoin", "03-boulanger").draft, "ouvrir plus tôt");
  assert.equal(after.state(...ZONE).hints, 1);
});

test("the same tab goes on in its own log after a reload", () => {
  const storage = new FakeStorage();
  tab(1, { storage, session: "onglet" }).add(answer());
  const again = tab(2, { storage, session: "onglet" });
  again.add(answer());
  assert.equal(Object.keys(storage.all()).filter((key) => key.includes("log:")).length, 1);
  assert.equal(tab(3, { storage }).state(...ZONE).attempts, 2);
});

test("a recall is the same item at another placement, and opens unanswered", () => {
  const record = tab(1);
  record.add(answer({ success: true }));
  assert.equal(record.state(...ZONE).status, "passed");
  assert.equal(record.state("boulanger-zone", "rappel-05").status, "not_attempted");
});

test("an answer removes the draft from the storage", () => {
  const storage = new FakeStorage();
  const record = tab(1, { storage });
  record.draft(...ZONE, "b");
  record.add(answer({ response: "b" }));
  assert.equal(record.state(...ZONE).draft, null);
  assert.ok(!Object.keys(storage.all()).some((key) => key.includes("drafts:")));
});

test("a clock set back does not hide a later answer", () => {
  const storage = new FakeStorage();
  tab(1, { storage, start: Date.UTC(2031, 0, 1) }).add(answer({ response: "a" }));
  const later = tab(2, { storage, start: Date.UTC(2026, 0, 1) });
  later.add(answer({ response: "c" }));
  assert.equal(later.state(...ZONE).response, "c");
});

test("export then import gives the same events and the same state, in an empty record and in the same one", () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const one = tab(seed);
    one.importText(JSON.stringify({ format: "denouement-record", v: 1, events: anyEvents(seed) }));
    one.add(answer());
    one.draft("accord", "03-boulanger", `brouillon ${seed}`);
    const text = one.exportText();
    const other = tab(seed + 1000, { storage: new FakeStorage() });
    assert.equal(other.importText(text).outcome, "read");
    assert.deepEqual(states(other), states(one));
    assert.deepEqual(eventsOf(other.exportText()), eventsOf(text));
    assert.equal(one.importText(text).added, 0);
    assert.deepEqual(eventsOf(one.exportText()), eventsOf(text));
  }
});

test("the file is readable: course, date, one event a line", () => {
  const record = tab(1);
  record.add(answer());
  const lines = record.exportText().split("\n");
  assert.ok(lines.some((line) => line.includes("Le closing n'existe pas")));
  assert.ok(lines.some((line) => /^"exported": "2026-03-01T/.test(line)));
  assert.equal(lines.filter((line) => line.startsWith('{"v":1,"id"')).length, 1);
});

test("a record of an older course opens, and nothing in it is dropped on export", () => {
  const old = [
    { v: 0, id: "a", t: "2025-01-01T00:00:00.000Z", session: "s", seq: 1, item: "retiree", placement: "03-boulanger", verb: "answered", response: "z", item_version: "0000", mood: 3 },
    { v: 1, id: "b", t: "2025-01-02T00:00:00.000Z", session: "s", seq: 2, item: "retiree", placement: "03-boulanger", verb: "sung" },
    { id: "c" },
  ];
  const record = tab(1, { storage: new FakeStorage() });
  const { added, lost } = record.importText(JSON.stringify({ format: "denouement-record", v: 1, events: [...old, 12, null] }));
  assert.deepEqual([added, lost], [3, 2]);
  assert.deepEqual([record.state("retiree", "03-boulanger").response, record.state("retiree", "03-boulanger").item_version], ["z", "0000"]);
  assert.deepEqual(eventsOf(record.exportText()), old.map(canonical).sort());
});

test("events of a newer course are kept untouched, and it is said", () => {
  const future = { v: 2, id: "f", what: { else: [1] } };
  const record = tab(1, { storage: new FakeStorage() });
  assert.equal(record.importText(JSON.stringify({ format: "denouement-record", v: 2, events: [future] })).newer, 1);
  assert.equal(record.health.newer, 1);
  assert.deepEqual(JSON.parse(record.exportText()).events, [future]);
});

test("a file that is not a record is told apart", () => {
  const record = tab(1);
  const outcomes = ["", "Bonjour", "{\"a\": 1}", "[]", "null", "{\"format\": \"denouement-record\"}"].map((text) => record.importText(text).outcome);
  assert.deepEqual(outcomes, ["empty-file", "not-json", "not-ours", "not-ours", "not-ours", "not-ours"]);
});

test("a file cut short gives back its whole lines", () => {
  const one = tab(1);
  for (const response of ["a", "b", "c"]) one.add(answer({ response }));
  const text = one.exportText();
  const other = tab(2);
  const { outcome, added, lost } = other.importText(text.slice(0, text.lastIndexOf('"verb"')));
  assert.deepEqual([outcome, added, lost], ["salvaged", 2, 1]);
});

test("a subscriber receives the past from where it stopped, then the present; drafts never", () => {
  const storage = new FakeStorage();
  const record = tab(1, { storage, session: "un" });
  record.add(answer());
  record.add(answer());
  record.draft(...ZONE, "b");
  /** @type {any[]} */
  const [all, rest, mine] = [[], [], []];
  record.subscribe((event) => all.push(event.seq));
  record.subscribe((event) => rest.push(event.seq), 1);
  record.subscribe((event) => mine.push(event.seq), { un: 2 });
  const stop = record.subscribe(() => assert.fail("unsubscribed"), 99);
  stop();
  record.add(answer());
  assert.deepEqual([all, rest, mine], [[1, 2, 4], [2, 4], [4]]);
});

test("a subscriber that breaks stops neither the others nor the record", (t) => {
  const error = t.mock.method(console, "error", () => {});
  const record = tab(1);
  let received = 0;
  record.subscribe(() => { throw new Error("LMS away"); });
  record.subscribe(() => { received += 1; });
  record.add(answer());
  assert.equal(received, 1);
  assert.equal(error.mock.callCount(), 1);
});

test("what would lose an event is refused", () => {
  const record = tab(1);
  assert.throws(() => record.add(/** @type {any} */ ({ item: "x", placement: "y", verb: "anwsered" })), /verb among/);
  assert.throws(() => record.add(/** @type {any} */ ({ placement: "y", verb: "answered" })), /item, placement/);
});

test("the state travels as a short text and comes back in another browser", () => {
  const one = tab(1);
  one.add(answer({ success: true, score: { raw: 1, max: 1 } }));
  one.add({ item: "stop:chapters/03-boulanger#etape-2", placement: "03-boulanger", verb: "finished" });
  const other = tab(2, { storage: new FakeStorage() });
  assert.equal(other.decode(one.encode({ "boulanger-zone": 7 }).text, { "boulanger-zone": 7 }), 2);
  assert.equal(other.state(...ZONE).response, "a");
  assert.ok(other.state("stop:chapters/03-boulanger#etape-2", "03-boulanger").finished);
  assert.equal(one.decode(one.encode({}).text, {}) >= 0 && one.state(...ZONE).attempts, 1);
});

test("what was done since the last download is counted", () => {
  const record = tab(1, { storage: new FakeStorage() });
  record.add(answer());
  assert.equal(record.health.unsaved, 1);
  record.setMark("saved");
  assert.equal(record.health.unsaved, 0);
  record.add(answer());
  record.add({ item: "boulanger-zone", placement: "03-boulanger", verb: "hinted" });
  assert.equal(record.health.unsaved, 1);
});

test("a random session reloads to the same state whatever was done", () => {
  for (let seed = 0; seed < 40; seed += 1) {
    const roll = dice(seed);
    const storage = new FakeStorage();
    let record = tab(seed, { storage });
    for (let step = 0; step < 30; step += 1) {
      const item = `item-${integer(roll, 4)}`;
      const does = pick(roll, ["answer", "answer", "draft", "hint", "reload"]);
      if (does === "answer") record.add(answer({ item, success: roll() < 0.5 }));
      if (does === "draft") record.draft(item, "03-boulanger", `texte ${step}`);
      if (does === "hint") record.add({ item, placement: "03-boulanger", verb: "hinted" });
      const before = states(record);
      if (does === "reload") record = tab(seed * 100 + step, { storage, start: Date.UTC(2026, 2, 1, 1 + step) });
      assert.deepEqual(states(record), before, `seed ${seed}, step ${step}`);
    }
  }
});
