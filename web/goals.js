// @ts-check
// From what was missed in a test to where it is worked on: objectives, the answers to their questions, the stop to go
// back to. Nothing of the page here.

/**
 * @typedef {{ id: string, chapter: string, html: string, items: string[] }} Goal  items: the chapter's own, on this goal
 * @typedef {{ objective: string, success: boolean, unknown: boolean }} Answer
 * @typedef {{ goal: Goal, right: number, asked: number, unknown: number }} Tally
 * @typedef {import("./record/course.js").CourseMap} CourseMap
 * @typedef {{ chapter: import("./record/course.js").Chapter, stop: { title: string } | null, number: number, url: string }} Place
 *   number: of the stop in its chapter, 0 for the whole chapter
 */

/** What the answers say of each goal, in the order of the goals. @param {Goal[]} goals @param {Answer[]} answers @returns {Tally[]} */
export function tally(goals, answers) {
  return goals
    .map((goal) => {
      const own = answers.filter((answer) => answer.objective === goal.id);
      const right = own.filter((answer) => answer.success).length;
      return { goal, right, asked: own.length, unknown: own.filter((answer) => answer.unknown).length };
    })
    .filter(({ asked }) => asked > 0);
}

/**
 * Where a goal is worked on: the stop of its chapter that holds most of its items (the first of them, if several do).
 * Null when the map has no such chapter, as in Jupyter.
 * @param {Goal} goal @param {CourseMap | null} map @returns {Place | null}
 */
export function placeOf(goal, map) {
  const chapter = map?.chapters.find(({ doc }) => doc.slice(doc.lastIndexOf("/") + 1) === goal.chapter);
  if (!chapter) return null;
  const counts = chapter.stops.map(({ items }) => items.filter((item) => goal.items.includes(item)).length);
  const most = Math.max(0, ...counts);
  if (most === 0) return { chapter, stop: null, number: 0, url: chapter.url };
  const rank = counts.indexOf(most);
  const stop = chapter.stops[rank];
  return { chapter, stop, number: rank + 1, url: `${chapter.url}#${stop.id}` };
}
