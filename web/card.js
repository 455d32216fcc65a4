// @ts-check
// The card to share, drawn here: a canvas of 1,200 by 630 points, the shape that networks show. Nothing is sent.

import { DIGITS } from "./card-digits.js";

/**
 * @typedef {object} CardText
 * @property {string} figure   "41", "" on the same day
 * @property {string} before   what stands before the figure
 * @property {string} after    what stands after it
 * @property {string} question
 * @property {string} decided  name of the first mark
 * @property {string} signed   name of the second
 * @property {string} course
 */

const [WIDTH, HEIGHT] = [1200, 630];
const MARGIN = 80;
const FAMILY = "Vollkorn, Georgia, serif";
const AXIS = 430;
const LONGEST = 365; // days drawn to scale; beyond, the line is full

/** The card's canvas, of its final size; `drawCard` fills it. @param {string} label  read out in its place */
export function makeCanvas(label) {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  canvas.className = "card-picture";
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", label);
  return canvas;
}

/**
 * Draws the card in the colours of the page.
 * @param {HTMLCanvasElement} canvas @param {CardText} text @param {number} days  from the decision to the signature
 */
export async function drawCard(canvas, text, days) {
  await fontsReady();
  const brush = canvas.getContext("2d");
  if (!brush) return;
  const colour = colours();
  brush.fillStyle = colour("--paper", "#f6f3ec");
  brush.fillRect(0, 0, WIDTH, HEIGHT);
  brush.fillStyle = colour("--ink", "#1f1b17");
  brush.fillRect(MARGIN, 62, WIDTH - 2 * MARGIN, 6);
  sentence(brush, text, colour);
  line(brush, text, days, colour);
  brush.fillStyle = colour("--ink", "#1f1b17");
  write(brush, text.question, MARGIN, 568, "700 44px");
  brush.fillStyle = colour("--button", "#c22a1f");
  const width = write(brush, text.course, WIDTH - MARGIN, 566, "700 30px", "right", colour("--ink", "#1f1b17"));
  disc(brush, WIDTH - MARGIN - width - 26, 556, 11);
}

/** « Ma vente s'est faite » / 41 « jours avant la signature. » @param {CanvasRenderingContext2D} brush @param {CardText} text @param {(name: string, otherwise: string) => string} colour */
function sentence(brush, { before, figure, after }, colour) {
  brush.fillStyle = colour("--ink", "#1f1b17");
  write(brush, before, MARGIN, 148, "400 52px");
  if (!figure) return void write(brush, after, MARGIN, 260, `700 ${fitting(brush, after, WIDTH - 2 * MARGIN, 84)}px`);
  brush.fillStyle = colour("--accent", "#a8231a");
  const width = digits(brush, figure, MARGIN - 6, 330, 210);
  brush.fillStyle = colour("--ink", "#1f1b17");
  const left = MARGIN + width + 28;
  write(brush, after, left, 330, `700 ${fitting(brush, after, WIDTH - MARGIN - left, 70)}px`);
}

/** The days between the two dates, to scale over a year. @param {CanvasRenderingContext2D} brush @param {CardText} text @param {number} days @param {(name: string, otherwise: string) => string} colour */
function line(brush, { decided, signed }, days, colour) {
  const length = (WIDTH - 2 * MARGIN) * (0.3 + 0.7 * Math.min(1, Math.abs(days) / LONGEST));
  const [first, last] = days < 0 ? [signed, decided] : [decided, signed];
  const end = MARGIN + (days === 0 ? 0 : length);
  brush.fillStyle = colour("--line", "#cfc6b5");
  brush.fillRect(MARGIN, AXIS - 1.5, WIDTH - 2 * MARGIN, 3);
  brush.fillStyle = colour("--ink", "#1f1b17");
  if (days !== 0) brush.fillRect(MARGIN, AXIS - 3, end - MARGIN, 6);
  const red = colour("--button", "#c22a1f");
  const ink = colour("--ink", "#1f1b17");
  for (const [x, name, isFirst] of /** @type {const} */ ([[MARGIN + 13, first, true], [end, last, false]])) {
    if (days === 0 && isFirst) continue;
    brush.fillStyle = name === decided || days === 0 ? red : ink;
    disc(brush, Math.max(x, MARGIN + 13), AXIS, 13);
    brush.fillStyle = colour("--muted", "#645b50");
    const label = days === 0 ? `${decided}, ${signed}` : name;
    write(brush, label, isFirst || days === 0 ? MARGIN : end + 13, AXIS + 48, "400 28px", isFirst || days === 0 ? "left" : "right");
  }
}

/**
 * Draws a whole number in lining digits, which a canvas cannot ask the font for; its width.
 * @param {CanvasRenderingContext2D} brush @param {string} figure @param {number} x @param {number} y @param {number} size
 */
function digits(brush, figure, x, y, size) {
  brush.save();
  brush.translate(x, y);
  brush.scale(size / 1000, -size / 1000);
  let width = 0;
  for (const digit of figure) {
    brush.fill(new Path2D(DIGITS[digit].path));
    brush.translate(DIGITS[digit].width, 0);
    width += (DIGITS[digit].width * size) / 1000;
  }
  brush.restore();
  return width;
}

/** @param {CanvasRenderingContext2D} brush @param {number} x @param {number} y @param {number} radius */
function disc(brush, x, y, radius) {
  brush.beginPath();
  brush.arc(x, y, radius, 0, 2 * Math.PI);
  brush.fill();
}

/** Writes `text`; its width. @param {CanvasRenderingContext2D} brush @param {string} text @param {number} x @param {number} y @param {string} font  weight and size @param {CanvasTextAlign} [align] @param {string} [colour] */
function write(brush, text, x, y, font, align = "left", colour = "") {
  const before = brush.fillStyle;
  brush.font = `${font} ${FAMILY}`;
  brush.textAlign = align;
  if (colour) brush.fillStyle = colour;
  brush.fillText(text, x, y);
  brush.fillStyle = before;
  return brush.measureText(text).width;
}

/** The largest size, `most` at best, at which `text` keeps within `width`. @param {CanvasRenderingContext2D} brush @param {string} text @param {number} width @param {number} most */
function fitting(brush, text, width, most) {
  brush.font = `700 ${most}px ${FAMILY}`;
  return Math.min(most, Math.floor((most * width) / brush.measureText(text).width));
}

/** The page's own colours, light or dark. */
function colours() {
  const style = getComputedStyle(document.documentElement);
  return (/** @type {string} */ name, /** @type {string} */ otherwise) => style.getPropertyValue(name).trim() || otherwise;
}

/** The page's own type, if it comes within a second. */
const fontsReady = () =>
  Promise.race([
    Promise.all(["400 40px Vollkorn", "700 40px Vollkorn"].map((font) => document.fonts.load(font))).catch(() => []),
    new Promise((resolve) => setTimeout(resolve, 1000)),
  ]);

/** @param {HTMLCanvasElement} canvas @returns {Promise<Blob | null>} */
export const picture = (canvas) => new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
