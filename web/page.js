// @ts-check
// The page itself: one stop at a time, the menu on a phone, the colours kept, everything open on paper.
// Without this script a page is one long readable text.

import { openMenu } from "./page-menu.js";
import { openNotebookLinks } from "./page-notebook.js";
import { openStops } from "./page-stops.js";
import { openTheme } from "./page-theme.js";

/** Brings the page to life; returns what undoes it. @returns {() => void} */
export function openPage() {
  const controller = new AbortController();
  const { signal } = controller;
  openTheme(signal);
  const menu = openMenu(signal);
  openStops(signal, menu.close);
  openNotebookLinks(signal);
  openOnPaper(signal);
  return () => controller.abort();
}

/** What is folded on screen is open on paper, and folds again afterwards. @param {AbortSignal} signal */
function openOnPaper(signal) {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details")].map((e) => /** @type {HTMLDetailsElement} */ (e)).filter((e) => !e.open);
    for (const details of opened) details.open = true;
  }, { signal });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  }, { signal });
}
