// @ts-check
// A chart that the learner's code made: a Vega-Lite specification, compiled here and drawn by the page's own Vega.

import { load } from "../beside.js";
import { make } from "../dom.js";

/**
 * @typedef {object} Drawing
 * @property {() => Promise<any>} vega   the page's Vega (see chart.js)
 * @property {string} compiler           the address of vega-lite.js
 * @property {import("../dom.js").Words} words
 */

// Numbers the French way, unless the chart says otherwise.
const config = { locale: { number: { decimal: ",", thousands: "\u202f", grouping: [3], currency: ["", "\u202f€"] } } };

/** @param {any} spec @param {Drawing} drawing @returns {HTMLElement} filled in when the scripts are there */
export function drawChart(spec, { vega, compiler, words }) {
  const canvas = make("div", { "aria-hidden": "true" }); // Vega would name every mark
  const figure = make("figure", { class: "shown-chart", role: "img", "aria-label": labelOf(spec, words) }, canvas);
  Promise.all([vega(), load(compiler, "denouementVegaLite")])
    .then(([{ View, parse }, { compile }]) => {
      const view = new View(parse(compile(spec, { config }).spec), { renderer: "svg", container: canvas, hover: true });
      return view.runAsync();
    })
    .catch((error) => {
      console.warn(error);
      figure.replaceWith(make("p", { class: "notice" }, words("editor.chart.missing")));
    });
  return figure;
}

/** @param {any} spec @param {import("../dom.js").Words} words @returns {string} */
function labelOf(spec, words) {
  const title = typeof spec?.title === "string" ? spec.title : spec?.title?.text;
  return [spec?.description, title].find((text) => typeof text === "string") ?? words("editor.chart");
}
