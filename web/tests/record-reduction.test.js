// @ts-check
// The reduction: independent of order and of repetition, and unchanged by compaction.

import assert from "node:assert/strict";
import { test } from "node:test";

import { compact, withoutOldDrafts } from "../record/compaction.js";
import { compareEvents, distinct, isReducible } from "../record/events.js";
import { reduce, reduceItem } from "../record/reduction.js";
import { anyEvents, dice, integer, shuffled } from "./record-tools.js";

const SEEDS = Array.from({ length: 300 }, (_, seed) => seed);

/** @param {any[]} events */
const state = (events) => new Map([...reduce(events)].sort());

test("the state depends neither on the order of events nor on their repetition", () => {
  for (const seed of SEEDS) {
    const events = anyEvents(seed);
    const roll = dice(seed + 1000);
    const repeated = shuffled(roll, [...events, ...events.slice(integer(roll, events.length))]);
    assert.deepEqual(state(repeated), state(events), `seed ${seed}`);
  }
});

test("two events that a hand-edited file gave the same id still have one outcome", () => {
  for (const seed of SEEDS) {
    const events = anyEvents(seed).map((event) => ({ ...event, id: `e${Number(event.id.slice(1)) % 25}` }));
    assert.deepEqual(state(shuffled(dice(seed), events)), state(events), `seed ${seed}`);
  }
});

test("compaction keeps the state, alone and united with any other events", () => {
  for (const seed of SEEDS) {
    const [events, others] = [anyEvents(seed), anyEvents(seed + 5000).map((e) => ({ ...e, id: `x${e.id}` }))];
    const kept = compact(events);
    assert.deepEqual(state(kept), state(events), `seed ${seed}`);
    assert.deepEqual(state([...others, ...kept]), state([...events, ...others]), `seed ${seed}, united`);
    assert.deepEqual(state([...kept, ...events]), state(events), `seed ${seed}, with what it dropped`);
  }
});

test("compaction drops events, and none that this version does not understand", () => {
  const events = anyEvents(7, 400);
  const kept = compact(events);
  const foreign = events.filter((event) => !isReducible(event));
  assert.ok(foreign.length > 0 && foreign.every((event) => kept.includes(event)));
  assert.ok(kept.length - foreign.length <= 8 * 9, `${kept.length} kept`);
});

test("leaving replaced drafts out keeps the state", () => {
  for (const seed of SEEDS) {
    const events = anyEvents(seed);
    const kept = withoutOldDrafts(events);
    assert.deepEqual(state(kept), state(events), `seed ${seed}`);
    assert.deepEqual(
      kept.filter((event) => event.verb !== "drafted").length,
      distinct(events).filter((event) => event.verb !== "drafted").length,
    );
  }
});

test("events have one total order", () => {
  const events = anyEvents(3, 60);
  const sorted = [...events].sort(compareEvents).map((event) => event.id);
  assert.deepEqual(shuffled(dice(1), events).sort(compareEvents).map((event) => event.id), sorted);
});

/** @param {any} fields @param {number} second */
const at = (second, fields) => ({
  v: 1, id: `e${second}`, t: new Date(second * 1000).toISOString(), session: "s", seq: second, item: "i", placement: "p", ...fields,
});

test("a right answer then a wrong one: failed now, and passed once", () => {
  const events = [
    at(1, { verb: "answered", response: "b", success: true, attempt: 1, hints: 1, total_ms: 900 }),
    at(2, { verb: "answered", response: "a", success: false, attempt: 2, hints: 1, total_ms: 1500 }),
  ];
  const { status, passed, response, attempts, hints, duration_ms } = reduceItem(events, "i", "p");
  assert.deepEqual(
    { status, passed, response, attempts, hints, duration_ms },
    { status: "failed", passed: true, response: "a", attempts: 2, hints: 1, duration_ms: 1500 },
  );
});

test("a draft lasts until an answer, and comes back when typed after it", () => {
  const typed = at(1, { verb: "drafted", response: "je pense" });
  const sent = at(2, { verb: "answered", response: "je pense que", success: null });
  const again = at(3, { verb: "drafted", response: "" });
  assert.equal(reduceItem([typed], "i", "p").draft, "je pense");
  assert.equal(reduceItem([typed, sent], "i", "p").draft, null);
  assert.equal(reduceItem([typed, sent, again], "i", "p").draft, "");
  assert.equal(reduceItem([typed, sent, again], "i", "p").response, "je pense que");
});

test("a prediction and a free text are done, without judgement; an error is an error", () => {
  assert.equal(reduceItem([at(1, { verb: "predicted", response: "40" })], "i", "p").status, "passed");
  assert.equal(reduceItem([at(1, { verb: "predicted", response: "40" })], "i", "p").success, null);
  assert.equal(reduceItem([at(1, { verb: "predicted", response: "40" })], "i", "p").passed, false);
  assert.equal(reduceItem([at(1, { verb: "answered", success: false, status: "error" })], "i", "p").status, "error");
});

test("what a hand-edited file holds reaches an item with the types it expects", () => {
  const odd = at(1, { verb: "answered", response: { a: 1 }, success: "yes", score: { raw: "1" }, confidence: "sure", attempt: "3", hints: -2, item_version: 4 });
  const { response, success, score, confidence, attempts, hints, item_version } = reduceItem([odd], "i", "p");
  assert.deepEqual([response, success, score, confidence, attempts, hints, item_version], [null, null, null, null, 1, 0, null]);
  assert.equal(reduceItem([at(1, { verb: "drafted", response: 5 })], "i", "p").draft, "");
});
