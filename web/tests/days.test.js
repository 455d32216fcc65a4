// @ts-check
// Days between two dates of the calendar, and which sentence says them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { between, dayNumber, wordsKey } from "../days.js";

test("days are counted on the calendar: leap years, ends of years, changes of hour", () => {
  const cases = /** @type {const} */ ([
    ["2026-01-05", "2026-02-15", 41],
    ["2024-02-28", "2024-03-01", 2],
    ["2026-02-28", "2026-03-01", 1],
    ["2000-02-28", "2000-03-01", 2],
    ["1999-12-31", "2000-01-01", 1],
    ["2026-03-28", "2026-03-30", 2], // summer time begins in France on the 29th
    ["2026-10-24", "2026-10-26", 2], // and ends on the 25th
    ["2026-03-10", "2026-03-07", -3],
    ["28/02/2026", "1/3/2026", 1],
  ]);
  for (const [from, to, days] of cases) assert.equal(between(from, to).days, days, `${from} → ${to}`);
});

test("a day that is not in the calendar is no date", () => {
  for (const text of ["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0026-01-01", "31/02/2026", "demain", "2026-1-1"])
    assert.equal(dayNumber(text), null, text);
  assert.notEqual(dayNumber("2024-02-29"), null);
});

test("each case has its own sentence", () => {
  assert.deepEqual(between("", "2026-01-01"), { days: null, key: "missing" });
  assert.deepEqual(between("2026-02-30", "2026-03-01"), { days: null, key: "wrong" });
  const keys = [["2026-01-01", "2026-01-02"], ["2026-01-01", "2026-02-11"], ["2026-01-01", "2026-01-01"], ["2026-01-02", "2026-01-01"], ["2026-01-09", "2026-01-01"]]
    .map(([from, to]) => wordsKey("dates.", /** @type {any} */ (between(from, to))));
  assert.deepEqual(keys, ["dates.before.one", "dates.before.many", "dates.same", "dates.after.one", "dates.after.many"]);
});
