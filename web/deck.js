// @ts-check
// A chapter on the projector: reveal.js shows one slide at a time, in our words. On a telephone and on paper the slides
// simply follow one another, and answers stay folded.

import Reveal from "reveal.js";
import { openCharts } from "./chart.js";
import { fitChart } from "./deck-chart.js";
import { openNotes } from "./deck-notes.js";
import { words } from "./words.js";
import { openTheme } from "./page-theme.js";

/** A slide is laid out at this size, in CSS pixels, and enlarged as a whole. */
const SIZE = { width: 1280, height: 720 };
const PROJECTOR = "(min-width: 48rem)";

const main = /** @type {HTMLElement} */ (document.querySelector("main.deck"));
const answers = [...main.querySelectorAll("details")].filter((e) => e.matches(".slide-answer"));
const { signal } = new AbortController();

openTheme(signal);
main.addEventListener("chart-drawn", (event) => {
  if (main.matches(".reveal")) fitChart(/** @type {HTMLElement} */ (event.target), SIZE);
});
openCharts(main);
for (const button of document.querySelectorAll("[data-deck]"))
  button.addEventListener("click", () => TOOLS[/** @type {HTMLElement} */ (button).dataset.deck ?? ""]?.());

/** @type {Record<string, () => void>} */
const TOOLS = {
  notes: () => openNotes(deck),
  overview: () => deck?.toggleOverview(),
  print: () => window.print(),
};

/** @type {InstanceType<typeof Reveal> | null} */
let deck = null;
const wide = matchMedia(PROJECTOR);
if (wide.matches) void project();
else wide.addEventListener("change", () => void project(), { once: true });

async function project() {
  main.classList.add("reveal");
  document.documentElement.classList.add("print-pdf"); // paper is laid out by our styles, not by reveal.js's
  if (location.search) history.replaceState(null, "", location.pathname + location.hash); // nor by its ?print-pdf
  for (const answer of answers) answer.open = true; // a fragment hides it now
  const fresh = new Reveal(main, {
    ...SIZE,
    margin: 0,
    minScale: 0.1,
    maxScale: 8,
    center: false,
    display: "flex",
    hash: true,
    transition: "none",
    controlsTutorial: false,
    slideNumber: "c/t",
    jumpToSlide: false,
    help: false,
    scrollActivationWidth: undefined,
    keyboard: { 83: () => openNotes(deck) }, // S, as those who know reveal.js expect
  });
  await fresh.initialize();
  deck = fresh;
  Object.assign(main, { deck }); // for tests
  speakFrench();
}

/** What reveal.js writes in English, in our words. */
function speakFrench() {
  main.setAttribute("role", "region"); // "application" would silence what a screen reader reads by itself
  /** @type {[string, string][]} */
  const labels = [["left", "previous"], ["right", "next"], ["up", "up"], ["down", "down"]];
  for (const [way, key] of labels)
    main.querySelector(`.navigate-${way}`)?.setAttribute("aria-label", words(`deck.${key}`));
  const resume = main.querySelector(".resume-button");
  if (resume) resume.textContent = words("deck.resume");
}
