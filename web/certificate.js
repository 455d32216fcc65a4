// @ts-check
// The certificate's fields: kept at each letter, as drafts only, so that a name never goes where answers may go.

import { make } from "./dom.js";

const PLACEMENT = "bilan";
const ALONE = "certificate-alone"; // on <html>, while the certificate is printed without the rest

/** @typedef {ReturnType<typeof import("./record.js").openRecord>} LearnerRecord */

/** @param {HTMLElement} section @param {LearnerRecord} record @param {import("./dom.js").Words} words @returns {() => void} */
export function openCertificate(section, record, words) {
  const controller = new AbortController();
  const { signal } = controller;
  const sheet = /** @type {HTMLFormElement} */ (section.querySelector("form"));
  const print = make("button", { type: "button" }, words("certificate.print"));
  const buttons = make("p", { class: "bilan-print" }, print);
  sheet.after(buttons);
  for (const field of fields(sheet)) {
    const item = `certificate:${field.name}`;
    field.value = record.state(item, PLACEMENT).draft ?? field.value;
    field.addEventListener("input", () => record.draft(item, PLACEMENT, field.value), { signal });
  }
  print.addEventListener("click", printAlone, { signal });
  addEventListener("afterprint", () => document.documentElement.classList.remove(ALONE), { signal });
  return () => {
    controller.abort();
    buttons.remove();
  };
}

function printAlone() {
  document.documentElement.classList.add(ALONE);
  window.print();
}

/** @param {HTMLFormElement} sheet @returns {(HTMLInputElement | HTMLTextAreaElement)[]} */
const fields = (sheet) => [...sheet.querySelectorAll("input, textarea")].map((e) => /** @type {HTMLInputElement} */ (e));
