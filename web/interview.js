// @ts-check
// A simulated interview: walks the graph of states that Python compiled. A response is the ids of the choices made,
// in order ("a,c,b"), so that a reload replays the conversation, and a learner may take it up again at any exchange.

import { register, unseal } from "./items.js";
import { find, html, listen, stopwatch } from "./form.js";
import { make } from "./dom.js";

const WISE = ["fitting", "refusal"];
const PASSING = 0.6; // of the best score the interview allows

/**
 * @typedef {{ id: string, text: string, comment: string, style: string }} Choice
 * @typedef {{ said: string, written: string, says: string, need: number, moves: [string, number][], comment: string }} Exchange
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
    if (!ids.length) return form.replaceChildren(button(words("interview.begin"), "primary", () => lead([])));
    replay(ids);
    ended() ? finish(false) : ask();
  }

  /** The conversation from its first line, as far as `ids` lead. @param {string[]} ids */
  function replay(ids) {
    [state, chosen, exchanges] = [0, [], []];
    for (const part of [transcript, debriefing, feedback]) part.replaceChildren();
    delete element.dataset.ending;
    line("buyer", sealed.opening);
    scene();
    for (const id of ids) {
      const place = ended() ? -1 : turn().choices.findIndex((choice) => choice.id === id);
      if (place < 0) break; // an interview that has changed since: what can still be said is kept
      advance(place);
    }
  }

  /** Starts, or takes up again after `ids`, at the learner's request. @param {string[]} ids */
  function lead(ids) {
    watch.restart();
    replay(ids);
    record.draft(item.id, item.placement, chosen.join(","));
    ask();
    show(/** @type {HTMLElement} */ ([...transcript.querySelectorAll(".buyer")].at(-1)));
  }

  /** [turn, [reply, next state] per choice], or [-1 - ending, score]. */
  function row() {
    return sealed.states[state];
  }

  function ended() {
    return row()[0] < 0;
  }

  /** @returns {{ scene: string, write: boolean, choices: Choice[] }} */
  function turn() {
    return sealed.turns[row()[0]];
  }

  function ask() {
    const place = row()[0];
    const { response, draft } = record.state(item.id, writtenPlace(place));
    if (turn().write && !response) askForWords(place, draft ?? "");
    else offer(response ?? "");
  }

  /** @param {number} place @param {string} draft */
  function askForWords(place, draft) {
    const id = `${item.placement}-${item.id}-words`;
    const area = make("textarea", { id, rows: 2, "aria-describedby": sceneId() });
    area.value = draft;
    area.addEventListener("input", () => record.draft(item.id, writtenPlace(place), area.value), { signal });
    const next = button(words("interview.written"), "primary", () => {
      const text = area.value.trim();
      if (text)
        record.add({ item: item.id, placement: writtenPlace(place), item_version: item.version, verb: "answered", response: text, success: null, score: null });
      offer(text);
      // Not on the first choice: a second press of Enter would say it.
      find(form, ".moves").focus({ preventScroll: true });
    });
    form.replaceChildren(make("label", { for: id }, words("interview.write")), area, next);
  }

  /** @param {string} written */
  function offer(written) {
    const group = make("fieldset", { class: "moves", tabindex: -1, "aria-describedby": sceneId() }, make("legend", {}, words("interview.ask")));
    turn().choices.forEach((choice, place) => {
      const move = button("", "move", () => say(place));
      move.dataset.choice = choice.id;
      move.append(...html(choice.text));
      group.append(move);
    });
    form.replaceChildren(...yours(written), group);
  }

  /** @param {number} place */
  function say(place) {
    const mine = advance(place);
    record.draft(item.id, item.placement, chosen.join(","));
    if (ended()) return finish(true);
    ask();
    show(mine.nextElementSibling, mine);
  }

  /** Says the choice at `place`; its line in the transcript. @param {number} place */
  function advance(place) {
    const choice = turn().choices[place];
    const [reply, next] = row()[place + 1];
    const [says, need, moves] = sealed.replies[reply];
    const written = record.state(item.id, writtenPlace(row()[0])).response ?? "";
    exchanges.push({ said: choice.text, written, says, need, moves, comment: choice.comment });
    chosen.push(choice.id);
    const mine = line("seller", choice.text);
    line("buyer", says);
    state = next;
    if (!ended()) scene();
    return mine;
  }

  /** Reading goes on at the buyer's line, with the learner's own just above. @param {Element | null} buyer @param {Element | null} [top] */
  function show(buyer, top = buyer) {
    /** @type {HTMLElement} */ (buyer).focus({ preventScroll: true });
    top?.scrollIntoView?.({ block: "start" });
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
      make("p", { class: `verdict ${success ? "good" : "bad"}` }, `${words(`interview.kind.${ending.kind}`)} : ${ending.title}`),
      ...html(ending.text),
      make("p", { class: "score" }, words("interview.score", { score, best: sealed.best })),
    );
    form.replaceChildren();
    debrief();
    if (fresh) {
      feedback.tabIndex = -1;
      feedback.focus({ preventScroll: true });
      transcript.lastElementChild?.scrollIntoView?.({ block: "start" });
    }
    report({ response, success, score: { raw: score, max: sealed.best }, verdict: ending.id });
  }

  function debrief() {
    const heard = new Set(exchanges.map((exchange) => exchange.need));
    const texts = (/** @type {boolean} */ said) =>
      sealed.needs.filter((/** @type {string} */ _, /** @type {number} */ n) => heard.has(n) === said);
    const list = make("ol", {}, ...exchanges.map(looked));
    debriefing.replaceChildren(
      ...listed(words("interview.heard"), texts(true)), ...listed(words("interview.missed"), texts(false)),
      make("details", {}, make("summary", {}, words("interview.path")), list),
      button(words("interview.again"), "again", () => lead([])),
    );
  }

  /** One exchange, looked at again. @param {Exchange} exchange @param {number} place */
  function looked({ said, written, says, need, moves, comment }, place) {
    const spoken = (/** @type {string} */ name, /** @type {string} */ text) => {
      const block = make("div", { class: name });
      block.append(...html(text));
      return block;
    };
    const resume = button(words("interview.resume"), "resume", () => lead(chosen.slice(0, place)));
    resume.setAttribute("aria-label", `${words("interview.resume")} (${place + 1})`);
    const shifts = moves.map(([label, by]) => `${label} ${by > 0 ? "↑" : "↓"}`);
    return make(
      "li", {},
      spoken("said", said), ...yours(written), spoken("answer", says), spoken("comment", comment),
      need < 0 ? null : make("p", { class: "revealed" }, words("interview.revealed")),
      shifts.length ? make("p", { class: "shifts" }, shifts.join(" · ")) : null,
      resume,
    );
  }

  /** @param {string} title @param {string[]} texts */
  function listed(title, texts) {
    const entries = texts.map((text) => {
      const entry = make("li");
      entry.append(...html(text));
      return entry;
    });
    return [make("h4", {}, title), entries.length ? make("ul", {}, ...entries) : make("p", {}, words("interview.nothing"))];
  }

  /** @param {"buyer" | "seller"} who @param {string} text */
  function line(who, text) {
    const name = who === "seller" ? words("interview.you") : sealed.buyer;
    const said = make("div", { class: "words" });
    said.append(...html(text));
    const entry = make("li", { class: who, tabindex: who === "buyer" ? -1 : null }, name ? make("p", { class: "who" }, name) : null, said);
    transcript.append(entry);
    return entry;
  }

  function sceneId() {
    return turn().scene ? `${item.placement}-${item.id}-scene-${chosen.length}` : null;
  }

  /** The stage direction of the turn that begins stays in the transcript, as in a printed play. */
  function scene() {
    const id = sceneId();
    if (!id) return;
    const entry = make("li", { class: "scene", id });
    entry.append(...html(turn().scene));
    transcript.append(entry);
  }

  /** @param {string} written */
  function yours(written) {
    return written ? [make("p", { class: "yours" }, words("interview.yours", { text: written }))] : [];
  }

  /** @param {string} text @param {string} name @param {() => void} press */
  function button(text, name, press) {
    const made = make("button", { type: "button", class: name }, text);
    made.addEventListener("click", press, { signal });
    return made;
  }
}

register("interview", enhanceInterview);
