// @ts-check
// Where a code exercise can be done: in this page, on another machine, or from another address.

import { make } from "./dom.js";
import { find } from "./form.js";

const AHEAD = "600px"; // how far below the screen an editor begins to load
// What is missing on a phone is room for a line of code, and a keyboard. A narrow window on a computer is told the same,
// one click from its editor; a tablet keeps it. A phone lying down is wide, but has no height left under its keyboard.
const PHONE = "(max-width: 699px), (pointer: coarse) and (max-height: 499px)";
const OPENED = "denouement:editor"; // this tab asked for editors all the same

/**
 * Says where the exercise is to be done, or calls `unveil`, then `open` when it nears the screen.
 * @param {HTMLElement} element
 * @param {{ words: import("./dom.js").Words, unveil: () => void, open: () => Promise<{ focus: () => void } | null> }} options
 * @returns {() => void} stops waiting
 */
export function settle(element, { words, unveil, open }) {
  if (location.protocol === "file:") return elsewhere(words("editor.file"));
  if (matchMedia(PHONE).matches && !openedHere()) {
    const button = make("button", { type: "button" }, words("editor.phone.open"));
    button.addEventListener("click", () => {
      rememberOpened();
      find(element, ".exercise-elsewhere").hidden = true;
      unveil();
      open().then((editor) => editor?.focus());
    });
    return elsewhere(words("editor.phone"), button);
  }
  unveil();
  const nearing = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      nearing.disconnect();
      open();
    },
    { rootMargin: AHEAD },
  );
  nearing.observe(element);
  return () => nearing.disconnect();

  /** @param {...(string | HTMLElement)} what */
  function elsewhere(...what) {
    const line = find(element, ".exercise-elsewhere");
    line.replaceChildren(...what.flatMap((part) => [part, " "]));
    line.hidden = false;
    return () => {};
  }
}

function openedHere() {
  try {
    return sessionStorage.getItem(OPENED) !== null;
  } catch {
    return false; // storage is forbidden: it is asked again on each page
  }
}

function rememberOpened() {
  try {
    sessionStorage.setItem(OPENED, "1");
  } catch {
    // The editor opens all the same.
  }
}
