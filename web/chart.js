// @ts-check
// A chart in the page. Its picture, title and table stand there already; levers look everything up in what Python
// precomputed. Vega is fetched when the chart nears the screen, and draws it from then on.

import { beside, load } from "./beside.js";
import { sentenceReader, tableReader } from "./columns.js";
import { find, listen } from "./form.js";
import { dataOf } from "./items.js";
import { leversIn } from "./levers.js";

/**
 * @typedef {object} ChartData
 * @property {import("./levers.js").Lever[]} levers
 * @property {import("./columns.js").Table} rows
 * @property {import("./columns.js").Sentences} sentences
 * @property {(import("./columns.js").Table & { labels: { id: string }[] }) | null} table
 * @property {any} spec  Vega, its data named "rows"
 */

const AHEAD = "600px"; // how far below the screen a chart begins to load

/** Every chart under `root`. @param {ParentNode} root @returns {() => void} undoes everything */
export function openCharts(root) {
  const stops = [...root.querySelectorAll("figure[data-chart]")].map((figure) => {
    try {
      return openChart(/** @type {HTMLElement} */ (figure));
    } catch (error) {
      console.error(error); // the picture and its table stay
      return () => {};
    }
  });
  return () => stops.forEach((stop) => stop());
}

/** @param {HTMLElement} figure @returns {() => void} */
function openChart(figure) {
  /** @type {ChartData} */
  const data = dataOf(figure);
  const { signal, stop } = listen();
  const form = /** @type {HTMLFormElement} */ (find(figure, "form"));
  const drawing = find(figure, ".chart-drawing");
  const { say } = sentenceReader(data.sentences);
  const rows = tableReader(data.rows);
  const levers = leversIn(form, data.levers, signal, moved);
  /** @type {any} */
  let view = null;
  let asked = false;
  let gone = false;
  let drawn = levers.position();

  form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  const nearing = new IntersectionObserver((entries) => entries.some((e) => e.isIntersecting) && approach(), {
    rootMargin: AHEAD,
  });
  nearing.observe(figure);
  const resized = new ResizeObserver(() => view && fit());
  resized.observe(drawing);
  return () => {
    gone = true;
    stop();
    nearing.disconnect();
    resized.disconnect();
    view?.finalize();
  };

  function moved() {
    const position = levers.position();
    setText(find(figure, ".chart-title"), say("title", position));
    const note = figure.querySelector(".chart-note");
    if (note) setText(/** @type {HTMLElement} */ (note), say("note", position));
    drawing.setAttribute("aria-label", say("alt", position));
    if (data.table) fillTable(figure, data.table, position);
    if (view) redraw();
    else {
      figure.classList.add("stale"); // until Vega is there, the picture shows the first position
      approach();
    }
  }

  function approach() {
    if (asked) return;
    asked = true;
    nearing.disconnect();
    vega().then(draw).catch(unavailable);
  }

  /** @param {any} library */
  async function draw(library) {
    if (gone) return;
    const canvas = document.createElement("div");
    canvas.className = "chart-canvas";
    canvas.setAttribute("aria-hidden", "true"); // the drawing has a text of its own; Vega would name every mark
    drawing.append(canvas);
    const fresh = new library.View(library.parse(data.spec), {
      renderer: "svg",
      container: canvas,
      hover: false,
    });
    drawn = levers.position();
    await fresh.data("rows", rows(drawn)).runAsync();
    view = fresh;
    Object.assign(figure, { chartView: view }); // for tests: the values drawn
    for (const picture of drawing.querySelectorAll(".chart-picture")) picture.remove();
    figure.classList.add("drawn");
    figure.classList.remove("stale");
    figure.dispatchEvent(new CustomEvent("chart-drawn", { bubbles: true }));
    if (drawn !== levers.position()) redraw();
  }

  function redraw() {
    drawn = levers.position();
    view.data("rows", rows(drawn)).run();
    figure.dataset.position = String(drawn);
  }

  function fit() {
    const width = drawing.clientWidth;
    if (width > 0 && width !== view.signal("width")) view.signal("width", width).run();
  }

  /** Without Vega, levers still change the title, the sentences and the table. @param {unknown} error */
  function unavailable(error) {
    console.warn(error);
    figure.classList.add("undrawn");
    find(figure, ".chart-unavailable").hidden = false;
    const table = /** @type {HTMLDetailsElement | null} */ (figure.querySelector(".chart-table"));
    if (table) table.open = true;
  }
}

/** Unchanged text is left alone, so that a screen reader says only what changed. @param {HTMLElement} element @param {string} text */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {HTMLElement} figure @param {import("./columns.js").Table & { labels: { id: string }[] }} table @param {number} position */
function fillTable(figure, table, position) {
  const lines = figure.querySelectorAll(".chart-table tbody tr");
  tableReader(table)(position).forEach((row, n) => {
    table.labels.forEach(({ id }, column) => (lines[n].children[column].textContent = row[id]));
    lines[n].toggleAttribute("hidden", row[table.labels[0].id] === "");
  });
}

/** Vega, fetched once for all the charts of the page. */
export const vega = () => load(document.documentElement.dataset.vega ?? beside("vega.js"), "denouementVega");
