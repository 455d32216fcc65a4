// @ts-check
// Small things every form of an item needs.

/** The element `selector` inside `root`; an error of ours when it is missing. @param {ParentNode} root @param {string} selector @returns {HTMLElement} */
export function find(root, selector) {
  const element = root.querySelector(selector);
  if (!element) throw new Error(`the markup of this item has no ${selector}`);
  return /** @type {HTMLElement} */ (element);
}

/** Listeners that are all removed by one call. */
export function listen() {
  const controller = new AbortController();
  return { signal: controller.signal, stop: () => controller.abort() };
}

/** The authors' compiled wording (HTML made and escaped by Python) as nodes. @param {string} text @returns {ChildNode[]} */
export function html(text) {
  const template = document.createElement("template");
  template.innerHTML = text;
  return [...template.content.childNodes];
}

/** A short message in the item's status line. @param {HTMLElement} feedback @param {string} text */
export function notice(feedback, text) {
  const line = document.createElement("p");
  line.className = "notice";
  line.textContent = text;
  feedback.replaceChildren(line);
}

/** How sure the learner says to be: 1, 2, 3, or null. @param {HTMLFormElement} form */
export function confidenceOf(form) {
  const chosen = /** @type {HTMLInputElement | null} */ (form.querySelector("[name=confidence]:checked"));
  return chosen ? Number(chosen.value) : null;
}

/** @param {HTMLFormElement} form @param {number} level */
export function setConfidence(form, level) {
  const input = /** @type {HTMLInputElement | null} */ (form.querySelector(`[name=confidence][value="${level}"]`));
  if (input) input.checked = true;
}

/** Milliseconds since the learner first touched the form, or the item. @param {HTMLElement} form @param {AbortSignal} signal */
export function stopwatch(form, signal) {
  /** @type {number | null} */
  let start = null;
  form.addEventListener("focusin", () => (start ??= performance.now()), { signal });
  return {
    read: () => Math.round(start === null ? 0 : performance.now() - start),
    restart: () => (start = performance.now()),
  };
}
