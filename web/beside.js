// @ts-check
// Scripts that a page loads only when it needs them. They stand beside this one, whatever the address of the page
// (file:// too), and hand over what they offer as a property of the window.

// Known only while this script runs.
const SCRIPT = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src ?? "";

/** The address of `name` beside this script. @param {string} name */
export const beside = (name) => new URL(name, SCRIPT || document.baseURI).href;

/** @type {Map<string, Promise<any>>} */
const asked = new Map();

/**
 * What the script at `address` offers as `globalThis[property]`; fetched once, and again after a failure.
 * @param {string} address @param {string} property @returns {Promise<any>}
 */
export function load(address, property) {
  const known = asked.get(address);
  if (known) return known;
  const coming = new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    const fail = () => reject(new Error(`${address} could not be loaded`));
    script.onload = () => {
      const offered = /** @type {any} */ (globalThis)[property];
      if (offered) resolve(offered);
      else fail(); // another page in its place: the sign-in of a network, say
    };
    script.onerror = fail;
    document.head.append(script);
  });
  asked.set(address, coming);
  coming.catch(() => asked.delete(address));
  return coming;
}
