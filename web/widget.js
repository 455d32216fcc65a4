// @ts-check
// An item inside Jupyter (anywidget): the page's own markup, enhanced by the page's own scripts; or a messenger, which
// shows nothing and brings Python's events to the record.

import "./kinds.js";
import "./assessment.js";
import { enhanceAll } from "./items.js";
import { html } from "./form.js";
import { tell } from "./messenger.js";
import { pageRecord } from "./page-record.js";

/**
 * @typedef {object} Model
 * @property {(name: string) => any} get
 * @property {(name: string, value: any) => void} set
 * @property {() => void} save_changes
 * @property {(name: string, fn: () => void) => void} on
 */

/** Once for each model, whether it is shown or not. @param {{ model: Model }} widget */
function initialize({ model }) {
  const listen = () => model.get("event") && tell(pageRecord(), model.get("event").about);
  model.on("change:event", listen);
  listen();
}

/** @param {{ model: Model, el: HTMLElement }} view */
function render({ model, el }) {
  el.classList.add("denouement");
  el.replaceChildren(...html(model.get("markup")));
  return enhanceAll(el, pageRecord(), (item, result) => {
    model.set("result", result);
    model.save_changes();
  });
}

export default { initialize, render };
