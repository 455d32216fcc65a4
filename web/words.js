// @ts-check
// The interface words (book/fr/interface.toml). A bundle carries those that its scripts name, whole ("item.none") or by
// their beginning (`item.${way}`, "card."): see web/build.mjs.

import catalogue from "denouement-words";

export { catalogue };

/** The interface word `key`, its {params} filled in. @param {string} key @param {Record<string, string | number>} [params] */
export function words(key, params = {}) {
  const text = catalogue[key];
  if (text === undefined) console.error(`no interface word ${key} in this script`); // ours to mend: tests allow no error
  return (text ?? key).replace(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole));
}

/** Whether there is a word `key`. @param {string} key */
export const hasWord = (key) => key in catalogue;
