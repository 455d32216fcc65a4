// @ts-check
// « Mon bilan » : first and last tries, certainty, predictions, time, read from a record as learners make them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { firstTries, goalResults, guesses, minutesFinished, sureness, testResults, timeSpent } from "../bilan-figures.js";
import { compact } from "../record/compaction.js";
import { sentEvents } from "../record/sent.js";
import { openRecord } from "../record.js";
import { answer, anyEvents, tab } from "./record-tools.js";

const TABLE = {
  goals: [
    { id: "03-boulanger/zone", chapter: "03-boulanger", html: "zone", items: ["boulanger-zone", "boulanger-heures"] },
    { id: "03-boulanger/parmi", chapter: "03-boulanger", html: "parmi", items: ["boulanger-parmi"] },
  ],
  tests: [
    { id: "final", title: "Test final", questions: { "final-zone": "03-boulanger/zone", "final-parmi": "03-boulanger/parmi" } },
    { id: "positionnement", title: "Positionnement", questions: { "positionnement-zone": "03-boulanger/zone" } },
  ],
  thesis: null,
  sealed: "",
};

/** A learner who got zone right at the second try, surely wrong at the first; heures at once; and took the final test twice. */
function learner() {
  const record = tab(1);
  record.add(answer({ success: false, confidence: 3, duration_ms: 60_000 }));
  record.add(answer({ success: true, confidence: 1, response: "b", duration_ms: 30_000 }));
  record.add(answer({ item: "boulanger-heures", success: true, confidence: 3 }));
  record.add(answer({ placement: "rappel-05", success: true, confidence: 2 })); // the same item, another activity
  for (const raw of [0, 1]) {
    record.add({ item: "final-zone", placement: "final", verb: "answered", response: raw ? "a" : "?", success: raw === 1 });
    record.add({ item: "final-parmi", placement: "final", verb: "answered", response: "b", success: false });
    record.add({ item: "final", placement: "final", verb: "answered", success: null, score: { raw, max: 2 }, duration_ms: 600_000 });
  }
  return record;
}

test("an objective tells the first try from the last one, and the chapter from the test", () => {
  const [zone, parmi] = goalResults(TABLE, learner(), "final");
  assert.deepEqual([zone.asked, zone.tried, zone.first, zone.now], [2, 2, 1, 2]);
  assert.deepEqual(zone.test, { right: 1, asked: 1 }, "the last time the test was taken");
  assert.deepEqual([parmi.tried, parmi.first, parmi.now], [0, 0, 0]);
  assert.deepEqual(parmi.test, { right: 0, asked: 1 });
});

test("a test that was never handed in says nothing, and drafts are not answers", () => {
  const record = tab(2);
  record.draft("final-zone", "final", "a");
  assert.equal(goalResults(TABLE, record, "final")[0].test, null);
  assert.deepEqual(testResults(TABLE, record), []);
});

test("every attempt at a test is there, the first one first", () => {
  const [final, ...others] = testResults(TABLE, learner());
  assert.deepEqual(final.attempts.map(({ raw, max }) => [raw, max]), [[0, 2], [1, 2]]);
  assert.ok(final.attempts[0].t < final.attempts[1].t);
  assert.deepEqual(others, []);
});

test("certainty is judged at the first try only", () => {
  assert.deepEqual(sureness(learner()), [
    { level: 1, said: 0, right: 0, wrong: [] },
    { level: 2, said: 1, right: 1, wrong: [] },
    { level: 3, said: 2, right: 1, wrong: ["boulanger-zone"] },
  ]);
});

test("a record short of room, which only kept last tries, never counts one of them as a first", () => {
  const full = learner();
  const record = openRecord();
  record.importText(JSON.stringify({ format: "denouement-record", v: 1, events: compact(JSON.parse(full.exportText()).events) }));
  const kept = sentEvents(record).filter(({ item, placement }) => item === "boulanger-zone" && placement === "03-boulanger");
  assert.deepEqual(kept.map(({ attempt }) => attempt), [2], "the first try is gone");
  assert.equal(goalResults(TABLE, record, "final")[0].first, 1, "heures alone");
  assert.deepEqual(sureness(record)[0], { level: 1, said: 0, right: 0, wrong: [] });
});

test("a prediction is set beside what was found; one never made, or unreadable, is left out", () => {
  const record = tab(3);
  const about = { placement: "01-conclusion", verb: "predicted", success: null };
  record.add({ ...about, item: "jours", response: "20.5" });
  record.add({ ...about, item: "vide", response: "" });
  record.add({ ...about, item: "mots", response: "beaucoup" });
  const asked = { found: 57, unit: "jours", chapter: "01-conclusion" };
  const table = { jours: asked, vide: asked, mots: asked, jamais: asked };
  assert.deepEqual(guesses(table, record), [{ item: "jours", chapter: "01-conclusion", said: 20.5, found: 57, unit: "jours" }]);
});

test("time counts what was spent answering, within reason", () => {
  assert.equal(timeSpent(TABLE, learner()), 90_000 + 1000 + 1000 + 1_200_000);
  const record = tab(4);
  record.add(answer({ duration_ms: 9 * 3600_000 })); // left open all night
  assert.equal(timeSpent(TABLE, record), 15 * 60_000);
});

test("the minutes of a stop count once it is finished", () => {
  const record = tab(5);
  const stops = [1, 2].map((n) => ({ id: `etape-${n}`, title: "", minutes: 6 + n, items: [] }));
  const map = { page: "bilan", chapters: [{ doc: "chapters/03-boulanger", number: 3, title: "", url: "", stops }] };
  record.add({ item: "stop:chapters/03-boulanger#etape-2", placement: "03-boulanger", verb: "finished" });
  assert.equal(minutesFinished(map, record), 8);
});

test("whatever a record holds, figures keep their bounds", () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const record = openRecord();
    record.importText(JSON.stringify({ format: "denouement-record", v: 1, events: anyEvents(seed, 60) }));
    for (const { asked, tried, first, now } of goalResults(TABLE, record, "final"))
      assert.ok(first <= tried && now <= tried && tried <= asked, `${seed}`);
    for (const { said, right, wrong } of sureness(record)) assert.equal(said, right + wrong.length);
    assert.ok(timeSpent(TABLE, record) >= 0);
    const events = sentEvents(record);
    assert.ok(firstTries(events).size <= events.length);
  }
});
