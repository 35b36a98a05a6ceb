import type { Files, People } from '../seen.ts';

/** Quarters within which a file must have moved to be scored. */
const fresh = 8;

export function hasFile({ length }: Files, i: number): boolean {
  return length[i] > 0;
}

/** Whether a file is neither too thin (one record) nor too old (none in the last eight quarters) to be scored. */
export function isScored(
  { length, newest, repaid, defaults, openLoans }: Files,
  i: number,
): boolean {
  return length[i] > 0 && repaid[i] + defaults[i] + openLoans[i] > 1 && newest[i] <= fresh;
}

/** Share of people of whom something holds. */
export function shareOf(rows: ArrayLike<number>, holds: (i: number) => boolean): number {
  let count = 0;
  for (let k = 0; k < rows.length; k++) count += Number(holds(rows[k]));
  return count / rows.length;
}

export function everybodyOf({ n }: Pick<People, 'n'>): Int32Array {
  return Int32Array.from({ length: n }, (_, i) => i);
}

/** People by a column, in five groups of equal size, lowest first; ties in order of number. */
export function fifthsBy(column: Float64Array, rows: Int32Array): Int32Array[] {
  const order = rows.slice().sort((a, b) => column[a] - column[b] || a - b);
  const bound = (k: number) => Math.floor((order.length * k) / 5);
  return Array.from({ length: 5 }, (_, k) => order.subarray(bound(k), bound(k + 1)));
}
