// @ts-check
// The certificate: its fields are kept on this device, and it prints alone.

import { make } from "./dom.js";
import { keepFields } from "./kept-fields.js";

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
  keepFields(sheet, "certificate", "bilan", record, signal);
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
