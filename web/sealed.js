// @ts-check
// What an item keeps out of plain sight.

/** What was turned at compile time, see `denouement.catalogue.turned`. @param {string} text @returns {any} */
export function unseal(text) {
  return JSON.parse(text.replace(/[!-~]/g, (sign) => String.fromCharCode(33 + ((sign.charCodeAt(0) + 14) % 94))));
}
