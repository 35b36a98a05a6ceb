import { mostTiers } from '../../institutions/institution.ts';
import { slotsPerPage } from '../columns/shape.ts';
import { ageOf, Status, vintageStart, type LoanBook, type OpenLoans } from '../loans/book.ts';
import type { ReportPlan } from './report-plan.ts';

/** Most sets of lenders whose balances readers add up: as many as there are lenders. */
const maxSets = 32;

/** Bit q: an open loan of lender q is on file in holding h, at h · slotsPerPage + slot. */
export const openOnFile = new Uint32Array(mostTiers * slotsPerPage);
/** Balances on file of the lenders of set g, at g · slotsPerPage + slot. */
export const balanceOnFile = new Float64Array(maxSets * slotsPerPage);
/** Sets of the holdings in which the loan at hand stands: 1 bit a lender, by set. */
const seen = new Uint32Array(maxSets);

/**
 * Open loans as bureaus hold them: those of at least the threshold, from 1 + lag quarters after signing on, with their
 * balance at the start of the quarter; without error. In book order, the oldest vintage first. Readers see to whose they
 * may see: lenders that furnish nothing are in nobody's set. A loan that stands in two tiers is added once.
 */
export function fileOpenLoans(
  plan: ReportPlan,
  book: LoanBook,
  { balance }: Pick<OpenLoans, 'balance'>,
  page: number,
  quarter: number,
): void {
  const { balanceSets, setCount, holdings } = plan;
  const { slot, lender, status, size, capacity, term } = book;
  openOnFile.fill(0, 0, holdings.length * slotsPerPage);
  balanceOnFile.fill(0, 0, setCount * slotsPerPage);
  if (setCount === 0) return;
  const several = holdings.length > 1;
  const lag = Math.min(...holdings.map((holding) => holding.lag));
  const threshold = Math.min(...holdings.map((holding) => holding.threshold));
  if (!several) for (let g = 0; g < setCount; g++) seen[g] = balanceSets[g];
  for (let age = term - 1; age >= 1 + lag; age--) {
    if (age > quarter) continue;
    const v = (quarter - age) % term;
    if (ageOf(term, quarter, v) !== age) continue;
    const from = vintageStart(book, page, v);
    const end = from + book.count[page * term + v];
    const local = v * capacity - from;
    for (let loan = from; loan < end; loan++) {
      if (status[loan] !== Status.open || size[loan] < threshold) continue;
      const s = slot[loan];
      const q = lender[loan];
      if (several) enter(plan, age, size[loan], q, s);
      else openOnFile[s] |= 1 << q;
      for (let g = 0; g < setCount; g++) {
        // A product instead of a branch: loans of a set come in no order.
        balanceOnFile[g * slotsPerPage + s] += ((seen[g] >>> q) & 1) * balance[local + loan];
      }
    }
  }
}

/** The loan stands in those holdings that have one of its age and size; whoever reads it in any of them sees it. */
function enter(
  { holdings, balanceSets, setCount }: ReportPlan,
  age: number,
  size: number,
  q: number,
  s: number,
): void {
  seen.fill(0, 0, setCount);
  for (let h = 0; h < holdings.length; h++) {
    if (age < 1 + holdings[h].lag || size < holdings[h].threshold) continue;
    openOnFile[h * slotsPerPage + s] |= 1 << q;
    for (let g = 0; g < setCount; g++) seen[g] |= balanceSets[g * holdings.length + h];
  }
}
