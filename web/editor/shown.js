// @ts-check
// What a learner's code shows: printed text, the value of the last line, tables, charts.

import { make } from "../dom.js";
import { drawChart } from "./chart.js";
import { cleaned } from "./foreign.js";

/** @typedef {import("./python.js").Reply["shown"][number]} Shown */

/**
 * @param {HTMLElement} place
 * @param {Shown[]} shown
 * @param {import("./python.js").Reply["error"]} error
 * @param {import("./chart.js").Drawing & { words: import("../dom.js").Words }} tools
 */
export function show(place, shown, error, tools) {
  const { words } = tools;
  const parts = shown.map((one) => {
    if (one.kind === "text") return make("pre", { class: `printed ${one.stream}` }, one.text);
    if (one.kind === "value") return make("pre", { class: "value" }, one.text);
    if (one.kind === "html") return make("div", { class: "shown" }, ...cleaned(one.html));
    return drawChart(one.spec, tools);
  });
  if (error?.traceback)
    parts.push(
      make("details", {}, make("summary", {}, words("editor.traceback")), make("pre", { translate: "no" }, error.traceback)),
    );
  place.replaceChildren(...parts);
  place.hidden = parts.length === 0;
  // A long output scrolls in its frame, which the keyboard must then reach.
  place.tabIndex = 0;
}
