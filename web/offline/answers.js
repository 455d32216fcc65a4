// @ts-check
// What a page of the course receives when it asks for a file: what is kept, else what the network has.

import { isChanged } from "./store.js";

/**
 * @typedef {import("./course.js").File} File
 * @typedef {object} Parts
 * @property {ReturnType<typeof import("./course.js").openCourse>} course
 * @property {ReturnType<typeof import("./store.js").openStore>} store
 * @property {ReturnType<typeof import("./strangers.js").openStrangers>} strangers
 * @property {() => Promise<Response | null>} takeover  what to show while a new version takes over, if it does
 * @property {() => Promise<Response>} nothing           the page shown where there is none
 * @property {() => void} outdated                       the network has another version
 */

/** @param {Parts} parts @returns {(event: FetchEvent) => void} */
export function openAnswers({ course, store, strangers, takeover, nothing, outdated }) {
  return (event) => {
    const { request } = event;
    const path = course.path(request.url);
    if (path === null || request.method !== "GET" || request.headers.has("Range")) return;
    const file = course.files.get(path);
    if (request.mode === "navigate") event.respondWith(page(event, path, file));
    else if (file) event.respondWith(part(event, file));
  };

  /** @param {FetchEvent} event @param {string} path @param {File} [file] @returns {Promise<Response>} */
  async function page(event, path, file) {
    const interim = await takeover();
    if (interim) return interim;
    // Without its final slash, every relative address of a folder's page would point one folder too high.
    if (course.files.has(`${path}/index.html`)) return Response.redirect(`${course.address(path)}/${new URL(event.request.url).search}`);
    const held = file && (await store.get(file));
    if (held) return held;
    try {
      return file ? await freshPage(event, file) : await fetch(event.request);
    } catch {
      return nothing();
    }
  }

  /** A page is read to its end before it is shown: of another version, all that it asks for must be of that version. @param {FetchEvent} event @param {File} file */
  async function freshPage(event, file) {
    const { request } = event;
    const response = await fetch(request.url, { cache: "no-cache" });
    const body = await response.arrayBuffer();
    const { status, headers } = response;
    const answer = new Response(body.slice(0), { status, headers: { "Content-Type": headers.get("Content-Type") ?? "text/html" } });
    if (!response.ok) return answer;
    try {
      await store.keep(file, body, headers.get("Content-Type"));
    } catch (error) {
      if (isChanged(error)) {
        await strangers.add(event.resultingClientId);
        outdated();
      }
    }
    return answer;
  }

  /** What a page loads passes at once, and is verified behind it. @param {FetchEvent} event @param {File} file */
  async function part(event, file) {
    if (await strangers.has(event.clientId)) return fetch(event.request);
    const held = await store.get(file);
    if (held) return held;
    const response = await fetch(event.request, { cache: "no-cache" });
    if (response.ok) event.waitUntil(keepBehind(file, response.clone()));
    return response;
  }

  /** @param {File} file @param {Response} response */
  async function keepBehind(file, response) {
    try {
      await store.keep(file, await response.arrayBuffer(), response.headers.get("Content-Type"));
    } catch (error) {
      // No room, or the page gave the download up: it is not kept, and the page has what it asked for.
      if (isChanged(error)) outdated();
    }
  }
}
