// @ts-check
// An item inside Jupyter (anywidget): the page's own markup, enhanced by the page's own scripts.

import "./kinds.js";
import { enhanceAll } from "./items.js";
import { html } from "./form.js";
import { pageRecord } from "./page-record.js";

/**
 * @param {{ model: { get(name: string): any, set(name: string, value: any): void, save_changes(): void },
 *           el: HTMLElement }} view
 */
function render({ model, el }) {
  el.classList.add("denouement");
  el.replaceChildren(...html(model.get("markup")));
  return enhanceAll(el, pageRecord(), (item, result) => {
    model.set("result", result);
    model.save_changes();
  });
}

export default { render };
