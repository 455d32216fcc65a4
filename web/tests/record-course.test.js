// @ts-check
// How far the learner is, where to go on, and when to be told about the record.

import assert from "node:assert/strict";
import { test } from "node:test";

import { chapterProgress, stopItem, stopProgress, whereToGoOn } from "../record/course.js";
import { dueNotice } from "../record/due.js";
import { answer, tab } from "./record-tools.js";

/** @param {string} id @param {string[]} items */
const stop = (id, items) => ({ id, title: id, minutes: 5, items });
const MAP = {
  page: "",
  chapters: [
    { doc: "chapters/01-conclusion", number: 1, title: "Un", url: "1.html", stops: [stop("etape-1", ["accord", "signature"]), stop("etape-2", ["dates"])] },
    { doc: "chapters/03-boulanger", number: 3, title: "Trois", url: "3.html", stops: [stop("etape-1", ["zone", "accord@rappel-03"]), stop("etape-2", [])] },
  ],
};
const [ONE, THREE] = MAP.chapters;

/** @param {ReturnType<typeof tab>} record @param {string} doc @param {string} id */
const finish = (record, doc, id) => record.add({ ...stopItem(doc, id), verb: "finished" });

test("a stop counts what was answered, what is to see again, and its end", () => {
  const record = tab(1);
  assert.deepEqual(stopProgress(ONE, ONE.stops[0], record), { finished: false, items: 2, done: 0, failed: 0, t: "" });
  record.add(answer({ item: "accord", placement: "01-conclusion", success: false }));
  const { t, ...progress } = stopProgress(ONE, ONE.stops[0], record);
  assert.deepEqual(progress, { finished: false, items: 2, done: 1, failed: 1 });
  assert.notEqual(t, "");
  finish(record, ONE.doc, "etape-1");
  assert.ok(stopProgress(ONE, ONE.stops[0], record).finished);
});

test("a recall counts where it stands, not where the item was first asked", () => {
  const record = tab(1);
  record.add(answer({ item: "accord", placement: "01-conclusion", success: true }));
  assert.equal(chapterProgress(THREE, record).done, 0);
  record.add(answer({ item: "accord", placement: "rappel-03", success: true }));
  assert.equal(chapterProgress(THREE, record).done, 1);
});

test("a chapter adds its stops up", () => {
  const record = tab(1);
  record.add(answer({ item: "dates", placement: "01-conclusion", success: null }));
  finish(record, ONE.doc, "etape-2");
  assert.deepEqual(chapterProgress(ONE, record), { stops: 2, finished: 1, items: 3, done: 1, failed: 0, started: true });
  assert.equal(chapterProgress(THREE, record).started, false);
});

test("one goes on where one was, then at the next stop, then in the next chapter, then nowhere", () => {
  const record = tab(1);
  const next = () => whereToGoOn(MAP, record)?.url ?? null;
  assert.equal(next(), null);
  record.draft("accord", "01-conclusion", "b");
  assert.equal(next(), "1.html#etape-1");
  finish(record, ONE.doc, "etape-1");
  assert.equal(next(), "1.html#etape-2");
  finish(record, ONE.doc, "etape-2");
  assert.equal(next(), "3.html#etape-1");
  finish(record, THREE.doc, "etape-2");
  assert.equal(next(), null);
  record.add(answer({ item: "zone", placement: "03-boulanger" }));
  assert.equal(next(), "3.html#etape-1");
});

const HEALTH = /** @type {import("../record.js").Health} */ ({
  storage: "kept", reason: "", damaged: 0, unread: 0, newer: 0, events: 40, unsaved: 40, saved: null,
});
const NOW = Date.UTC(2026, 5, 15);
const CALM = { now: NOW, reminded: null, newerTold: false, worked: true, endedStop: true };
/** @param {number} days */
const ago = (days) => new Date(NOW - days * 86_400_000).toISOString();

test("the reminder comes at the end of a stop, after a good deal of work, and not again for a week", () => {
  assert.equal(dueNotice(HEALTH, CALM), "reminder");
  assert.equal(dueNotice(HEALTH, { ...CALM, endedStop: false }), null);
  assert.equal(dueNotice({ ...HEALTH, unsaved: 24 }, CALM), null);
  assert.equal(dueNotice(HEALTH, { ...CALM, reminded: ago(6) }), null);
  assert.equal(dueNotice(HEALTH, { ...CALM, reminded: ago(8) }), "reminder");
  assert.equal(dueNotice({ ...HEALTH, saved: ago(2) }, CALM), null);
  assert.equal(dueNotice({ ...HEALTH, saved: ago(4) }, CALM), "reminder");
});

test("what threatens the work is said first; a forbidden storage only to who worked", () => {
  const quiet = { ...CALM, endedStop: false };
  assert.equal(dueNotice({ ...HEALTH, reason: "full", damaged: 1 }, quiet), "full");
  assert.equal(dueNotice({ ...HEALTH, reason: "forbidden" }, { ...quiet, worked: false }), null);
  assert.equal(dueNotice({ ...HEALTH, reason: "forbidden" }, quiet), "forbidden");
  assert.equal(dueNotice({ ...HEALTH, damaged: 1, newer: 1 }, quiet), "damaged");
  assert.equal(dueNotice({ ...HEALTH, newer: 1 }, quiet), "newer");
  assert.equal(dueNotice({ ...HEALTH, newer: 1 }, { ...quiet, newerTold: true }), null);
});
