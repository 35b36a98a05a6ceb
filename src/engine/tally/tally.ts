import { roll } from '../columns/roll.ts';
import { leavesPerPage, leafSize } from '../columns/shape.ts';
import { counts } from '../ledger.ts';
import type { LoanBook, LoanQuarter, Motives } from '../loans/book.ts';
import { sumAccounts } from './accounts.ts';
import { enterBooks } from './books.ts';
import { countAskings, sumApplicants } from './applicants.ts';
import { tallyCount, type TallyPlan } from './plan.ts';
import { sumSigned } from './signed.ts';
import { addBalances, sumStocks } from './stocks.ts';
import { lenderSumCount, sumCount, sumIndex } from './sum-index.ts';

/**
 * The quarter's sums of one page, leaf by leaf: row `age` of a leaf's part of `sums` is added to the ledger's row of the
 * quarter `quarter − age`; then come the lenders' sums and books. After `weighOffers` and `settle`, before balances move on.
 *
 * @param at where the first leaf of the page begins in `sums`, at its accounts
 * @param stride from one leaf to the next
 */
export function tally(
  plan: TallyPlan,
  book: LoanBook,
  motives: Motives,
  now: LoanQuarter,
  page: number,
  quarter: number,
  sums: Float64Array,
  at: number,
  stride: number,
): void {
  const { term, lenders } = plan;
  const width = tallyCount(plan);
  const counted = counts(plan, quarter);
  let row = 0;
  let owes = 0;
  for (let leaf = 0; leaf < leavesPerPage && leaf * leafSize < roll.size; leaf++) {
    const to = at + leaf * stride;
    const books = to + term * sumCount;
    const byQuarter = books + lenders * lenderSumCount;
    sums.fill(0, to, to + width);
    const end = roll.leafOriginals[leaf];
    sumApplicants(plan, row, end, sums, to);
    countAskings(plan, row, end, sums, books, byQuarter, counted);
    sumSigned(plan, row, end, sums, to, books, byQuarter, counted);
    owes = sumStocks(leaf, roll.size, owes, sums, to);
    for (let age = Math.min(term - 1, quarter); age >= 0; age--) {
      const vintage = (quarter - age) % term;
      const ends = (page * term + vintage) * 2 * leavesPerPage;
      const first = leaf === 0 ? 0 : book.leafEnds[ends + 2 * leaf - 1];
      const last = book.leafEnds[ends + 2 * leaf];
      addBalances(book, now, vintage, first, last, sums, to);
      const signed = counts(plan, quarter - age);
      sumAccounts(
        plan,
        book,
        motives,
        now,
        page,
        vintage,
        age,
        first,
        last,
        sums,
        to + age * sumCount,
        books,
        byQuarter,
        signed,
      );
    }
    row = roll.leafEnd[leaf];
  }
}

/** Adds the quarter's totals over all leaves to the ledger: a row of sums for each age, the lenders' sums, their books. */
export function enterTotals(
  plan: TallyPlan,
  totals: Float64Array,
  at: number,
  quarter: number,
  sums: Float64Array,
  books: Float64Array,
  byQuarter: Float64Array,
): void {
  const { term, lenders } = plan;
  for (let age = Math.min(term - 1, quarter); age >= 0; age--) {
    const row = (quarter - age) * sumCount;
    for (let k = 0; k < sumCount; k++) sums[row + k] += totals[at + age * sumCount + k];
  }
  const from = at + term * sumCount;
  for (let k = 0; k < lenders * lenderSumCount; k++) books[k] += totals[from + k];
  enterBooks(plan, totals, from + lenders * lenderSumCount, quarter, byQuarter);
}

/** What follows from the other rows, once they are complete: the two sides' gains, and welfare. */
export function completeSums(sums: Float64Array): void {
  for (let at = 0; at < sums.length; at += sumCount) {
    const of = (name: keyof typeof sumIndex) => sums[at + sumIndex[name]];
    const losses = of('stigma') + of('enforcement') + of('effortCost') + of('perksLost');
    const paid = of('instalments') + of('collectionsTaken') + of('collateralLost');
    const given = of('outside') + of('leakLosses');
    const surplus = of('use') - paid - losses - given - of('misreportingCost');
    const profit = of('lenderInflow') - of('resources') - of('fees');
    sums[at + sumIndex.borrowerSurplus] = surplus;
    sums[at + sumIndex.lenderProfit] = profit;
    sums[at + sumIndex.welfare] = surplus + profit + of('fees') - of('institutionCost');
  }
}
