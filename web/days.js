// @ts-check
// Days between two dates of the learner's own deal. Dates are days of the calendar, without hour or time zone.

const DAY = 86_400_000;
const [FIRST_YEAR, LAST_YEAR] = [1950, 2100]; // a year half typed (0026) is not a date

/** Days since 1970-01-01; null when the text is no date of the calendar. @param {string} text  "2026-02-28", or "28/02/2026" @returns {number | null} */
export function dayNumber(text) {
  const cleaned = text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cleaned);
  const french = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(cleaned);
  const parts = iso ? iso.slice(1) : french ? french.slice(1).reverse() : null;
  if (!parts) return null;
  const [year, month, day] = parts.map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= FIRST_YEAR && year <= LAST_YEAR ? date.getTime() / DAY : null;
}

/**
 * What two dates say: the days from the decision to the signature (negative: decided after), and the key of the
 * sentence; `days` is null when one of them is no date.
 * @param {string} decided @param {string} signed
 * @returns {{ days: number, key: "before" | "same" | "after" } | { days: null, key: "missing" | "wrong" }}
 */
export function between(decided, signed) {
  if (!decided.trim() || !signed.trim()) return { days: null, key: "missing" };
  const [from, to] = [dayNumber(decided), dayNumber(signed)];
  if (from === null || to === null) return { days: null, key: "wrong" };
  const days = to - from;
  return { days, key: days > 0 ? "before" : days < 0 ? "after" : "same" };
}

/** Where the sentence of `key` stands: "dates.before.many"… @param {string} group  "dates." or "card." @param {{ days: number, key: string }} result */
export function wordsKey(group, { days, key }) {
  return days === 0 ? `${group}same` : `${group}${key}.${Math.abs(days) < 2 ? "one" : "many"}`;
}
