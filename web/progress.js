// @ts-check
// Progress in the table of contents, at the top of each stop and at its end. Told in words, never by colour alone.

import { make, plural } from "./dom.js";
import { words as say } from "./words.js";
import { chapterProgress, stopItem, stopProgress, whereToGoOn } from "./record/course.js";

/**
 * @typedef {import("./record/course.js").CourseMap} CourseMap
 * @typedef {import("./record/course.js").Chapter} Chapter
 * @typedef {import("./dom.js").Words} Words
 * @typedef {{ record: ReturnType<typeof import("./record.js").openRecord>, words: Words }} Context
 */

/** The map that every page carries, null on a page without one. @param {Document} document @returns {CourseMap | null} */
export function courseMap(document) {
  const text = document.getElementById("course-map")?.textContent;
  return text ? JSON.parse(text) : null;
}

/**
 * Fills `[data-progress]` (a chapter), `[data-progress-stop]` and `[data-resume]`, and makes `[data-finish-stop]` work.
 * @param {Document} root @param {Context["record"]} record @param {Words} [words] @returns {() => void}
 */
export function openProgress(root, record, words = say) {
  const map = courseMap(root);
  if (!map) return () => {};
  const here = map.chapters.find((chapter) => chapter.doc === map.page);
  const ends = here ? finishButtons(root, here, { record, words }) : { fill: () => {}, stop: () => {} };
  const fill = () => {
    fillChapters(root, map, { record, words });
    if (here) fillStops(root, here, { record, words });
    fillResume(root, map, { record, words });
    ends.fill();
  };
  fill();
  const unwatch = record.watch(fill);
  return () => {
    unwatch();
    ends.stop();
  };
}

/** @param {Document} root @param {CourseMap} map @param {Context} context */
function fillChapters(root, map, { record, words }) {
  for (const element of all(root, "[data-progress]")) {
    const chapter = map.chapters.find(({ doc }) => doc === element.dataset.progress);
    if (chapter) set(element, chapterText(chapterProgress(chapter, record), words));
  }
}

/** « 2 étapes sur 4 », « terminé », « commencé »; nothing before the first activity. @param {import("./record/course.js").ChapterProgress} progress @param {Words} words */
export function chapterText({ stops, finished, started }, words) {
  if (stops > 0 && finished === stops) return words("progress.chapter.finished");
  if (finished > 0) return plural((key) => words(key, { n: finished, of: stops }), "progress.chapter.stops", finished);
  return started ? words("progress.chapter.started") : "";
}

/** @param {Document} root @param {Chapter} chapter @param {Context} context */
function fillStops(root, chapter, { record, words }) {
  for (const stop of chapter.stops) {
    const progress = stopProgress(chapter, stop, record);
    for (const element of all(root, `[data-progress-stop="${stop.id}"]`)) set(element, stopText(progress, words));
    for (const link of all(root, `.contents .stops a[href="#${stop.id}"]`)) mark(link, progress.finished, words);
  }
}

/** « 3 activités faites sur 5 · 1 à revoir »; nothing before the first. @param {import("./record/course.js").StopProgress} progress @param {Words} words */
export function stopText({ finished, items, done, failed }, words) {
  const parts = finished ? [words("progress.stop.finished")] : [];
  if (done) parts.push(plural((key) => words(key, { n: done, of: items }), "progress.stop.items", done));
  if (failed) parts.push(plural(words, "progress.stop.failed", failed));
  return parts.join(" · ");
}

/** A sign and a word beside a finished stop. @param {HTMLElement} link @param {boolean} finished @param {Words} words */
function mark(link, finished, words) {
  const sign = link.querySelector(".stop-done");
  if (finished && !sign) link.append(make("span", { class: "stop-done" }, words("progress.stop.sign")));
  else if (!finished) sign?.remove();
}

/** @param {Document} root @param {CourseMap} map @param {Context} context */
function fillResume(root, map, { record, words }) {
  for (const element of all(root, "[data-resume]")) {
    const next = whereToGoOn(map, record);
    const shown = element.querySelector("a")?.getAttribute("href");
    if (!next) element.replaceChildren();
    else if (shown !== next.url) element.replaceChildren(resumeLink(next, words));
  }
}

/** @param {{ chapter: Chapter, stop: { title: string }, url: string }} next @param {Words} words */
export const resumeLink = ({ chapter, stop, url }, words) =>
  make("a", { href: url, class: "resume" }, words("progress.resume", { number: chapter.number, stop: stop.title }));

/** @param {Document} root @param {Chapter} chapter @param {Context} context */
function finishButtons(root, chapter, { record, words }) {
  const controller = new AbortController();
  const buttons = all(root, "[data-finish-stop]").map((button) => {
    const id = button.dataset.finishStop ?? "";
    const label = button.textContent ?? "";
    const status = make("p", { role: "status", class: "stop-status" });
    button.after(status);
    button.addEventListener("click", () => finish(id, status), { signal: controller.signal });
    return { button, id, label, status };
  });
  return {
    fill: () => buttons.forEach(fillButton),
    stop() {
      controller.abort();
      for (const { status } of buttons) status.remove();
    },
  };

  /** @param {string} id @param {HTMLElement} status */
  function finish(id, status) {
    const about = stopItem(chapter.doc, id);
    if (record.state(about.item, about.placement).finished) return;
    record.add({ ...about, verb: "finished" });
    const stop = chapter.stops.find((one) => one.id === id);
    const { stops, finished } = chapterProgress(chapter, record);
    const { items, done } = stop ? stopProgress(chapter, stop, record) : { items: 0, done: 0 };
    const left = items - done;
    const chapterEnds = finished === stops;
    const sentences = [words(chapterEnds ? "progress.end.chapter" : "progress.end.stop")];
    if (left) sentences.push(plural(words, "progress.end.left", left));
    status.textContent = sentences.join(" ");
    // The button already says it to who sees it.
    status.classList.toggle("visually-hidden", !chapterEnds && !left);
  }

  /** @param {{ button: HTMLElement, id: string, label: string }} one */
  function fillButton({ button, id, label }) {
    const about = stopItem(chapter.doc, id);
    const { finished } = record.state(about.item, about.placement);
    // Not `disabled`: the button that was just pressed keeps the focus.
    if (finished) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
    set(button, finished ? words("progress.stop.sign.finished") : label);
  }
}

/** Writes only what changed, so that nothing is read out twice. @param {HTMLElement} element @param {string} text */
function set(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {Document} root @param {string} selector @returns {HTMLElement[]} */
const all = (root, selector) => [...root.querySelectorAll(selector)].map((e) => /** @type {HTMLElement} */ (e));
