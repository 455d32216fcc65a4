// @ts-check
// What this browser keeps of the course: bodies under their path and digest. A body whose digest is not the listed one
// never enters, so that a file of one version cannot be taken for the same file of another.

/**
 * @typedef {import("./course.js").File} File
 * @typedef {import("./course.js").Group} Group
 * @typedef {"network" | "changed" | "full" | "stopped"} Trouble
 */

/** Why a file could not be kept. */
export class NotKept extends Error {
  /** @param {Trouble} trouble @param {string} path */
  constructor(trouble, path) {
    super(`${path}: ${trouble}`);
    this.trouble = trouble;
  }
}

/** Whether the network has another version of what could not be kept. @param {unknown} error */
export const isChanged = (error) => error instanceof NotKept && error.trouble === "changed";

/** @param {ReturnType<typeof import("./course.js").openCourse>} course */
export function openStore(course) {
  // Several courses may share an origin; each has its own root.
  const opened = () => caches.open(`denouement ${course.root}`);
  const key = (/** @type {Pick<File, "path" | "digest">} */ { path, digest }) => `${course.address(path)}?${digest}`;
  const note = (/** @type {string} */ name) => `${course.root}?${name}`;
  return { get, keep, download, kept, keepOnly, forget, read, write };

  /** @param {File} file @returns {Promise<Response | undefined>} */
  async function get(file) {
    return (await opened()).match(key(file));
  }

  /** Keeps `body` if it is what the list says. @param {File} file @param {ArrayBuffer} body @param {string | null} type @throws {NotKept} */
  async function keep(file, body, type) {
    const digest = await digestOf(body, file.digest.length);
    if (digest !== file.digest && digest !== file.inside) throw new NotKept("changed", file.path);
    const headers = { "Content-Type": type ?? "application/octet-stream", "Content-Length": String(body.byteLength) };
    try {
      await (await opened()).put(key(file), new Response(body, { headers }));
    } catch {
      throw new NotKept("full", file.path); // the only thing that putting a body in a cache is refused for
    }
  }

  /**
   * Fetches and keeps `file`, unless it is there.
   * @param {File} file @param {{ signal?: AbortSignal, tick?: (bytes: number) => void }} [options] @throws {NotKept}
   */
  async function download(file, { signal, tick = () => {} } = {}) {
    if (await get(file)) return;
    const count = new TransformStream({
      transform(piece, controller) {
        tick(piece.length);
        controller.enqueue(piece);
      },
    });
    let body, type;
    try {
      const response = await fetch(course.address(file.path), { cache: "no-cache", signal });
      if (!response.ok) throw new NotKept("network", file.path);
      type = response.headers.get("Content-Type");
      body = await new Response(response.body?.pipeThrough(count)).arrayBuffer();
    } catch {
      throw new NotKept(signal?.aborted ? "stopped" : "network", file.path);
    }
    await keep(file, body, type);
  }

  /** Every path and digest that is kept, of whatever version. @returns {Promise<{ path: string, digest: string }[]>} */
  async function kept() {
    const requests = await (await opened()).keys();
    return requests
      .map(({ url }) => ({ path: course.path(url) ?? "", digest: new URL(url).search.slice(1) }))
      .filter(({ digest }) => /^[0-9a-f]+$/.test(digest));
  }

  /** Lets go of whatever is not a file of this version. */
  async function keepOnly() {
    const cache = await opened();
    for (const held of await kept())
      if (course.files.get(held.path)?.digest !== held.digest) await cache.delete(key(held));
  }

  async function forget() {
    await caches.delete(`denouement ${course.root}`);
  }

  /** A list of names kept beside the files. @param {string} name @returns {Promise<string[]>} */
  async function read(name) {
    return (await (await opened()).match(note(name)))?.json() ?? [];
  }

  /** @param {string} name @param {string[]} names */
  async function write(name, names) {
    await (await opened()).put(note(name), Response.json(names));
  }
}

/** @param {ArrayBuffer} body @param {number} length  characters of hexadecimal */
async function digestOf(body, length) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return [...bytes.subarray(0, length / 2)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
