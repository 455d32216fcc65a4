// @ts-check
// What the short text of the state is written with, for who writes it and who reads it.

export const MINUTE = 60_000;
export const FIRST_DAY = Date.UTC(2026, 0, 1);
export const OUTCOMES = ["none", "failed", "passed", "unjudged", "error", "predicted"];
export const LAST_STOP = 50; // a bit each, in one JavaScript number

/** The score that goes without saying: 1 of 1 when right, 0 of 1 when wrong, none when not judged. @param {boolean | null} success */
export const usualScore = (success) => (success === null ? null : { raw: success ? 1 : 0, max: 1 });

/** The placement of a page's items: "chapters/03-boulanger" → "03-boulanger". @param {string} doc */
export const stem = (doc) => doc.slice(doc.lastIndexOf("/") + 1);

/** ASCII without any of the separators | : ; _ * ~. @param {string} text */
export function escape(text) {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, ""))
    .replace(/%2C/g, ",")
    .replace(/%3D/g, "=")
    .replace(/%2F/g, "/")
    .replace(/[_~*!'()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** "" when it was not written by `escape`. @param {string} text */
export function unescape(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
