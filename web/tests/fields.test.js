// What a page finds in a question's table of outcomes is what Python declared: every right response succeeds, every
// wrong one fails and says something. Reads the compiled course (`denouement compile` first).

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { canonicalNumber, FIELDS } from "../fields.js";
import { unseal } from "../sealed.js";

const root = new URL("../../", import.meta.url).pathname;
const python = existsSync(`${root}.venv/bin/python`) ? `${root}.venv/bin/python` : "python3";
const listed = execFileSync(python, ["-m", "denouement.cli", "--root", root, "questions", "--json"]).toString();
const judged = JSON.parse(listed).filter((question) => question.right.length);
const words = (key) => `[${key}]`;

const compiled = (id) => {
  const path = `${root}src/denouement/data/items/${id}.json`;
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
};
/** A chapter's question is an item of its own; a test's stands inside the item of the test. */
const sealedOf = ({ id, chapter }) => {
  const test = compiled(chapter);
  const sealed = unseal((test ?? compiled(id)).sealed);
  return { sealed: test ? sealed[id] : sealed, silent: test ? !test.public.explain : false };
};
const said = (outcome) => outcome.general + Object.values(outcome.notes).join("");

test("the course has judged questions", () => assert.ok(judged.length > 0));

for (const question of judged) {
  test(`${question.id}: the page finds the verdicts that Python declared`, () => {
    const { sealed, silent } = sealedOf(question);
    const outcome = (response) => FIELDS[question.kind].outcome(sealed, response, words);
    for (const response of question.right) assert.equal(outcome(response).success, true, response);
    for (const response of question.wrong) {
      assert.equal(outcome(response).success, false, response);
      if (!silent) assert.ok(said(outcome(response)).length > 10, `no feedback for ${response}`);
    }
  });
}

test("a number is read as a French person types it", () => {
  const cases = { "12,5": "12.5", "12.5": "12.5", "1 200": "1200", " 34,5 % ": "34.5", "−3": "-3", ",5": "0.5" };
  for (const [typed, canonical] of Object.entries(cases)) assert.equal(canonicalNumber(typed), canonical, typed);
  for (const typed of ["", "douze", "1,2,3", "--3", "1e9"]) assert.equal(canonicalNumber(typed), "", typed);
});
