// @ts-check
// The editor of code exercises, in one classic script that a page loads when an exercise nears the screen.

import { catalogue, words } from "../words.js";
import { openBench } from "./bench.js";

/** What Python says here: a notebook's sentences, but for those that speak of cells. */
const SPOKEN = Object.fromEntries(
  Object.entries(catalogue)
    .filter(([key]) => key.startsWith("exercise."))
    .map(([key, text]) => [key, catalogue[`exercise.page.${key.slice("exercise.".length)}`] ?? text]),
);

Object.assign(globalThis, {
  denouementEditor: {
    /** @param {Omit<import("./bench.js").Options, "words" | "place"> & { base: string }} options */
    openBench: ({ base, ...options }) => openBench({ ...options, words, place: { base, words: SPOKEN } }),
  },
});
