import type { Column } from '../../institutions/institution.ts';

/**
 * Lists the rows whose mask has one of these bits, in order, from `out[at]` on.
 *
 * Every row is written, and the next one overwrites it unless it belongs: a branch would be guessed wrong
 * too often. So `out` needs room for one row more.
 *
 * @param mask one word a row
 * @param n rows
 * @returns how many there are
 */
export function rowsWith(bits: number, mask: Column, n: number, out: Int32Array, at = 0): number {
  let end = at;
  for (let r = 0; r < n; r++) {
    out[end] = r;
    end += Number((mask[r] & bits) !== 0);
  }
  return end - at;
}
