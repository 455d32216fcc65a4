// @ts-check
// The columns and the sentences that Python precomputed over a whole grid, see `denouement.columns`.

/**
 * @typedef {{ type: string, data: string, words?: string[], decimals?: number, fixed?: boolean }} Column
 * @typedef {{ count: number, columns: Record<string, Column> }} Table
 * @typedef {{ key: Column, slots: Record<string, Record<string, string[]>>, holes: Record<string, Column> }} Sentences
 * @typedef {(place: number) => any} Reader
 */

/** @type {Record<string, any>} the same names stand in denouement/columns.py */
const ARRAYS = { u1: Uint8Array, i1: Int8Array, u2: Uint16Array, i2: Int16Array, u4: Uint32Array, i4: Int32Array };

/** What gives the value of a column at a place: a word, or the number that Python rounded. @param {Column} column @returns {Reader} */
export function reader(column) {
  const bytes = Uint8Array.from(atob(column.data), (character) => character.charCodeAt(0));
  const codes = new ARRAYS[column.type](bytes.buffer);
  const { words } = column;
  if (words) return (place) => words[codes[place]];
  const unit = 10 ** (column.decimals ?? 0);
  return (place) => codes[place] / unit;
}

/** What gives the rows of a table at a position. @param {Table} table @returns {(position: number) => Record<string, any>[]} */
export function tableReader({ count, columns }) {
  const read = Object.entries(columns).map(([name, column]) => ({ name, fixed: column.fixed, value: reader(column) }));
  return (position) =>
    Array.from({ length: count }, (_, row) =>
      Object.fromEntries(read.map(({ name, fixed, value }) => [name, value(fixed ? row : position * count + row)])),
    );
}

/** What says the sentence of a slot at a position; "" where the author wrote none. @param {Sentences} sentences */
export function sentenceReader({ key, slots, holes }) {
  const keyAt = reader(key);
  const fill = Object.fromEntries(Object.entries(holes).map(([hole, column]) => [hole, reader(column)]));
  return {
    key: keyAt,
    /** @param {string} slot @param {number} position @returns {string} */
    say: (slot, position) =>
      (slots[slot]?.[keyAt(position)] ?? []).map((part, n) => (n % 2 ? fill[part](position) : part)).join(""),
  };
}
