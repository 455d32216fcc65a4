// @ts-check
// « Mon parcours » : how far the learner is, the file to download and to bring back, what this browser keeps, erasing.

import { download, make, plural } from "./dom.js";
import { words as say } from "./words.js";
import { chapterText, courseMap, resumeLink } from "./progress.js";
import { chapterProgress, whereToGoOn } from "./record/course.js";
import { eraseDialog } from "./record-erase.js";

/**
 * @typedef {ReturnType<typeof import("./record.js").openRecord>} LearnerRecord
 * @typedef {import("./dom.js").Words} Words
 * @typedef {ReturnType<LearnerRecord["importText"]>} Imported
 */

const LARGEST_FILE = 50e6; // bytes; the heaviest record weighs about one million

/** Draws every `[data-record-panel]` of the page. @param {Document} root @param {LearnerRecord} record @param {Words} [words] @returns {() => void} */
export function openPanel(root, record, words = say) {
  const panels = [...root.querySelectorAll("[data-record-panel]")].map((place) => openOne(place, root, record, words));
  return () => panels.forEach((stop) => stop());
}

/** @param {Element} place @param {Document} root @param {LearnerRecord} record @param {Words} words */
function openOne(place, root, record, words) {
  const map = courseMap(root);
  const progress = make("div", { class: "record-progress" });
  const health = make("div", { class: "record-health" });
  const panel = make(
    "div",
    { class: "record-panel" },
    section("parcours.progress", progress),
    section("parcours.file", ...fileControls(record, words)),
    section("parcours.health", health),
    section("parcours.erase", ...eraseControls(record, words)),
  );
  place.append(panel);
  const fill = () => {
    if (map) progress.replaceChildren(...progressRows(map, record, words));
    healthLines(record, words).then((lines) => health.replaceChildren(...lines));
  };
  fill();
  const unwatch = record.watch(fill);
  return () => {
    unwatch();
    panel.remove();
  };

  /** @param {string} key @param {...Node} children */
  function section(key, ...children) {
    return make("section", {}, make("h2", {}, words(key)), ...children);
  }
}

/** @param {import("./progress.js").CourseMap} map @param {LearnerRecord} record @param {Words} words */
export function progressRows(map, record, words) {
  const next = whereToGoOn(map, record);
  const [first] = map.chapters;
  const chapters = map.chapters.map((chapter) => ({ chapter, progress: chapterProgress(chapter, record) }));
  const begun = chapters.some(({ progress }) => progress.started);
  const start = first && !begun ? make("a", { href: first.url, class: "resume" }, words("parcours.start", { chapter: first.title })) : null;
  const way = next ? resumeLink(next, words) : start;
  const rows = chapters.map(({ chapter, progress }) => {
    const { stops, finished, items, done, failed } = progress;
    const answered = done ? plural((key) => words(key, { n: done, of: items }), "progress.stop.items", done) : "";
    const again = failed ? plural(words, "progress.stop.failed", failed) : "";
    const state = chapterText(progress, words) || words("progress.chapter.none");
    return make(
      "li",
      {},
      make("a", { href: chapter.url }, chapter.title),
      make("progress", { max: stops, value: finished, "aria-label": words("parcours.bar", { chapter: chapter.title }) }),
      make("p", {}, [state, answered, again].filter(Boolean).join(" · ")),
    );
  });
  return [...(way ? [make("p", {}, way)] : []), make("ol", { class: "record-chapters" }, ...rows)];
}

/** @param {LearnerRecord} record @param {Words} words */
function fileControls(record, words) {
  const status = make("p", { role: "status", class: "record-status" });
  const save = make("button", { type: "button", class: "primary" }, words("parcours.download"));
  const input = make("input", { type: "file", accept: ".json,application/json", hidden: true, "aria-label": words("parcours.import") });
  const bring = make("button", { type: "button" }, words("parcours.import"));
  save.addEventListener("click", () => {
    downloadRecord(record);
    status.textContent = words("parcours.downloaded");
  });
  bring.addEventListener("click", () => input.click());
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    if (!file) return;
    status.textContent = importedText(await importFile(file, record), words);
    input.value = ""; // so that choosing the same file again is noticed
  });
  return [make("p", {}, words("parcours.file.why")), make("p", { class: "record-buttons" }, save, bring, input), status];
}

/** @param {LearnerRecord} record */
export function downloadRecord(record) {
  const day = new Date().toISOString().slice(0, 10);
  download(new Blob([record.exportText()], { type: "application/json" }), `mon-parcours-${day}.json`);
  record.setMark("saved");
}

/** @param {File} file @param {LearnerRecord} record @returns {Promise<Pick<Imported, "outcome"> & Partial<Imported>>} */
async function importFile(file, record) {
  if (file.size > LARGEST_FILE) return { outcome: "not-ours" };
  try {
    return record.importText(await file.text());
  } catch (error) {
    console.error(error);
    return { outcome: "not-json" };
  }
}

/** What importing did, in one or two sentences. @param {Pick<Imported, "outcome"> & Partial<Imported>} imported @param {Words} words */
export function importedText({ outcome, added = 0, lost = 0, newer = 0 }, words) {
  if (outcome !== "read" && outcome !== "salvaged") return words(`parcours.import.${outcome}`);
  return [
    plural(words, "parcours.imported", added),
    outcome === "salvaged" ? words("parcours.import.salvaged") : lost ? plural(words, "parcours.import.lost", lost) : "",
    newer ? words("parcours.import.newer") : "",
  ].filter(Boolean).join(" ");
}

/** @param {LearnerRecord} record @param {Words} words */
async function healthLines(record, words) {
  const { storage, reason, unread, newer, events, unsaved, saved } = record.health;
  const persisted = await navigator.storage?.persisted?.().catch(() => false);
  const day = saved ? new Date(saved).toLocaleDateString("fr-FR", { dateStyle: "long" }) : "";
  const lines = [
    storage === "memory" ? words(`parcours.health.${reason}`) : events ? words("parcours.health.kept") : words("parcours.health.empty"),
    unread - newer > 0 ? plural(words, "parcours.health.unread", unread) : "",
    newer ? words("parcours.health.newer") : "",
    saved ? words("parcours.health.saved", { day }) : events ? words("parcours.health.never") : "",
    saved && unsaved ? plural(words, "parcours.health.unsaved", unsaved) : "",
    words(persisted ? "parcours.health.persisted" : "parcours.health.evicted"),
  ];
  return lines.filter(Boolean).map((line) => make("p", {}, line));
}

/** @param {LearnerRecord} record @param {Words} words */
function eraseControls(record, words) {
  const status = make("p", { role: "status", class: "record-status" });
  const erase = make("button", { type: "button" }, words("parcours.erase.button"));
  const dialog = eraseDialog(words, {
    save: () => downloadRecord(record),
    erase() {
      record.erase();
      status.textContent = words("parcours.erased");
    },
  });
  erase.addEventListener("click", () => {
    status.textContent = "";
    dialog.open();
  });
  return [make("p", {}, words("parcours.erase.what")), make("p", { class: "record-buttons" }, erase), status, dialog.element];
}
