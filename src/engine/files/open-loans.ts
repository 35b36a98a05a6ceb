import { slotsPerPage } from '../columns/shape.ts';
import { ageOf, Status, vintageStart, type LoanBook, type OpenLoans } from '../loans/book.ts';
import type { ReportPlan } from './report-plan.ts';

/** Most sets of lenders whose balances readers add up: as many as there are lenders. */
const maxSets = 32;

/** Bit q: an open loan of lender q is on file, by slot. */
export const openOnFile = new Uint32Array(slotsPerPage);
/** Balances on file of the lenders of set g, at g · slotsPerPage + slot. */
export const balanceOnFile = new Float64Array(maxSets * slotsPerPage);

/**
 * Open loans as bureaus hold them: those of at least the threshold, from 1 + lag quarters after signing on, with their
 * balance at the start of the quarter; without error. In book order, the oldest vintage first. Whose they are to see is the
 * readers' affair: lenders that furnish nothing are in nobody's set.
 */
export function fileOpenLoans(
  plan: ReportPlan,
  book: LoanBook,
  { balance }: Pick<OpenLoans, 'balance'>,
  page: number,
  quarter: number,
): void {
  const { balanceSets, rules } = plan;
  const { slot, lender, status, size, capacity, term } = book;
  openOnFile.fill(0);
  balanceOnFile.fill(0, 0, balanceSets.length * slotsPerPage);
  if (balanceSets.length === 0) return;
  for (let age = term - 1; age >= 1 + rules.lag; age--) {
    if (age > quarter) continue;
    const v = (quarter - age) % term;
    if (ageOf(term, quarter, v) !== age) continue;
    const from = vintageStart(book, page, v);
    const end = from + book.count[page * term + v];
    const local = v * capacity - from;
    for (let loan = from; loan < end; loan++) {
      if (status[loan] !== Status.open || size[loan] < rules.threshold) continue;
      const s = slot[loan];
      const q = lender[loan];
      openOnFile[s] |= 1 << q;
      for (let g = 0; g < balanceSets.length; g++) {
        // A product instead of a branch: loans of a set come in no order.
        balanceOnFile[g * slotsPerPage + s] += ((balanceSets[g] >>> q) & 1) * balance[local + loan];
      }
    }
  }
}
