// @ts-check
// The page shown when there is no network and the one asked for was never kept: it lists those that were.

import { NOTHING } from "./renewal.js";

const PLACE = "<!-- pages -->"; // in the page that the build made
const APART = /^(lite\/|404\.html$|hors-ligne\.html$|search\.html$|instructor\/)/;

/**
 * @param {ReturnType<typeof import("./course.js").openCourse>} course
 * @param {ReturnType<typeof import("./store.js").openStore>} store
 * @returns {Promise<Response>}
 */
export async function nothingPage(course, store) {
  const file = course.files.get(NOTHING);
  const held = file && (await store.get(file));
  if (!held) return Response.error();
  const rows = (await titles(course, store)).map(([path, title]) => `<li><a href="${course.address(path)}">${title}</a></li>`);
  const html = (await held.text()).replace(PLACE, () => rows.join("\n"));
  return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/** Path and title of each page that is kept, the home first. */
async function titles(/** @type {any} */ course, /** @type {any} */ store) {
  /** @type {[string, string][]} */
  const found = [];
  for (const [path, file] of course.files) {
    if (!path.endsWith(".html") || APART.test(path)) continue;
    const title = /<title>(.*?)<\/title>/s.exec((await (await store.get(file))?.text()) ?? "")?.[1];
    if (title) found.push([path, title.split(" — ")[0]]);
  }
  return found.sort(([a], [b]) => rank(a) - rank(b));
}

/** @param {string} path */
const rank = (path) => (path === "index.html" ? 0 : path.startsWith("chapters/") ? 1 : 2);
