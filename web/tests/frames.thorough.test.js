// At every position of every chart and lab, what the page decodes, says and draws is what the Python model says. Reads
// the compiled course (`denouement compile` first).

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { reader, sentenceReader, tableReader } from "../columns.js";
import { positionOf, ranksOf, responseOf } from "../levers.js";
import { unseal } from "../sealed.js";
import "../vega.js";

const root = new URL("../../", import.meta.url).pathname;
const python = existsSync(`${root}.venv/bin/python`) ? `${root}.venv/bin/python` : "python3";
const truth = JSON.parse(
  execFileSync(python, [`${root}web/tests/model-frames.py`], { maxBuffer: 2 ** 28 }).toString(),
);
const compiled = (id) => JSON.parse(readFileSync(`${root}src/denouement/data/items/${id}.json`, "utf8"));
/** Python writes -0.0 where JavaScript reads 0 from an integer: the same value. */
const plain = (rows) => JSON.parse(JSON.stringify(rows));

/** The ranks of each lever at each position, the last lever fastest. */
function* ranksOfGrid(levers, before = []) {
  if (before.length === levers.length) yield before;
  else for (const rank of levers[before.length].values.keys()) yield* ranksOfGrid(levers, [...before, rank]);
}

test("the course has charts and labs", () => {
  assert.ok(Object.keys(truth.charts).length > 0);
  assert.ok(Object.keys(truth.labs).length > 0);
});

for (const [id, frames] of Object.entries(truth.charts)) {
  const { public: data } = compiled(id);
  const rows = tableReader(data.rows);

  test(`${id}: every position is decoded as the model drew it`, () => {
    const positions = [...ranksOfGrid(data.levers)].map((ranks) => positionOf(data.levers, ranks));
    assert.deepEqual(positions, [...frames.keys()]);
    for (const [position, frame] of frames.entries()) assert.deepEqual(plain(rows(position)), plain(frame.rows));
  });

  test(`${id}: every position is said as the model says it`, () => {
    const { say } = sentenceReader(data.sentences);
    const table = data.table ? tableReader(data.table) : () => [];
    for (const [position, frame] of frames.entries()) {
      for (const slot of ["title", "note", "alt"]) assert.equal(say(slot, position), frame[slot]);
      if (data.table) assert.deepEqual(table(position), frame.table);
    }
  });

  test(`${id}: Vega draws every position`, async () => {
    const { View, parse } = globalThis.denouementVega;
    const view = new View(parse(data.spec), { renderer: "none" });
    view.warn = (message) => assert.fail(message);
    view.error = (error) => assert.fail(error);
    await view.data("rows", rows(0)).runAsync();
    for (const [position, frame] of frames.entries()) {
      view.data("rows", rows(position)).run();
      assert.equal(view.data("rows").length, frame.rows.length);
      const names = Object.keys(frame.rows[0]);
      const drawn = view.data("rows").map((row) => Object.fromEntries(names.map((name) => [name, row[name]])));
      assert.deepEqual(plain(drawn), plain(frame.rows));
    }
    view.finalize();
  });
}

for (const [id, outcomes] of Object.entries(truth.labs)) {
  const item = compiled(id);
  const { levers, metrics } = item.public;
  const sealed = unseal(item.sealed);

  test(`${id}: every setting is judged as the model judges it`, () => {
    const { key, say } = sentenceReader(sealed.sentences);
    const figures = metrics.map((metric) => reader(sealed.sentences.holes[metric.hole]));
    const grid = [...ranksOfGrid(levers)];
    assert.equal(grid.length, outcomes.length);
    for (const ranks of grid) {
      const position = positionOf(levers, ranks);
      const expected = outcomes[position];
      assert.equal(responseOf(levers, ranks), expected.response);
      assert.equal(sealed.success[key(position)], expected.success);
      assert.equal(say("title", position), expected.title);
      assert.equal(say("text", position), expected.text);
      assert.deepEqual(figures.map((at) => at(position)), expected.figures);
    }
  });

  test(`${id}: a response brings its setting back, and no other text does`, () => {
    for (const ranks of ranksOfGrid(levers)) assert.deepEqual(ranksOf(levers, responseOf(levers, ranks)), ranks);
    const one = responseOf(levers, levers.map((lever) => lever.start));
    for (const text of ["", "place", `${one},autre=1`, one.slice(one.indexOf(",") + 1), `${one}9`])
      assert.equal(ranksOf(levers, text), null, text);
  });
}
