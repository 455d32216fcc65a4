// @ts-check
// What a reply of Python's means for the learner: a verdict, an error of theirs, or a fault that is not theirs.

import { marked } from "./foreign.js";

const BUG = "exercise.bug"; // a fault of our own check, see denouement.exercises.judging
const LONGEST = 2_000; // characters of feedback that the record keeps

/**
 * @param {import("./python.js").Reply} reply
 * @param {{ task: "run" | "check", max: number, words: import("../dom.js").Words }} about
 * @returns {import("../exercise-verdict.js").Said}
 */
export function outcome({ shown, error, feedback, ended }, { task, max, words }) {
  /** @param {import("../exercise-verdict.js").Said["status"]} status @param {string} text @param {number} [points] */
  const said = (status, text, points = 0) => ({ status, feedback: shorten(text), points, max });
  const why = error ? marked(error.html) : "";
  if (feedback?.key === BUG) return said("ours", marked(feedback.html));
  if (ended === "broken" && !feedback) return said("ours", why || words("editor.broken"));
  if (feedback && feedback.status !== "not_attempted") {
    // A function may be right, and a line after it raise: both are told.
    const judged = withoutLabel(feedback, words);
    const apart = feedback.status === "error" ? "" : why;
    return said(feedback.status, `${judged}\n${apart}`.trim(), feedback.points);
  }
  if (error) return said("error", why);
  if (feedback) return said("not_attempted", withoutLabel(feedback, words));
  if (task === "check") return said("ours", words("editor.broken"));
  return said("ran", words(shown.length ? "editor.ran" : "editor.ran.silent"));
}

/** The verdict's sentence: « réussi — » stands apart in the page. @param {{ status: string, html: string }} feedback @param {import("../dom.js").Words} words */
function withoutLabel({ status, html }, words) {
  const text = marked(html);
  const label = `${words(`exercise.status.${status}`)} — `;
  return text.startsWith(label) ? text.slice(label.length) : text;
}

/** @param {string} text */
function shorten(text) {
  if (text.length <= LONGEST) return text;
  const start = text.slice(0, LONGEST);
  const open = (start.match(/```/g) ?? []).length % 2 ? "\n```" : "";
  return `${start}…${open}`;
}
