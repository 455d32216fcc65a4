// @ts-check
// From a missed objective to the stop where it is worked on.

import assert from "node:assert/strict";
import { test } from "node:test";

import { placeOf, tally } from "../goals.js";

const GOALS = [
  { id: "01-dater/acte", chapter: "01-dater", html: "dater", items: ["acte-a", "acte-b", "acte-c"] },
  { id: "01-dater/oui", chapter: "01-dater", html: "oui", items: ["oui-a"] },
  { id: "02-trier/issue", chapter: "02-trier", html: "trier", items: ["issue-a"] },
];
const stop = (/** @type {number} */ n, /** @type {string[]} */ ...items) => ({ id: `etape-${n}`, title: `Étape ${n}`, minutes: 5, items });
const MAP = {
  page: "evaluation",
  chapters: [
    {
      doc: "chapters/01-dater", number: 1, title: "Dater", url: "chapters/01-dater.html",
      // A recall of `acte-a` elsewhere is not where the objective is worked on.
      stops: [stop(1, "acte-a", "jeu"), stop(2, "acte-b", "oui-a", "acte-c"), stop(3, "acte-a@rappel-03", "oui-b@rappel-03")],
    },
  ],
};

test("the stop to go back to is the one that holds most of the objective's questions", () => {
  const place = placeOf(GOALS[0], MAP);
  assert.equal(place?.url, "chapters/01-dater.html#etape-2");
  assert.equal(place?.number, 2);
});

test("of two stops that hold as many, the first one", () => {
  const goal = { ...GOALS[0], items: ["acte-b", "acte-a"] };
  assert.equal(placeOf(goal, MAP)?.url, "chapters/01-dater.html#etape-1");
});

test("an objective whose questions stand in no stop leads to its chapter; a chapter that is not there, nowhere", () => {
  const goal = { ...GOALS[0], items: ["ailleurs"] };
  assert.deepEqual([placeOf(goal, MAP)?.url, placeOf(goal, MAP)?.stop], ["chapters/01-dater.html", null]);
  assert.equal(placeOf(GOALS[2], MAP), null);
  assert.equal(placeOf(GOALS[0], null), null);
});

test("answers are counted by objective, in the order of objectives; what was not asked is left out", () => {
  const answers = [
    { objective: "02-trier/issue", success: false, unknown: true },
    { objective: "01-dater/acte", success: true, unknown: false },
    { objective: "01-dater/acte", success: false, unknown: false },
  ];
  assert.deepEqual(
    tally(GOALS, answers).map(({ goal, right, asked, unknown }) => [goal.id, right, asked, unknown]),
    [["01-dater/acte", 1, 2, 0], ["02-trier/issue", 0, 1, 1]],
  );
});
