// @ts-check
// A simulated interview: walks the graph of states that Python compiled. A response is the ids of the choices made,
// in order ("a,c,b"), so that a reload replays the conversation.

import { register, unseal } from "./items.js";
import { find, html, listen, stopwatch } from "./form.js";

const WISE = ["fitting", "refusal"];
const PASSING = 0.6; // of the best score the interview allows

/**
 * @typedef {{ id: string, text: string, comment: string, style: string }} Choice
 * @typedef {{ said: string, written: string, reply: string, need: number, comment: string }} Exchange
 */

/** @type {import("./items.js").Enhance} */
function enhanceInterview(element, { item, record, words, report }) {
  const sealed = unseal(item.data.sealed);
  const transcript = find(element, ".transcript");
  const form = /** @type {HTMLFormElement} */ (find(element, "form.turn"));
  const feedback = find(element, ".feedback");
  const debriefing = find(element, ".debriefing");
  const { signal, stop } = listen();
  const watch = stopwatch(form, signal);
  let state = 0;
  /** @type {string[]} */ let chosen = [];
  /** @type {Exchange[]} */ let exchanges = [];

  form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  restore();
  return stop;

  /** The learner's own words at a turn are kept at a placement of their own. @param {number} turn */
  function writtenPlace(turn) {
    return `${item.placement}/${turn + 1}`;
  }

  function restore() {
    const { response, draft } = record.state(item.id, item.placement);
    const ids = (draft || response || "").split(",").filter(Boolean);
    if (!ids.length) return ready();
    begin();
    for (const id of ids) {
      const place = turn().choices.findIndex((/** @type {Choice} */ choice) => choice.id === id);
      if (place < 0 || ended()) break;
      advance(place);
    }
    ended() ? finish(false) : ask(false);
  }

  function ready() {
    form.replaceChildren(button(words("interview.begin"), "primary", () => (begin(), ask(true))));
  }

  function begin() {
    [state, chosen, exchanges] = [0, [], []];
    transcript.replaceChildren();
    debriefing.replaceChildren();
    feedback.replaceChildren();
    line("buyer", sealed.opening);
  }

  const row = () => sealed.states[state];
  const ended = () => row()[0] < 0;
  const turn = () => sealed.turns[row()[0]];

  /** @param {boolean} moveFocus */
  function ask(moveFocus) {
    const { scene, write } = turn();
    const place = row()[0];
    const written = record.state(item.id, writtenPlace(place));
    form.replaceChildren(...html(scene));
    if (write && !written.response) askForWords(place, written.draft ?? "", moveFocus);
    else offer(written.response ?? "", moveFocus);
  }

  /** @param {number} place @param {string} draft @param {boolean} moveFocus */
  function askForWords(place, draft, moveFocus) {
    const label = document.createElement("label");
    const area = document.createElement("textarea");
    area.id = `${item.placement}-${item.id}-words`;
    label.htmlFor = area.id;
    label.textContent = words("interview.write");
    area.rows = 2;
    area.value = draft;
    area.addEventListener("input", () => record.draft(item.id, writtenPlace(place), area.value), { signal });
    const next = button(words("interview.written"), "primary", () => {
      const text = area.value.trim();
      if (text)
        record.add({ item: item.id, placement: writtenPlace(place), item_version: item.version, verb: "answered", response: text, success: null, score: null });
      offer(text, true);
    });
    form.append(label, area, next);
    if (moveFocus) area.focus({ preventScroll: true });
  }

  /** @param {string} written @param {boolean} moveFocus */
  function offer(written, moveFocus) {
    form.replaceChildren(...html(turn().scene));
    if (written) form.append(paragraph("yours", words("interview.yours", { text: written })));
    const group = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.textContent = words("interview.ask");
    group.className = "moves";
    group.append(legend);
    turn().choices.forEach((/** @type {Choice} */ choice, /** @type {number} */ place) => {
      const move = button("", "move", () => say(place));
      move.dataset.choice = choice.id;
      move.dataset.style = choice.style;
      move.append(...html(choice.text));
      group.append(move);
    });
    form.append(group);
    if (moveFocus) /** @type {HTMLElement} */ (group.querySelector("button")).focus({ preventScroll: true });
  }

  /** @param {number} place */
  function say(place) {
    advance(place);
    record.draft(item.id, item.placement, chosen.join(","));
    ended() ? finish(true) : ask(true);
  }

  /** @param {number} place */
  function advance(place) {
    const choice = turn().choices[place];
    const [reply, next] = row()[place + 1];
    const [says, need] = sealed.replies[reply];
    const written = record.state(item.id, writtenPlace(row()[0])).response ?? "";
    exchanges.push({ said: choice.text, written, reply: says, need, comment: choice.comment });
    chosen.push(choice.id);
    line("seller", choice.text);
    line("buyer", says);
    state = next;
  }

  /** @param {boolean} fresh  whether the conversation ended just now, rather than being restored */
  function finish(fresh) {
    const [code, score] = row();
    const ending = sealed.endings[-1 - code];
    const success = WISE.includes(ending.kind) && score >= PASSING * sealed.best;
    const response = chosen.join(",");
    if (fresh)
      record.add({
        item: item.id, placement: item.placement, item_version: item.version, verb: "answered", response, success,
        score: { raw: score, max: sealed.best }, duration_ms: watch.read(),
      });
    element.dataset.status = success ? "passed" : "failed";
    element.dataset.ending = ending.id;
    feedback.replaceChildren(
      paragraph(`verdict ${success ? "good" : "bad"}`, `${words(`interview.kind.${ending.kind}`)} — ${ending.title}`),
      ...html(ending.text),
      paragraph("score", words("interview.score", { score, best: sealed.best })),
    );
    debrief();
    form.replaceChildren(button(words("interview.again"), "again", () => (watch.restart(), begin(), ask(true))));
    if (fresh) {
      feedback.tabIndex = -1;
      feedback.focus({ preventScroll: true });
    }
    report({ response, success, score: { raw: score, max: sealed.best }, verdict: ending.id });
  }

  function debrief() {
    const heard = new Set(exchanges.map((exchange) => exchange.need));
    const texts = (/** @type {boolean} */ said) =>
      sealed.needs.filter((/** @type {string} */ _, /** @type {number} */ n) => heard.has(n) === said);
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = words("interview.path");
    const list = document.createElement("ol");
    for (const exchange of exchanges) {
      const entry = document.createElement("li");
      const said = paragraph("said", "");
      said.append(...html(exchange.said));
      entry.append(said, ...(exchange.written ? [paragraph("yours", words("interview.yours", { text: exchange.written }))] : []), ...html(exchange.comment));
      list.append(entry);
    }
    details.append(summary, list);
    debriefing.replaceChildren(
      ...listed(words("interview.heard"), texts(true)), ...listed(words("interview.missed"), texts(false)), details,
    );
  }

  /** @param {string} title @param {string[]} texts */
  function listed(title, texts) {
    const heading = document.createElement("h4");
    heading.textContent = title;
    if (!texts.length) return [heading, paragraph("", words("interview.nothing"))];
    const list = document.createElement("ul");
    for (const text of texts) {
      const entry = document.createElement("li");
      entry.append(...html(text));
      list.append(entry);
    }
    return [heading, list];
  }

  /** @param {"buyer" | "seller"} who @param {string} text */
  function line(who, text) {
    const entry = document.createElement("li");
    entry.className = who;
    if (who === "seller") entry.append(paragraph("who", words("interview.you")));
    const said = document.createElement("div");
    said.append(...html(text));
    entry.append(said);
    transcript.append(entry);
    entry.scrollIntoView?.({ block: "nearest" });
  }

  /** @param {string} text @param {string} name @param {() => void} press */
  function button(text, name, press) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = name;
    made.textContent = text;
    made.addEventListener("click", press, { signal });
    return made;
  }

  /** @param {string} name @param {string} text */
  function paragraph(name, text) {
    const made = document.createElement("p");
    if (name) made.className = name;
    made.textContent = text;
    return made;
  }
}

register("interview", enhanceInterview);
