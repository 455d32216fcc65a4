// @ts-check
// « Tout effacer », asked twice, with the file offered before.

import { make } from "./dom.js";

/**
 * @param {import("./dom.js").Words} words
 * @param {{ save: () => void, erase: () => void }} actions
 * @returns {{ element: HTMLDialogElement, open: () => void }}
 */
export function eraseDialog(words, { save, erase }) {
  const title = make("h2", { id: "erase-title", tabindex: -1 });
  const text = make("p", { id: "erase-text" });
  const status = make("p", { role: "status" });
  const [keep, download, go] = ["keep", "save", "go"].map((name) => make("button", { type: "button", class: `erase-${name}` }));
  const buttons = make("p", { class: "record-buttons" }, keep, download, go);
  const element = make(
    "dialog",
    { class: "erase-dialog", "aria-labelledby": "erase-title", "aria-describedby": "erase-text" },
    title,
    text,
    buttons,
    status,
  );
  let asked = 0;

  keep.addEventListener("click", () => element.close());
  download.addEventListener("click", () => {
    save();
    status.textContent = words("parcours.downloaded");
  });
  go.addEventListener("click", () => {
    if (asked === 1) return ask(2);
    element.close();
    erase();
  });

  return {
    element,
    open() {
      ask(1);
      element.showModal();
      title.focus();
    },
  };

  /** @param {1 | 2} time */
  function ask(time) {
    asked = time;
    status.textContent = "";
    title.textContent = words(`parcours.erase.title.${time}`);
    text.textContent = words(`parcours.erase.text.${time}`);
    keep.textContent = words("parcours.erase.keep");
    download.textContent = words("parcours.download");
    go.textContent = words(`parcours.erase.go.${time}`);
    // The second question is read out, and the button that erases is not under the finger any more.
    buttons.replaceChildren(...(time === 1 ? [keep, download, go] : [go, download, keep]));
    if (element.open) title.focus();
  }
}
