// @ts-check
// A chart on a slide takes the height that its finding and levers leave.

import { dataOf } from "./items.js";

const FOOT = 70; // px kept free at the bottom of a slide
const NARROWEST = 350; // px, before enlargement: what every chart of the course is drawn for

/** @typedef {{ width: (w?: number) => any, height: (h?: number) => any, run: () => void }} View */

/**
 * `figure` is drawn and laid out, its slide shown or about to be.
 * @param {HTMLElement} figure @param {{ width: number, height: number }} slideSize in CSS pixels, before enlargement
 */
export function fitChart(figure, slideSize) {
  const drawing = /** @type {HTMLElement} */ (figure.querySelector(".chart-drawing"));
  const slide = /** @type {HTMLElement} */ (figure.closest(".slide"));
  const view = /** @type {View} */ (/** @type {any} */ (figure).chartView);
  const scale = slide.getBoundingClientRect().width / slideSize.width;
  if (!scale) return; // not laid out: it fits when shown
  const zoom = Number(getComputedStyle(drawing).zoom) || 1;
  const size = () => {
    const [drawn, around] = [drawing.getBoundingClientRect(), slide.getBoundingClientRect()];
    return { width: drawn.width / scale, height: drawn.height / scale, top: (drawn.top - around.top) / scale };
  };
  const { width, height, top } = size();
  const room = slideSize.height - FOOT - top;
  if (height <= room) return;
  if (typeof dataOf(figure).spec.height === "number") {
    const own = view.height();
    view.height(Math.floor(own - (height - room) / zoom)).run();
    if (size().height <= room) return;
    view.height(own).run(); // something in it stands at a height of its own: smaller as a whole, then
    drawing.style.zoom = String((zoom * room) / height);
    return;
  }
  const wide = (width * room) / height; // its height follows its width
  drawing.style.zoom = String(Math.min(zoom, wide / NARROWEST));
  drawing.style.maxWidth = `${Math.max(NARROWEST, Math.floor(wide / zoom))}px`;
}
