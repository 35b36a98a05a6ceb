import { hidden } from '../columns/hidden.ts';
import { outcome } from '../columns/outcome.ts';
import { leafSize } from '../columns/shape.ts';
import type { LoanBook, LoanQuarter } from '../loans/book.ts';
import { owing } from '../loans/outlook.ts';
import { sumIndex } from './sum-index.ts';

/**
 * Stocks of a leaf's borrowers, new loans included, into the sums of the calendar quarter at `at`.
 *
 * @param leaf which leaf of the page
 * @param size borrowers of the page
 * @param from place in `owing` where the leaf begins
 * @returns where it ends
 */
export function sumStocks(
  leaf: number,
  size: number,
  from: number,
  sums: Float64Array,
  at: number,
): number {
  const { income } = hidden;
  const { slot } = owing;
  const { loans, service } = outcome;
  const begin = leaf * leafSize;
  const end = begin + leafSize < size ? begin + leafSize : size;
  let incomes = 0;
  for (let i = begin; i < end; i++) incomes += income[i];
  let open = 0;
  let several = 0;
  let due = 0;
  let burden = 0;
  let k = from;
  for (; k < owing.n && slot[k] < end; k++) {
    const s = slot[k];
    open += loans[s];
    several += Number(loans[s] > 1);
    due += service[s];
    burden += service[s] / income[s];
  }
  sums[at + sumIndex.openLoans] = open;
  sums[at + sumIndex.owing] = k - from;
  sums[at + sumIndex.owingSeveral] = several;
  sums[at + sumIndex.service] = due;
  sums[at + sumIndex.serviceToIncome] = burden;
  sums[at + sumIndex.income] = incomes;
  return k;
}

/** Adds what is owed before the instalment on loans `from … to − 1` of a vintage that live through the quarter. */
export function addBalances(
  book: LoanBook,
  now: LoanQuarter,
  vintage: number,
  from: number,
  to: number,
  sums: Float64Array,
  at: number,
): void {
  const local = vintage * book.capacity;
  let owed = 0;
  for (let k = from; k < to; k++) {
    if (now.wasOpen[local + k] === 1) owed += now.balance[local + k];
  }
  sums[at + sumIndex.openBalance] += owed;
}
