// @ts-check
// The speaker's window: what to say of the slide on the wall, what comes next, how long one has been speaking. It is an
// empty window that this page fills, so that it works from file:// and asks nothing of any host.

import { make } from "./dom.js";
import { words } from "./words.js";

/** @typedef {InstanceType<typeof import("reveal.js").default>} Deck */

const STYLE = `:root{color-scheme:light dark}body{margin:2rem;font:1.2rem/1.5 Georgia,serif;max-width:44rem}
h1{font-size:1.5rem;margin:0 0 1rem}footer{margin-top:2rem;padding-top:1rem;border-top:1px solid;font-style:italic}`;

/** @type {Window | null} */
let opened = null;

/** Opens the window, or brings it back. @param {Deck | null} deck */
export function openNotes(deck) {
  if (!deck) return;
  if (opened && !opened.closed) return opened.focus();
  opened = window.open("", "", "popup,width=720,height=640");
  if (!opened) return alert(words("deck.notes.blocked"));
  const page = opened.document;
  page.documentElement.lang = document.documentElement.lang;
  page.head.append(make("style", {}, STYLE), make("title", {}, words("deck.notes")));
  const since = Date.now();
  const fill = () => page.body.replaceChildren(...contents(deck, Math.floor((Date.now() - since) / 60_000)));
  deck.on("slidechanged", fill);
  const clock = setInterval(fill, 60_000);
  const close = () => {
    clearInterval(clock);
    deck.off("slidechanged", fill);
  };
  opened.addEventListener("pagehide", close);
  opened.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight" || event.key === "PageDown") deck.next();
    else if (event.key === "ArrowLeft" || event.key === "PageUp") deck.prev();
  });
  fill();
}

/** @param {Deck} deck @param {number} minutes @returns {HTMLElement[]} */
function contents(deck, minutes) {
  const slides = /** @type {HTMLElement[]} */ (deck.getSlides());
  const slide = /** @type {HTMLElement} */ (deck.getCurrentSlide());
  const following = slides[slides.indexOf(slide) + 1];
  const notes = slide.querySelector("aside.notes")?.cloneNode(true);
  const next = following ? words("deck.notes.next", { title: titleOf(following) }) : words("deck.notes.end");
  return [
    make("h1", {}, titleOf(slide)),
    make("main", {}, notes ? /** @type {Element} */ (notes) : make("p", {}, words("deck.notes.none"))),
    make("footer", {}, `${next} · ${words("deck.notes.clock", { minutes })}`),
  ];
}

/** What names a slide: its heading, else its first words. @param {HTMLElement} slide */
function titleOf(slide) {
  const named = slide.querySelector("h1, .slide-title, .chart-title, h3") ?? slide.querySelector(".slide-body");
  const text = (named?.textContent ?? "").replace(/\s+/g, " ").trim();
  return text.length > 70 ? `${text.slice(0, 69)}…` : text;
}
