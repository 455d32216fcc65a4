// @ts-check
// « Sans réseau »: what this device keeps of the course, keeping everything, letting it go.

import { make } from "../dom.js";
import { openDownload } from "./download.js";

/**
 * @typedef {import("./asking.js").Asking} Asking
 * @typedef {import("./course.js").Group} Group
 * @typedef {{ words: import("../dom.js").Words, download: () => void, ready: Promise<Asking> }} Options
 */

/** @param {Element} place @param {Options} options */
export async function openPanel(place, { words, download, ready }) {
  const panel = make("div", { class: "offline-panel" }, make("p", {}, words("offline.opening")));
  place.append(panel);
  const asking = await ready.catch(() => null);
  if (!asking) return panel.replaceChildren(make("p", {}, words("offline.unsupported")));
  const status = make("p", { role: "status", class: "record-status" });
  const parts = [openPart("course"), openPart("notebooks")];
  const remove = make("button", { type: "button" }, words("offline.remove"));
  const save = make("button", { type: "button" }, words("parcours.download"));
  const after = make("p", { class: "record-buttons" }, remove, save);
  remove.addEventListener("click", async () => {
    parts.forEach((part) => part.pause());
    await asking.ask("forget");
    await refresh();
    status.textContent = words("offline.removed");
  });
  save.addEventListener("click", () => {
    download();
    status.textContent = words("parcours.downloaded");
  });
  await refresh();
  panel.replaceChildren(...parts.map((part) => part.element), status, after);

  /** @param {Group} group */
  function openPart(group) {
    return openDownload(group, /** @type {Asking} */ (asking), words, async () => {
      await refresh();
      status.textContent = words(`offline.storage.${await persistence()}`);
    });
  }

  async function refresh() {
    const { groups } = await /** @type {Asking} */ (asking).ask("state");
    for (const part of parts) part.show(groups[part.group]);
    remove.hidden = !groups.course.kept && !groups.notebooks.kept;
  }
}

/** What the browser answers when it is asked not to make room by itself. */
async function persistence() {
  const granted = await navigator.storage?.persist?.().catch(() => false);
  return granted ? "granted" : "refused";
}
