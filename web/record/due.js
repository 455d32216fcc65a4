// @ts-check
// What the learner is to be told about the record, and when: once, calmly, never in the middle of an answer.

const DAY = 86_400_000;
const MANY_UNSAVED = 25;
const DAYS_BETWEEN_REMINDERS = 7;
const DAYS_AFTER_SAVING = 3;

/**
 * @param {import("../record.js").Health} health
 * @param {{ now: number, reminded: string | null, newerTold: boolean, worked: boolean, endedStop: boolean }} moment
 *   worked: the learner did something on this page; endedStop: just ended a stop
 * @returns {"forbidden" | "full" | "damaged" | "newer" | "reminder" | null} the most pressing
 */
export function dueNotice(health, { now, reminded, newerTold, worked, endedStop }) {
  if (health.reason === "full") return "full";
  if (health.reason === "forbidden") return worked ? "forbidden" : null;
  if (health.damaged) return "damaged";
  if (health.newer && !newerTold) return "newer";
  /** @param {string | null} t @param {number} days */
  const long = (t, days) => t === null || now - Date.parse(t) > days * DAY;
  const due = health.unsaved >= MANY_UNSAVED && long(reminded, DAYS_BETWEEN_REMINDERS) && long(health.saved, DAYS_AFTER_SAVING);
  return endedStop && due ? "reminder" : null;
}
