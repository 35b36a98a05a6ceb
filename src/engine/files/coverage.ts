import { pageSize } from '../../random/draws.ts';
import { rollWriter } from '../columns/roll.ts';
import { lenderStride } from '../columns/shape.ts';
import { visible } from '../columns/visible.ts';
import type { LoanBook, OpenLoans } from '../loans/book.ts';
import type { Records } from './records.ts';
import type { ReportPlan } from './report-plan.ts';
import { readReports } from './reports.ts';

/**
 * Borrowers of one page on whom, in this quarter, some lender's access shows a record or an open loan of another lender:
 * every report on everybody is read, as if all of them asked all lenders.
 *
 * @param borrowers of the market
 */
export function countCovered(
  plan: ReportPlan,
  records: Records,
  book: LoanBook,
  now: OpenLoans,
  borrowers: number,
  page: number,
  quarter: number,
): number {
  const { slot } = rollWriter;
  const { sharedRepaid, sharedDefaults, fileExists } = visible;
  const size = Math.min(pageSize, borrowers - page * pageSize);
  rollWriter.n = size;
  for (let r = 0; r < size; r++) slot[r] = r;
  readReports(plan, records, book, now, page, quarter); // balances are old, but only whether there is a file counts
  let covered = 0;
  for (let r = 0; r < size; r++) {
    let found = 0;
    for (let j = 0; j < plan.lenders; j++) {
      const c = j * lenderStride + r;
      found |= sharedRepaid[c] | sharedDefaults[c] | fileExists[c];
    }
    covered += Number(found !== 0);
  }
  return covered;
}
