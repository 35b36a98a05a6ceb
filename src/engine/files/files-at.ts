import { roll } from '../columns/roll.ts';
import { maxRows } from '../columns/shape.ts';
import type { Records } from './records.ts';

/** Where each row's files lie: a place of every map of the records. */
export const filesAt = new Int32Array(maxRows);

/** Finds the files of the page's rows: fills `filesAt`. */
export function findFiles({ places }: Records, page: number): void {
  const { n, slot, place } = roll;
  const from = page * places;
  for (let r = 0; r < n; r++) filesAt[r] = from + place[slot[r]];
}
