// @ts-check
// Fields kept at each letter, as drafts only, so that a name or a price never goes where answers may go.

/** @typedef {ReturnType<typeof import("./record.js").openRecord>} LearnerRecord */

/**
 * Every field of `form` is found again as it was left, under `about:name`, on the page `placement`.
 * @param {HTMLFormElement} form @param {string} about @param {string} placement @param {LearnerRecord} record @param {AbortSignal} signal
 */
export function keepFields(form, about, placement, record, signal) {
  for (const element of form.querySelectorAll("input, textarea")) {
    const field = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (element);
    const item = `${about}:${field.name}`;
    field.value = record.state(item, placement).draft ?? field.value;
    field.addEventListener("input", () => record.draft(item, placement, field.value), { signal });
  }
}

/** What only a training body can say of the course (« Programme »). @param {Document} root @param {LearnerRecord} record @returns {() => void} */
export function openOrganisation(root, record) {
  const controller = new AbortController();
  for (const form of root.querySelectorAll("[data-organisation]"))
    keepFields(/** @type {HTMLFormElement} */ (form), "organisation", "programme", record, controller.signal);
  return () => controller.abort();
}
