import { roll } from '../columns/roll.ts';
import { lenderStride, maxRows, slotsPerPage } from '../columns/shape.ts';
import { reportsWriter } from '../columns/visible.ts';
import type { LoanBook, OpenLoans } from '../loans/book.ts';
import { closedLoans, countClosed, defaultUnit } from './closed-loans.ts';
import { balanceOnFile, fileOpenLoans, openOnFile } from './open-loans.ts';
import type { Records } from './records.ts';
import type { ReportPlan, ContributorColumns } from './report-plan.ts';

/** What all that is open in full shows of each applicant, in the form of `closedLoans`. */
const total = new Int32Array(maxRows);
/** What one reader finds, in the same form. */
const found = new Int32Array(maxRows);

/**
 * Step 4: every lender's report on every applicant: own records, other lenders' closed loans as far as they are open to it,
 * open balances. Fills the columns per lender of `visible`.
 */
export function readReports(
  plan: ReportPlan,
  records: Records,
  book: LoanBook,
  now: Pick<OpenLoans, 'balance'>,
  page: number,
  quarter: number,
): void {
  countClosed(plan, records, page * records.slots, quarter);
  fileOpenLoans(plan, book, now, page, quarter);
  addUp(plan.open);
  for (let j = 0; j < plan.lenders; j++) {
    readClosed(plan.contributors[j], j);
    readOpen(plan, j);
  }
}

/** What these columns show together of each applicant, into `total`. */
function addUp(columns: Int32Array): void {
  const { counts } = closedLoans;
  const { n } = roll;
  total.fill(0, 0, n);
  for (const column of columns) {
    const at = column * lenderStride;
    for (let r = 0; r < n; r++) total[r] += counts[at + r];
  }
}

/** What reader j finds of closed loans. */
function readClosed({ full, negative, closed }: ContributorColumns, j: number): void {
  const { n } = roll;
  // The shorter way: all that is open less what is closed to this reader, or the sum of what it sees. Where all share, a
  // report costs the same however many they are.
  if (closed.length < full.length) {
    if (closed.length === 0) found.set(total.subarray(0, n));
    else findAllBut(closed[0]);
    for (let c = 1; c < closed.length; c++) addColumn(closed[c], -1);
  } else {
    found.fill(0, 0, n);
    for (const column of full) addColumn(column, 1);
  }
  takeDown(j);
  for (const column of negative) takeDownDefaults(j, column);
}

/** The reader finds all that is open but for this column, as a rule its own. */
function findAllBut(column: number): void {
  const { counts } = closedLoans;
  const { n } = roll;
  const at = column * lenderStride;
  for (let r = 0; r < n; r++) found[r] = total[r] - counts[at + r];
}

/** Adds a column to what the reader finds, or takes it away; by `imul`, since −1 times 0 is −0, no whole number to V8. */
function addColumn(column: number, sign: 1 | -1): void {
  const { counts } = closedLoans;
  const { n } = roll;
  const at = column * lenderStride;
  for (let r = 0; r < n; r++) found[r] += Math.imul(sign, counts[at + r]);
}

/** What reader j found, as features. */
function takeDown(j: number): void {
  const { n } = roll;
  const { sharedRepaid, sharedDefaults, fileExists } = reportsWriter;
  const at = j * lenderStride;
  for (let r = 0; r < n; r++) {
    sharedRepaid[at + r] = found[r] & (defaultUnit - 1);
    sharedDefaults[at + r] = found[r] >>> 16;
    fileExists[at + r] = Number(found[r] !== 0);
  }
}

/** Adds the defaults of a column, all that reader j sees of it; they make no file. */
function takeDownDefaults(j: number, column: number): void {
  const { counts } = closedLoans;
  const { n } = roll;
  const { sharedDefaults } = reportsWriter;
  const at = j * lenderStride;
  const from = column * lenderStride;
  for (let r = 0; r < n; r++) sharedDefaults[at + r] += counts[from + r] >>> 16;
}

/** What reader j sees of open loans: they make a file, and have balances. */
function readOpen({ lenders, holdings, balancesOf, balanceSetOf }: ReportPlan, j: number): void {
  const { n, slot } = roll;
  const { balances, fileExists } = reportsWriter;
  const at = j * lenderStride;
  if (balanceSetOf[j] < 0) {
    balances.fill(0, at, at + n);
    return;
  }
  const sums = balanceSetOf[j] * slotsPerPage;
  for (let r = 0; r < n; r++) balances[at + r] = balanceOnFile[sums + slot[r]];
  for (let h = 0; h < holdings.length; h++) {
    const set = balancesOf[h * lenders + j];
    const from = h * slotsPerPage;
    for (let r = 0; r < n; r++) {
      fileExists[at + r] |= Number((openOnFile[from + slot[r]] & set) !== 0);
    }
  }
}
