// @ts-check
// « Une nouvelle version du cours est prête »: said where several tabs are open; where there is one, the next page opened
// is already of that version. And, once for each tab, that there was no room for it on this device.

import { make } from "../dom.js";
import { openAsking } from "./asking.js";
import { AGAIN } from "./renewal.js";

const TOLD = "denouement.no-room";

/** @param {ServiceWorkerRegistration} registration @param {Promise<void>} noRoom  when it is known @param {import("../dom.js").Words} words */
export function openNotice(registration, noRoom, words) {
  const text = make("p", { role: "status" });
  const actions = make("p", { class: "actions", hidden: true });
  const notice = make("div", { class: "record-notice" }, text, actions);
  const place = document.querySelector("main") ?? document.body;
  place.append(notice);
  const take = make("button", { type: "button" }, words("offline.version.take"));
  const later = make("button", { type: "button" }, words("offline.version.later"));
  actions.append(take, later);
  const takeover = () => registration.waiting?.postMessage({ ask: "takeover" });
  take.addEventListener("click", () => {
    takeover();
    setInterval(takeover, AGAIN); // what a page loads meanwhile may undo the first one (see renewal.js)
  });
  later.addEventListener("click", () => {
    show("");
    place.focus({ preventScroll: true }); // the button is gone; the page's main part takes the focus
  });
  look();
  noRoom.then(() => firstTime() && show("full"));
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => installing.state === "installed" && look());
  });

  async function look() {
    if (!registration.waiting || !registration.active) return;
    const { tabs } = await openAsking(registration).ask("state");
    show(tabs > 1 ? "ready" : "");
  }

  /** @param {"" | "ready" | "full"} said */
  function show(said) {
    notice.classList.toggle("shown", said !== "");
    text.textContent = said && words(`offline.version.${said}`);
    actions.hidden = said === "";
    take.hidden = said === "full";
  }
}

/** The browser tries again at every page: what is true of all of them is said on the first. */
function firstTime() {
  try {
    const told = sessionStorage.getItem(TOLD);
    sessionStorage.setItem(TOLD, "1");
    return !told;
  } catch {
    return true; // storage is forbidden
  }
}
