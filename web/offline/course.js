// @ts-check
// The files of one version of the course, as the build listed them, and where they stand.

/**
 * @typedef {object} File
 * @property {string} path    relative to the root of the site
 * @property {string} digest  the first bytes of its SHA-256, in hexadecimal
 * @property {number} size    bytes
 * @property {string} [inside] of a .gz: the digest of what it holds
 *
 * @typedef {{ version: string, opening: string, files: [string, string, number, string?][] }} Listing
 * @typedef {"course" | "notebooks"} Group
 */

/** Kept only when asked for by name: the notebook application, and what is downloaded. */
const NOTEBOOKS = /^(lite|telecharger)\//;
/** What tells a new version of a file by its name: `worker-f678f84c3885.mjs`. */
const HASH = /[-.+](?=[0-9a-z]*[0-9])[0-9a-f]{8,}(?=[-.])/g;

/** @type {Group[]} */
export const GROUPS = ["course", "notebooks"];

/** @param {Listing} listing @param {string} root  the address of the site, with its final slash */
export function openCourse(listing, root) {
  const files = new Map(listing.files.map(([path, digest, size, inside]) => [path, { path, digest, size, inside }]));
  const roles = new Map([...files.keys()].map((path) => [role(path), path]));
  return {
    version: listing.version,
    /** Said while another version takes over. */
    opening: listing.opening,
    root,
    files,
    /** Where `path` stands. @param {string} path */
    address: (path) => root + path.split("/").map(encodeURIComponent).join("/"),
    /** The path of an address under the root, or null: what comes after ? and # says nothing about the file. @param {string} address */
    path(address) {
      const { origin, pathname } = new URL(address);
      if (!(origin + pathname).startsWith(root)) return null;
      try {
        const path = decodeURIComponent((origin + pathname).slice(root.length));
        return path === "" || path.endsWith("/") ? `${path}index.html` : path;
      } catch {
        return null; // not an address that this site has
      }
    },
    /** The files kept on request under the name `group`. @param {Group} group @returns {File[]} */
    group: (group) => [...files.values()].filter(({ path }) => NOTEBOOKS.test(path) === (group === "notebooks")),
    /** The file that does here what `path` did in another version. @param {string} path @returns {File | undefined} */
    heir: (path) => files.get(path) ?? files.get(roles.get(role(path)) ?? ""),
  };
}

/** @param {string} path */
const role = (path) => path.replaceAll(HASH, "*");
