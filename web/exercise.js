// @ts-check
// A code exercise in the page: what the record holds of it (code, verdict, attempts, hints), and what its buttons do.
// The editor and Python (editor/bench.js) come in a script of their own.

import { beside, load } from "./beside.js";
import { vega } from "./chart.js";
import { make, plural } from "./dom.js";
import { askToReset, solutionOf } from "./exercise-parts.js";
import { settle } from "./exercise-place.js";
import { verdict } from "./exercise-verdict.js";
import { find, listen, stopwatch } from "./form.js";
import { hints } from "./hints.js";
import { register, unseal } from "./items.js";

/**
 * @typedef {import("./editor/bench.js").Bench} Bench
 * @typedef {import("./exercise-verdict.js").Said} Said
 */

const TRIES_BEFORE_SOLUTION = 3; // as in denouement.exercises.practice
const PAUSE = 400; // ms without typing before the code is kept

/** @type {import("./items.js").Enhance} */
function enhance(element, { item, record, words }) {
  const { id, placement, version } = item;
  const { starter } = item.data.public;
  const sealed = unseal(item.data.sealed);
  const form = /** @type {HTMLFormElement} */ (find(element, "form"));
  const code = find(element, ".exercise-code");
  const feedback = find(element, ".feedback");
  const told = make("div");
  const [run, check, hint, solve, reset] = [...form.querySelectorAll(".actions button")].map((e) => /** @type {HTMLElement} */ (e));
  const { signal, stop } = listen();
  const watch = stopwatch(element, signal);
  const listed = sealed.hints.map((/** @type {{ html: string }} */ hint) => hint.html);
  const hinting = hints(form, { item, sealed: { hints: listed }, record, words, signal });
  const state = () => record.state(id, placement);
  /** The code as the learner left it. @returns {string} */
  const kept = () => state().draft ?? state().response ?? starter;
  /** @type {Bench | null} */
  let bench = null;
  /** @type {Promise<Bench | null> | null} */
  let opening = null;
  let pending = 0; // a change that is not kept yet
  let sending = false; // an answer is being written: what was typed meanwhile is not to be taken back
  let drawn = ""; // when the answer was sent whose verdict is shown

  feedback.append(told);
  for (const button of [hint, solve]) button.hidden = false;
  run.addEventListener("click", () => work("run"), { signal });
  form.addEventListener("submit", (event) => (event.preventDefault(), work("check")), { signal });
  reset.addEventListener("click", startAgain, { signal });
  solve.addEventListener("click", solution, { signal });
  addEventListener("pagehide", keep, { signal });
  document.addEventListener("visibilitychange", keep, { signal });
  const unwatch = record.watch(follow);
  const unveil = () => [run, check, reset].forEach((button) => (button.hidden = false));
  const stopWaiting = settle(element, { words, unveil, open });
  follow();
  if (state().explained) showSolution();
  return () => {
    keep();
    stop();
    unwatch();
    stopWaiting();
    bench?.close();
  };

  /** The editor, in place of the code to read; null, and said, when it could not be fetched. @returns {Promise<Bench | null>} */
  function open() {
    opening ??= load(beside("editor.js"), "denouementEditor").then(openBench, unavailable);
    return opening;
  }

  /** @param {any} library */
  function openBench(library) {
    find(element, ".exercise-help").hidden = false;
    const [base, compiler] = [beside("python/"), beside("vega-lite.js")];
    const actions = { changed: typed, run: () => void work("run"), say };
    bench = library.openBench({ element, code, item, base, vega, compiler, text: kept(), ...actions });
    return bench;
  }

  /** @param {unknown} error */
  function unavailable(error) {
    console.warn(error);
    opening = null;
    say(words("editor.missing"), button("editor.again", () => open().then((editor) => editor?.focus())));
    return null;
  }

  function typed() {
    feedback.querySelector(":scope > .notice .undo")?.parentElement?.remove(); // undoing would now take this away
    changed();
  }

  /** The code is no longer what it was. */
  function changed() {
    clearTimeout(pending);
    pending = window.setTimeout(keep, PAUSE);
    markStale();
  }

  /** Writes down what was typed since. */
  function keep() {
    if (!pending || !bench) return;
    clearTimeout(pending);
    pending = 0;
    record.draft(id, placement, bench.text());
  }

  /** Shows what the record says, be it this page or another tab that wrote it. */
  function follow() {
    if (sending) return;
    if (!bench) find(code, "code").textContent = kept();
    else if (!pending && bench.text() !== kept()) bench.write(kept());
    const { status, answered_t, feedback, score } = state();
    element.dataset.status = status;
    if ((answered_t ?? "") !== drawn) {
      drawn = answered_t ?? "";
      show(drawn ? { status, feedback: feedback ?? "", points: score?.raw ?? 0, max: score?.max ?? 0 } : null);
    }
    markStale();
  }

  /** @param {Said | null} said */
  function show(said) {
    const { attempts, passed } = state();
    told.replaceChildren(...(said ? verdict(said, { attempts, passedBefore: passed }, words) : []));
  }

  /** A verdict speaks of the code that was checked. */
  function markStale() {
    const { response } = state();
    const text = bench?.text() ?? kept();
    find(element, ".exercise-stale").hidden = response === null || text === response || !told.querySelector(".verdict");
  }

  /** @param {"run" | "check"} task */
  async function work(task) {
    const ready = await open();
    if (!ready || ready.busy) return;
    keep();
    say();
    const source = ready.text();
    const said = await ready.ask(task, () => work(task));
    if (!said) return; // Python could not answer, and that is said
    if (task === "run" || !["passed", "failed", "error"].includes(said.status)) return show(said);
    sending = true;
    record.add({
      item: id, placement, item_version: version, verb: "answered",
      response: source,
      success: said.status === "passed",
      score: { raw: said.points, max: said.max },
      ...(said.status === "error" ? { status: "error" } : {}),
      feedback: said.feedback,
      hints: hinting.shown(),
      duration_ms: watch.read(),
    });
    watch.restart();
    if (ready.text() !== source) record.draft(id, placement, ready.text());
    sending = false;
    follow();
  }

  async function startAgain() {
    const ready = await open();
    if (!ready) return;
    const before = ready.text();
    if (before === starter) return say(words("editor.reset.already"));
    if (!(await askToReset(element, words))) return;
    write(starter);
    const undo = button("editor.reset.undo", () => (write(before), ready.focus()));
    undo.className = "undo";
    say(words("editor.reset.done"), undo);
    undo.focus();

    /** @param {string} text */
    function write(text) {
      ready?.write(text);
      changed();
    }
  }

  function solution() {
    const { attempts, passed, explained } = state();
    const left = TRIES_BEFORE_SOLUTION - attempts;
    if (!passed && left > 0) return say(plural(words, "editor.solution.closed", left));
    if (!explained) record.add({ item: id, placement, item_version: version, verb: "explained" });
    say();
    showSolution().focus();
  }

  /** @returns {HTMLElement} what unfolds it */
  function showSolution() {
    const details = solutionOf(sealed, words);
    find(element, ".exercise-solution").replaceChildren(details);
    return find(details, "summary");
  }

  /** A short message above the verdict, which stays; none at all takes it away. @param {...(string | HTMLElement)} parts */
  function say(...parts) {
    feedback.querySelector(":scope > .notice")?.remove();
    if (parts.length) feedback.prepend(make("p", { class: "notice" }, ...parts.flatMap((part) => [part, " "])));
  }

  /** A button inside a message. @param {string} key @param {() => void} action */
  function button(key, action) {
    const made = make("button", { type: "button" }, words(key));
    made.addEventListener("click", () => (say(), action()));
    return made;
  }
}

register("exercise", enhance);
