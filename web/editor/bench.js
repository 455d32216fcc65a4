// @ts-check
// One exercise at work: its field, Python, and what Python showed. It knows nothing of the record.

import { make } from "../dom.js";
import { find } from "../form.js";
import { LIMIT, openField } from "./field.js";
import { outcome } from "./outcome.js";
import * as python from "./python.js";
import { show } from "./shown.js";
import { Unavailable } from "../python/engine.js";

/**
 * @typedef {object} Options
 * @property {HTMLElement} element   the exercise
 * @property {HTMLElement} code      where the code stands, to be read until now
 * @property {import("../items.js").ItemInPage} item
 * @property {import("../dom.js").Words} words
 * @property {import("./python.js").Place} place  of the engine
 * @property {string} compiler       the address of vega-lite.js
 * @property {() => Promise<any>} vega
 * @property {string} text           the code to begin with
 * @property {() => void} changed    the learner typed
 * @property {() => void} run        the learner asked for a run from the keyboard
 * @property {(...parts: (string | HTMLElement)[]) => void} say  a short message beside the verdict
 *
 * @typedef {ReturnType<typeof openBench>} Bench
 */

/** @param {Options} options */
export function openBench({ element, code, item, words, place, compiler, vega, text, changed, run, say }) {
  const [starting, output] = [find(element, ".exercise-starting"), find(element, ".exercise-output")];
  const data = item.data;
  let busy = false;
  code.replaceChildren();
  const field = openField(code, {
    text,
    name: words("editor.name", { title: data.public.label }),
    helpId: find(element, ".exercise-help").id,
    words,
    changed,
    focused,
    run,
    tooLong: () => say(words("editor.too-long", { n: LIMIT })),
  });

  return {
    text: field.text,
    write: field.write,
    focus: field.focus,
    close: field.close,
    get busy() {
      return busy;
    },
    ask,
  };

  /** Whoever puts the cursor there will soon want Python. */
  function focused() {
    start().catch((error) => unavailable(error, focused));
  }

  /**
   * Runs or checks the code as it stands; null when Python could not answer, which is then said.
   * @param {"run" | "check"} task
   * @param {() => void} again  what « Réessayer » does
   */
  async function ask(task, again) {
    const source = field.text();
    setBusy(true);
    try {
      await start();
      const reply = await python.ask(place, { task, item: data, before: [data.public.setup], source });
      if (field.text() === source) field.point(reply.error?.line ?? null);
      show(output, reply.shown, reply.error, { vega, compiler, words });
      return outcome(reply, { task, max: data.public.points, words });
    } catch (error) {
      unavailable(error, again);
      return null;
    } finally {
      setBusy(false);
    }
  }

  /** Python's coming is shown; rejected when it does not come. */
  async function start() {
    const bar = make("progress", { max: 1, "aria-label": words("editor.starting.bar") });
    try {
      await python.start(place, (done) => {
        if (starting.hidden) starting.replaceChildren(make("p", {}, words("editor.starting")), bar);
        starting.hidden = false;
        bar.value = done;
      });
    } finally {
      starting.hidden = true;
    }
  }

  /** @param {unknown} error @param {() => void} retry */
  function unavailable(error, retry) {
    console.warn(error);
    const again = make("button", { type: "button" }, words("editor.again"));
    again.addEventListener("click", () => (say(), retry()));
    say(words(`editor.unavailable.${reasonOf(error)}`), again);
  }

  /** @param {boolean} now */
  function setBusy(now) {
    busy = now;
    element.setAttribute("aria-busy", String(now));
    for (const button of element.querySelectorAll("form .run, form .primary")) {
      // Not `disabled`: the button that was just pressed keeps the focus.
      if (now) button.setAttribute("aria-disabled", "true");
      else button.removeAttribute("aria-disabled");
    }
  }
}

/** @param {unknown} error @returns {string} */
const reasonOf = (error) =>
  error instanceof Unavailable && ["network", "unsupported"].includes(error.reason) ? error.reason : "broken";
