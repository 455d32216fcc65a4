// @ts-check
// How far the learner is in the course: the map of the page (its chapters, stops and items) read against the record.

import { stem } from "./alphabet.js";

/**
 * @typedef {{ id: string, title: string, minutes: number, items: string[] }} Stop  items: "id", or "id@placement"
 * @typedef {{ doc: string, number: number, title: string, url: string, stops: Stop[] }} Chapter
 * @typedef {{ chapters: Chapter[], page: string }} CourseMap
 * @typedef {{ state(item: string, placement: string): import("./reduction.js").ItemState }} States
 * @typedef {{ finished: boolean, items: number, done: number, failed: number, t: string }} StopProgress
 *   done: answered, right or not; failed: whose last answer was wrong; t: when anything last happened, "" if nothing did
 * @typedef {{ stops: number, finished: number, items: number, done: number, failed: number, started: boolean }} ChapterProgress
 */

/** The item whose end is this stop's. @param {string} doc @param {string} stop */
export const stopItem = (doc, stop) => ({ item: `stop:${doc}#${stop}`, placement: stem(doc) });

/** @param {Chapter} chapter @param {Stop} stop @param {States} record @returns {StopProgress} */
export function stopProgress(chapter, stop, record) {
  const { item, placement } = stopItem(chapter.doc, stop.id);
  const end = record.state(item, placement);
  const states = stop.items.map((name) => {
    const [id, place = placement] = name.split("@");
    return record.state(id, place);
  });
  const done = states.filter((state) => state.status !== "not_attempted");
  return {
    finished: end.finished,
    items: states.length,
    done: done.length,
    failed: done.filter((state) => state.status !== "passed").length,
    t: [end, ...states].reduce((latest, { t }) => (t !== null && t > latest ? t : latest), ""),
  };
}

/** @param {Chapter} chapter @param {States} record @returns {ChapterProgress} */
export function chapterProgress(chapter, record) {
  const stops = chapter.stops.map((stop) => stopProgress(chapter, stop, record));
  /** @param {(stop: StopProgress) => number} value */
  const sum = (value) => stops.reduce((total, stop) => total + value(stop), 0);
  return {
    stops: stops.length,
    finished: sum((stop) => (stop.finished ? 1 : 0)),
    items: sum((stop) => stop.items),
    done: sum((stop) => stop.done),
    failed: sum((stop) => stop.failed),
    started: stops.some((stop) => stop.t !== ""),
  };
}

/**
 * Where to go on: the stop of the latest activity, or the first one after it that is not finished. Null before any
 * activity, and once everything that follows is finished.
 * @param {CourseMap} map @param {States} record @returns {{ chapter: Chapter, stop: Stop, url: string } | null}
 */
export function whereToGoOn(map, record) {
  const all = map.chapters.flatMap((chapter) =>
    chapter.stops.map((stop) => ({ chapter, stop, url: `${chapter.url}#${stop.id}`, ...stopProgress(chapter, stop, record) })),
  );
  const latest = all.reduce((t, stop) => (stop.t > t ? stop.t : t), "");
  if (!latest) return null;
  const from = all.findIndex((stop) => stop.t === latest);
  return all.slice(from).find((stop) => !stop.finished) ?? null;
}
