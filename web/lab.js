// @ts-check
// A lab: the learner sets levers and decides; the outcome of that setting, worked out by Python, is looked up and said.

import { reader, sentenceReader } from "./columns.js";
import { make } from "./dom.js";
import { find, html, listen, notice, stopwatch } from "./form.js";
import { register, unseal } from "./items.js";
import { leversIn, positionOf, ranksOf } from "./levers.js";

/**
 * @typedef {object} Sealed
 * @property {Record<string, boolean>} success  of each class of verdict
 * @property {import("./columns.js").Sentences} sentences  slots "title" (text) and "text" (HTML)
 */

/** @type {import("./items.js").Enhance} */
function enhanceLab(element, { item, record, words, report }) {
  /** @type {import("./levers.js").Lever[]} */
  const specs = item.data.levers;
  /** @type {Sealed} */
  const sealed = unseal(item.data.sealed);
  const { key, say } = sentenceReader(sealed.sentences);
  /** @type {{ label: string, unit: string, at: import("./columns.js").Reader }[]} */
  const metrics = item.data.metrics.map((/** @type {{ label: string, unit: string, hole: string }} */ metric) => ({
    ...metric,
    at: reader(sealed.sentences.holes[metric.hole]),
  }));
  const form = /** @type {HTMLFormElement} */ (find(element, "form"));
  const feedback = find(element, ".feedback");
  const { signal, stop } = listen();
  const watch = stopwatch(form, signal);
  const levers = leversIn(form, specs, signal, moved);
  /** @type {Map<string, { attempt: number, ranks: number[] }>} */
  const decisions = new Map();

  form.addEventListener("submit", (event) => (event.preventDefault(), decide()), { signal });
  restore();
  const forget = record.subscribe(remember);
  return () => {
    forget();
    stop();
  };

  function moved() {
    record.draft(item.id, item.placement, levers.response());
    if (element.dataset.status !== "not_attempted") notice(feedback, words("lab.moved"));
  }

  function decide() {
    const position = levers.position();
    const success = sealed.success[key(position)];
    record.add({
      item: item.id,
      placement: item.placement,
      item_version: item.version,
      verb: "answered",
      response: levers.response(),
      success,
      score: { raw: success ? 1 : 0, max: 1 },
      duration_ms: watch.read(),
    });
    watch.restart();
    show(position);
  }

  /** @param {number} position */
  function show(position) {
    const success = sealed.success[key(position)];
    const { attempts, passed } = record.state(item.id, item.placement);
    // A target once reached stays reached: trying other settings afterwards is what a lab is for.
    element.dataset.status = passed || success ? "passed" : "failed";
    feedback.replaceChildren(
      make(
        "p",
        { class: `verdict ${success ? "good" : "bad"}` },
        make("span", { class: "sign", "aria-hidden": "true" }, words(success ? "item.success.sign" : "item.failure.sign")),
        ` ${words(success ? "lab.reached" : "lab.missed")} `,
        make("span", { class: "lab-outcome" }, say("title", position)),
      ),
      figures(position),
      ...html(say("text", position)),
    );
    report({
      response: levers.response(),
      success,
      score: { raw: success ? 1 : 0, max: 1 },
      verdict: key(position),
      attempts,
    });
  }

  /** What the setting cost and brought. @param {number} position */
  function figures(position) {
    const pairs = metrics.map((metric) =>
      make("div", {}, make("dt", {}, metric.label), make("dd", {}, withUnit(metric, position))),
    );
    return make("dl", { class: "lab-figures" }, ...pairs);
  }

  /** @param {{ unit: string, at: import("./columns.js").Reader }} metric @param {number} position */
  function withUnit(metric, position) {
    return metric.unit ? `${metric.at(position)}\u00a0${metric.unit}` : metric.at(position);
  }

  /** A decision, of this visit or of an earlier one, for the table of attempts. @param {any} event */
  function remember(event) {
    if (event.item !== item.id || event.placement !== item.placement || event.verb !== "answered") return;
    const ranks = ranksOf(specs, event.response);
    if (!ranks) return; // of an older version of this lab
    decisions.set(event.id, { attempt: event.attempt, ranks });
    const ordered = [...decisions.values()].sort((a, b) => a.attempt - b.attempt);
    const labels = [...specs, ...metrics].map(({ label }) => label);
    const heads = [words("lab.attempt"), ...labels, words("lab.outcome")];
    const box = find(element, ".lab-attempts");
    box.hidden = false;
    box.replaceChildren(
      make("p", { class: "lab-attempts-title" }, words("lab.attempts")),
      make(
        "div",
        { class: "table-scroll", tabindex: 0, role: "region", "aria-label": words("lab.attempts") },
        make(
          "table",
          {},
          make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))),
          make("tbody", {}, ...ordered.map(line)),
        ),
      ),
    );
  }

  /** @param {{ attempt: number, ranks: number[] }} decision */
  function line({ attempt, ranks }) {
    const position = positionOf(specs, ranks);
    const success = sealed.success[key(position)];
    return make(
      "tr",
      { class: success ? "good" : "bad" },
      make("th", { scope: "row" }, String(attempt)),
      ...specs.map((lever, n) => make("td", {}, lever.shown[ranks[n]])),
      ...metrics.map((metric) => make("td", {}, String(withUnit(metric, position)))),
      make("td", {}, words(success ? "item.success.sign" : "item.failure.sign"), ` ${say("title", position)}`),
    );
  }

  /** The levers as the learner left them; the last verdict, unless they moved since. */
  function restore() {
    const state = record.state(item.id, item.placement);
    const ranks = ranksOf(specs, state.draft ?? state.response ?? "");
    if (ranks) levers.set(ranks);
    if (state.status !== "not_attempted") element.dataset.status = state.passed ? "passed" : "failed";
    if (!ranks || !state.response) return;
    if (state.draft) notice(feedback, words("lab.moved"));
    else show(positionOf(specs, ranks));
  }
}

register("lab", enhanceLab);
