// @ts-check
// The book's own letters come when everything answers: on a slow line they would hold up the script. Until then stand
// the machine's, at the same measures (css/tokens.css). A reader who has them already gets them at once, by the inline
// script of site/theme/layout.html; so does an instructor's sheet, which is there to be printed on one page.

const HERE = "denouement.fonts";
const AFTER = 300; // ms: what a learner does first is answered before the page is laid out again

export function bringFonts() {
  addEventListener("load", () => setTimeout(fetchFonts, AFTER));
}

function fetchFonts() {
  document.documentElement.classList.add("fonts");
  document.fonts.load("1em Vollkorn").then(remember, () => {}); // without them, the others stay
}

function remember() {
  try {
    sessionStorage.setItem(HERE, "1");
  } catch {
    // forbidden or full: they come a little later on each page
  }
}
