// @ts-check
// A test: every question once, drafts kept, handed in as a whole. Each question then goes into the record as an answer
// of its own (item: the question, placement: the test), and the test as one more, with its score.

import { UNKNOWN, openQuestion } from "./assessment-question.js";
import { resultsOf } from "./assessment-results.js";
import { make, plural } from "./dom.js";
import { find, listen, stopwatch } from "./form.js";
import { register, unseal } from "./items.js";
import { courseMap } from "./progress.js";
import { sentEvents } from "./record/sent.js";

const AGAIN = "again"; // the draft of a test that is being taken once more

/** @type {import("./items.js").Enhance} */
function enhanceTest(element, { item, record, words, report }) {
  const sealed = unseal(item.data.sealed);
  const [results, count, feedback, actions] = [".test-results", ".test-count", ".feedback", ".actions"].map((name) => find(element, name));
  const submit = find(actions, "button.primary");
  const again = make("button", { type: "button", class: "again", hidden: true }, words("test.again"));
  const { signal, stop } = listen();
  const watch = stopwatch(/** @type {HTMLFormElement} */ (element), signal);
  const questions = item.data.questions.map((/** @type {import("./assessment-question.js").Question} */ question) => {
    const form = /** @type {HTMLFormElement} */ (find(element, `[data-question="${question.id}"]`));
    return openQuestion(form, question, { sealed: sealed[question.id], test: item.placement, record, words, signal, changed });
  });
  actions.append(again);
  submit.addEventListener("click", handIn, { signal });
  again.addEventListener("click", takeAgain, { signal });
  restore();
  return () => {
    stop();
    again.remove();
  };

  function changed() {
    const done = questions.length - open().length;
    count.textContent = plural((key) => words(key, { n: done, of: questions.length }), "test.count", done);
    const told = feedback.dataset.left;
    if (told !== undefined && told !== String(open().length)) askAboutOpen(open());
  }

  /** The questions that have no response yet. */
  function open() {
    return questions.filter((/** @type {import("./assessment-question.js").OpenQuestion} */ question) => !question.response());
  }

  function handIn() {
    const left = open();
    if (left.length) askAboutOpen(left);
    else send();
  }

  /** Says which questions are left, and offers to hand in all the same; nothing once there are none. @param {import("./assessment-question.js").OpenQuestion[]} left */
  function askAboutOpen(left) {
    delete feedback.dataset.left;
    if (!left.length) return feedback.replaceChildren();
    feedback.dataset.left = String(left.length);
    const links = left.flatMap((question, rank) => [
      rank ? ", " : "",
      make("a", { href: `#${question.form.id}` }, String(questions.indexOf(question) + 1)),
    ]);
    const anyway = make("button", { type: "button" }, plural(words, "test.anyway", left.length));
    anyway.addEventListener("click", send, { signal });
    const line = make("p", { class: "notice" }, `${plural(words, "test.left", left.length)} `, ...links, ".");
    feedback.replaceChildren(line, make("p", {}, anyway));
  }

  function send() {
    const about = { placement: item.placement, verb: "answered", hints: 0 };
    let raw = 0;
    for (const question of questions) {
      const response = question.response() || UNKNOWN;
      const success = question.right(response);
      raw += success ? 1 : 0;
      const score = { raw: success ? 1 : 0, max: 1 };
      record.add({ ...about, item: question.id, item_version: question.version, response, success, score });
    }
    const score = { raw, max: questions.length };
    const duration_ms = watch.read();
    record.add({ ...about, item: item.id, item_version: item.version, response: null, success: null, score, duration_ms });
    show();
    results.focus();
    results.scrollIntoView({ block: "start" });
  }

  /** The last hand-in as it stands in the record. */
  function show() {
    const states = questions.map((/** @type {{ id: string }} */ { id }) => record.state(id, item.placement));
    const answers = questions.map((/** @type {{ objective: string }} */ { objective }, /** @type {number} */ rank) => {
      const { success, response } = states[rank];
      return { objective, success: success === true, unknown: response === UNKNOWN || response === null };
    });
    questions.forEach((/** @type {import("./assessment-question.js").OpenQuestion} */ question, /** @type {number} */ rank) => {
      const { response, success } = states[rank];
      question.write(response ?? "");
      question.lock(true);
      if (item.data.explain) question.explain(response ?? "", success === true);
    });
    const { goals, explain } = item.data;
    const attempts = sentEvents(record, item.id, item.placement).map(({ score, t }) => ({ raw: score?.raw ?? 0, max: score?.max ?? 0, t }));
    const { score, attempts: number } = record.state(item.id, item.placement);
    results.replaceChildren(...resultsOf({ goals, answers, attempts, explain, map: courseMap(document), words }));
    turn(true);
    delete feedback.dataset.left;
    element.dataset.status = "passed"; // done: a test is neither won nor lost
    feedback.replaceChildren(make("p", { class: "notice" }, words("test.sent", { right: score?.raw ?? 0, of: score?.max ?? 0 })));
    report({ response: "", success: null, score, attempts: number });
  }

  function takeAgain() {
    record.draft(item.id, item.placement, AGAIN);
    for (const question of questions) {
      question.clear();
      question.lock(false);
      question.forget();
    }
    turn(false);
    delete feedback.dataset.left;
    feedback.replaceChildren();
    changed();
    watch.restart();
    questions[0].form.focus();
  }

  /** @param {boolean} sent */
  function turn(sent) {
    results.hidden = !sent;
    submit.hidden = sent;
    again.hidden = !sent;
    count.hidden = sent;
    element.classList.toggle("sent", sent);
  }

  function restore() {
    const { answered_t, draft } = record.state(item.id, item.placement);
    if (answered_t !== null && draft === null) return show();
    for (const question of questions) {
      const state = record.state(question.id, item.placement);
      const typed = state.draft ?? (draft === AGAIN ? state.response : "") ?? "";
      question.write(typed);
    }
    turn(false);
    changed();
  }
}

register("test", enhanceTest);
