// @ts-check
// « Une nouvelle version du cours est prête »: said where several tabs are open; where there is one, the next page opened
// is already of that version.

import { make } from "../dom.js";
import { openAsking } from "./asking.js";
import { AGAIN } from "./renewal.js";

/** @param {ServiceWorkerRegistration} registration @param {import("../dom.js").Words} words */
export function openNotice(registration, words) {
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
    show(false);
    place.focus({ preventScroll: true }); // the button is gone; the page's main part takes the focus
  });
  look();
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => installing.state === "installed" && look());
  });

  async function look() {
    if (!registration.waiting || !registration.active) return;
    const { tabs } = await openAsking(registration).ask("state");
    show(tabs > 1);
  }

  /** @param {boolean} shown */
  function show(shown) {
    notice.classList.toggle("shown", shown);
    text.textContent = shown ? words("offline.version.ready") : "";
    actions.hidden = !shown;
  }
}
