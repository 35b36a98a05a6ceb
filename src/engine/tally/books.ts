import { terms } from '../columns/terms.ts';
import { visible } from '../columns/visible.ts';
import { bookSums } from '../ledger.ts';
import type { TallyPlan } from './plan.ts';
import { bookSumIndex, laterSums, signedSums } from './sum-index.ts';

/** Places of what time brings, within an age. */
const defaults = bookSumIndex.defaults - signedSums;
const realisedProfit = bookSumIndex.realisedProfit - signedSums;

/** An asking of lender j, in the books at `at`. */
export function enterAsking(sums: Float64Array, at: number, j: number): void {
  sums[at + j * signedSums + bookSumIndex.asked] += 1;
}

/** Askings of lender j so far, in the books at `at`. */
export function askingsOf(sums: Float64Array, at: number, j: number): number {
  return sums[at + j * signedSums + bookSumIndex.asked];
}

/** The loans of rows `rows[0 … n − 1]` as they are signed. */
export function enterSigned(
  { lenders, operating, fee }: Pick<TallyPlan, 'lenders' | 'operating' | 'fee'>,
  rows: Int32Array,
  n: number,
  sums: Float64Array,
  at: number,
): void {
  const { lender, estimate, rate } = terms;
  const { size } = visible;
  const later = at + lenders * signedSums;
  for (let k = 0; k < n; k++) {
    const r = rows[k];
    const j = lender[r];
    const book = at + j * signedSums;
    sums[book + bookSumIndex.loans] += 1;
    sums[book + bookSumIndex.principal] += size[r];
    sums[book + bookSumIndex.estimate] += estimate[r];
    sums[book + bookSumIndex.apr] += 4 * rate[r];
    sums[later + j * laterSums + realisedProfit] -= size[r] * (1 + operating[j]) + fee[j];
  }
}

/** What lender j receives from loans of this age, discounted to their signing. */
export function enterReceived(
  lenders: number,
  age: number,
  j: number,
  value: number,
  sums: Float64Array,
  at: number,
): void {
  sums[at + lenders * signedSums + (age * lenders + j) * laterSums + realisedProfit] += value;
}

/** A default on a loan of lender j of this age. */
export function enterDefault(
  lenders: number,
  age: number,
  j: number,
  sums: Float64Array,
  at: number,
): void {
  sums[at + lenders * signedSums + (age * lenders + j) * laterSums + defaults] += 1;
}

/** Adds the quarter's totals over all leaves, from `at` on, to the ledger's books. */
export function enterBooks(
  { lenders, term }: Pick<TallyPlan, 'lenders' | 'term'>,
  totals: Float64Array,
  at: number,
  quarter: number,
  books: Float64Array,
): void {
  const width = bookSums.length;
  for (let j = 0; j < lenders; j++) {
    const to = (quarter * lenders + j) * width;
    for (let k = 0; k < signedSums; k++) books[to + k] += totals[at + j * signedSums + k];
  }
  const later = at + lenders * signedSums;
  for (let age = Math.min(term - 1, quarter); age >= 0; age--) {
    for (let j = 0; j < lenders; j++) {
      const to = ((quarter - age) * lenders + j) * width + signedSums;
      const from = later + (age * lenders + j) * laterSums;
      for (let k = 0; k < laterSums; k++) books[to + k] += totals[from + k];
    }
  }
}
