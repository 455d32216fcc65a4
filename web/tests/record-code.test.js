// @ts-check
// The whole state in 4,096 characters, and back.

import assert from "node:assert/strict";
import { test } from "node:test";

import { decodeEvents } from "../record/decode.js";
import { encodeStates } from "../record/encode.js";
import { reduce } from "../record/reduction.js";
import { anyEvents, dice, integer, pick } from "./record-tools.js";

const CHAPTERS = [
  "01-conclusion", "02-isoler", "03-boulanger", "04-techniques", "05-besoin", "06-refuser", "07-donnees", "08-synthese",
];
const ITEMS = Array.from({ length: 120 }, (_, n) => `${CHAPTERS[n % 8].slice(3)}-une-question-assez-longue-${n}`);
const NUMBERS = Object.fromEntries(ITEMS.map((item, n) => [item, n * 2 + 1]));

/** Labs and interviews (one item in eight) have points of their own. @param {boolean | null} success @param {boolean} points */
function verdict(success, points) {
  const max = points ? 4 : 1;
  return { success, score: success === null ? null : { raw: success ? max : 0, max } };
}

/** Answered as heavily as the course allows: every item, the longest responses, recalls, every stop. @param {number} seed */
function heaviestLearner(seed) {
  const roll = dice(seed);
  let seq = 0;
  const at = () => new Date(Date.UTC(2026, 8, 1) + integer(roll, 90 * 1440) * 60_000 + integer(roll, 60_000)).toISOString();
  /** @param {any} fields */
  const event = (fields) => ({ v: 1, id: `e${(seq += 1)}`, t: at(), session: "s", seq, ...fields });
  const longest = ["a,b,c,d", "12345.75", "f,e,d,c,b,a", "l1=r2,l2=r1,l3=r5,l4=r3,l5=r4", "heures=3,place=12,prix=4"];
  const items = ITEMS.map((item, n) => {
    const text = n % 3 === 2; // 40 of 120
    const code = n >= 104; // 16: what was typed is long and never travels, but may be judged
    return event({
      item, placement: CHAPTERS[n % 8], item_version: "9f2c41d0", verb: n % 10 === 0 ? "predicted" : "answered",
      response: text ? "Le client veut ouvrir plus tard. ".repeat(20) : code ? "client=1" : pick(roll, longest),
      feedback: code ? "Vous obtenez `client`." : undefined,
      ...verdict(text || n % 10 === 0 ? null : roll() < 0.7, n % 8 === 1),
      attempt: 1 + integer(roll, 12), hints: integer(roll, 4), total_ms: integer(roll, 900_000), confidence: 1 + integer(roll, 3),
    });
  });
  const recalls = Array.from({ length: 12 }, (_, n) =>
    event({ item: ITEMS[n], placement: `rappel-0${3 + (n >> 1)}`, verb: "answered", response: "b", success: true, score: { raw: 1, max: 1 }, attempt: 2 }),
  );
  const stops = CHAPTERS.flatMap((chapter) =>
    [1, 2, 3, 4].map((stop) => event({ item: `stop:chapters/${chapter}#etape-${stop}`, placement: chapter, verb: "finished" })),
  );
  const explained = items.map(({ item, placement }) => event({ item, placement, verb: "explained" }));
  return [...items, ...recalls, ...stops, ...explained];
}

test("the heaviest learner of eight chapters fits 4,096 characters, every judged response included", () => {
  const lengths = [1, 2, 3, 4, 5].map((seed) => {
    const states = reduce(heaviestLearner(seed));
    const { text, omitted } = encodeStates([...states.values()], NUMBERS);
    assert.deepEqual(omitted, { responses: 0, items: 0 });
    assert.match(text, /^[\x20-\x7e]+$/);
    assert.ok(!text.includes("client"), "free texts stay out");
    return text.length;
  });
  assert.ok(Math.max(...lengths) <= 4096, lengths.join());
});

/** What travels of a state. @param {any} state */
const travels = (state) => ({
  status: state.status, passed: state.passed, success: state.success, predicted: state.predicted,
  attempts: Math.min(state.attempts, 35), hints: Math.min(state.hints, 35), confidence: state.confidence || null,
  seconds: Math.floor(state.duration_ms / 1000), explained: state.explained, finished: state.finished, score: state.score,
  response: state.feedback === null && (state.success !== null || state.predicted) && !/ |^$/.test(state.response ?? "") ? state.response : null,
});

test("what travels comes back", () => {
  const states = reduce(heaviestLearner(9));
  const back = reduce(decodeEvents(encodeStates([...states.values()], NUMBERS).text, NUMBERS));
  assert.deepEqual(new Set(back.keys()), new Set(states.keys()));
  for (const [key, state] of states) assert.deepEqual(travels(back.get(key)), travels(state));
});

test("a text brought back changes nothing in the record it was made from, with any events", () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const events = anyEvents(seed);
    const { text } = encodeStates([...reduce(events).values()], { "boulanger-zone": 4 });
    const back = decodeEvents(text, { "boulanger-zone": 4 });
    assert.deepEqual(new Map([...reduce([...events, ...back])].sort()), new Map([...reduce(events)].sort()), `seed ${seed}`);
  }
});

test("past the limit, responses are left out first, then the oldest items, and it says so", () => {
  const states = [...reduce(heaviestLearner(3)).values()];
  for (const limit of [3000, 2000, 500]) {
    const { text, omitted } = encodeStates(states, NUMBERS, limit);
    assert.ok(text.length <= limit, `${text.length} > ${limit}`);
    assert.ok(omitted.responses + omitted.items > 0);
    assert.ok(decodeEvents(text, NUMBERS).length > 0);
  }
});

test("items that have no number yet travel by name", () => {
  const events = [{ v: 1, id: "e", t: "2026-09-01T08:00:00.000Z", session: "s", seq: 1, item: "a_b|c:d;é", placement: "p~1", verb: "answered", response: "a", success: true }];
  const { text } = encodeStates([...reduce(events).values()], {});
  assert.deepEqual(decodeEvents(text, {}).map(({ item, placement }) => [item, placement]), [["a_b|c:d;é", "p~1"]]);
});

test("a text that is not ours brings nothing back", () => {
  for (const text of ["", "2|0|", "bonjour", "1|%%|", "1|a|x*|p:zz_1;~%E0_0000_1"]) assert.deepEqual(decodeEvents(text, {}), []);
});
