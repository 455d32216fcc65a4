// @ts-check
// A notebook in the browser needs the course at an address. Who opened the page as a file is told so, before leaving it.

import { words } from "./words.js";

/** @param {AbortSignal} signal */
export function openNotebookLinks(signal) {
  if (location.protocol !== "file:") return;
  addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[data-notebook]");
    if (!link) return;
    event.preventDefault();
    const links = /** @type {Element} */ (link.closest(".notebook-links"));
    links.querySelector("[role=alert]")?.remove(); // asked again: said again
    const reason = document.createElement("p");
    reason.setAttribute("role", "alert");
    reason.textContent = words("notebook.file");
    links.append(reason);
  }, { signal });
}
