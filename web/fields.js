// @ts-check
// How each question type is read from its fields, put back into them, and looked up in its table of outcomes.

/**
 * @typedef {{ success: boolean, general: string, notes: Record<string, string> }} Outcome
 *   general: feedback for the whole (HTML); notes: feedback beside a choice, an element or a pair, by its id
 *
 * @typedef {object} Fields
 * @property {(form: HTMLFormElement) => string} read        the canonical response, "" when there is none yet
 * @property {(form: HTMLFormElement, response: string) => void} write
 * @property {(sealed: any, response: string, words: (key: string) => string) => Outcome} outcome
 * @property {(form: HTMLFormElement, id: string) => Element | null} note   where the note of `id` goes
 * @property {string} none  the word said when nothing was answered
 */

/** @param {HTMLFormElement} form @param {string} selector @returns {HTMLInputElement[]} */
const inputs = (form, selector) => [...form.querySelectorAll(selector)].map((e) => /** @type {HTMLInputElement} */ (e));

/** @type {Fields["note"]} */
const besideChoice = (form, id) =>
  form.querySelector(`.choice:has(> [name=choice][value="${CSS.escape(id)}"]) > .choice-feedback`);

/** @type {Fields} */
const single = {
  read: (form) => inputs(form, "[name=choice]:checked")[0]?.value ?? "",
  write(form, response) {
    for (const input of inputs(form, "[name=choice]")) input.checked = input.value === response;
  },
  outcome: (sealed, response) => ({
    success: sealed.answers.includes(response),
    general: sealed.feedback[response],
    notes: {},
  }),
  note: () => null,
  none: "item.none",
};

/** @type {Fields} */
const multiple = {
  read: (form) => inputs(form, "[name=choice]:checked").map((input) => input.value).sort().join(","),
  write(form, response) {
    const chosen = response.split(",");
    for (const input of inputs(form, "[name=choice]")) input.checked = chosen.includes(input.value);
  },
  outcome(sealed, response, words) {
    const right = sealed.answers[0].split(",");
    const chosen = response.split(",");
    const success = sealed.answers.includes(response);
    const told = success ? chosen : chosen.filter((id) => !right.includes(id));
    const missing = right.some((/** @type {string} */ id) => !chosen.includes(id));
    return {
      success,
      general: missing ? `<p>${words("item.missing")}</p>` : "",
      notes: Object.fromEntries(told.map((id) => [id, sealed.feedback[id]])),
    };
  },
  note: besideChoice,
  none: "item.none.multiple",
};

/** "12,5" or "1 200" as a canonical number, "" when it is none. @param {string} text */
export function canonicalNumber(text) {
  const cleaned = text.replace(/[\s\u00a0\u202f]/g, "").replace(/[%€]$/, "").replace("−", "-").replace(",", ".");
  return /^-?(\d+\.?\d*|\.\d+)$/.test(cleaned) ? String(Number(cleaned)) : "";
}

/** @type {Fields} */
const numeric = {
  read: (form) => canonicalNumber(inputs(form, "[name=number]")[0]?.value ?? ""),
  write(form, response) {
    inputs(form, "[name=number]")[0].value = response.replace(".", ",");
  },
  outcome(sealed, response) {
    const value = Number(response);
    const hit = sealed.intervals.find((/** @type {any[]} */ [low, high]) => low <= value && value <= high);
    return { success: hit ? hit[2] : false, general: hit ? hit[3] : sealed.otherwise, notes: {} };
  },
  note: () => null,
  none: "item.not-a-number",
};

/** @type {Fields} */
const ordering = {
  read: (form) => [...form.querySelectorAll("[data-element]")].map((e) => e.getAttribute("data-element")).join(","),
  write(form, response) {
    const list = /** @type {HTMLElement} */ (form.querySelector(".ordering"));
    for (const id of response.split(",")) {
      const row = list.querySelector(`[data-element="${CSS.escape(id)}"]`);
      if (row) list.append(row);
    }
  },
  outcome(sealed, response) {
    const right = sealed.answers[0].split(",");
    const wrong = response.split(",").find((id, place) => id !== right[place]);
    return wrong === undefined
      ? { success: true, general: sealed.success, notes: {} }
      : { success: false, general: "", notes: { [wrong]: sealed.feedback[wrong] } };
  },
  note: (form, id) => form.querySelector(`[data-element="${CSS.escape(id)}"] > .choice-feedback`),
  none: "item.none",
};

/** @param {string} response */
const pairs = (response) => new Map(response.split(",").map((pair) => /** @type {[string, string]} */ (pair.split("="))));

/** @type {Fields} */
const matching = {
  read(form) {
    const selects = [...form.querySelectorAll("select")];
    if (selects.some((select) => !select.value)) return "";
    // Sorted by the left side's id, as Python sorts it: sorting "a=x" and "a-b=y" as texts would differ.
    selects.sort((one, other) => (one.name < other.name ? -1 : 1));
    return selects.map((select) => `${select.name}=${select.value}`).join(",");
  },
  write(form, response) {
    const chosen = pairs(response);
    for (const select of form.querySelectorAll("select")) select.value = chosen.get(select.name) ?? "";
  },
  outcome(sealed, response) {
    const right = pairs(sealed.answers[0]);
    const wrong = [...pairs(response)].filter(([left, choice]) => right.get(left) !== choice);
    return {
      success: wrong.length === 0,
      general: wrong.length === 0 ? sealed.success : "",
      notes: Object.fromEntries(wrong.map(([left]) => [left, sealed.feedback[left]])),
    };
  },
  note: (form, id) => form.querySelector(`.pair:has(> select[name="${CSS.escape(id)}"]) > .choice-feedback`),
  none: "item.none.matching",
};

/** @type {Record<string, Fields>} */
export const FIELDS = { single, multiple, numeric, ordering, matching };
