// @ts-check
// A line at the foot of the page that says, once, what happens to the record: not kept, full, damaged, to be saved.

import { make } from "./dom.js";
import { words as say } from "./words.js";
import { downloadRecord } from "./parcours.js";
import { dueNotice } from "./record/due.js";

/**
 * @param {Document} root
 * @param {ReturnType<typeof import("./record.js").openRecord>} record
 * @param {import("./dom.js").Words} [words]
 * @returns {() => void}
 */
export function openNotices(root, record, words = say) {
  const place = root.querySelector("main") ?? root.body;
  const recordUrl = root.querySelector('a[href$="parcours.html"]')?.getAttribute("href") ?? null;
  const text = make("p", { role: "status" });
  const actions = make("p", { class: "actions", hidden: true });
  const notice = make("div", { class: "record-notice" }, text, actions);
  const link = recordUrl ? make("a", { href: recordUrl }, words("notice.link")) : null;
  const save = make("button", { type: "button" }, words("parcours.download"));
  const close = make("button", { type: "button" }, words("notice.close"));
  place.append(notice);
  close.addEventListener("click", hide);
  save.addEventListener("click", () => {
    downloadRecord(record);
    hide();
  });

  /** @type {Set<string>} */
  const told = new Set();
  let [worked, endedStop, past] = [false, false, true];
  const unsubscribe = record.subscribe((event) => {
    if (past || event.session !== record.session) return;
    [worked, endedStop] = [true, event.verb === "finished"];
  });
  past = false;
  const unwatch = record.watch(look);
  look();
  return () => {
    unsubscribe();
    unwatch();
    notice.remove();
  };

  function look() {
    const health = record.health;
    const moment = { now: Date.now(), reminded: record.mark("reminded"), newerTold: record.mark("newer") !== null };
    const due = dueNotice(health, { ...moment, worked, endedStop });
    endedStop = false;
    if (!due || told.has(due)) return;
    told.add(due);
    text.textContent = words(`notice.${due}`);
    // Where nothing is kept, going to another page would lose what is to be saved: the file is offered here.
    const action = due === "damaged" || due === "newer" ? link : save;
    actions.replaceChildren(...(action ? [action] : []), close);
    actions.hidden = false;
    notice.classList.add("shown");
    if (due === "reminder") record.setMark("reminded");
    if (due === "newer") record.setMark("newer");
  }

  function hide() {
    notice.classList.remove("shown");
    text.textContent = "";
    actions.hidden = true;
    place.focus({ preventScroll: true }); // the button is gone; the page's main part takes the focus
  }
}
