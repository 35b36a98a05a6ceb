import { mostTiers } from '../../institutions/institution.ts';
import { roll } from '../columns/roll.ts';
import { lenderStride, maxRows, slotsPerPage } from '../columns/shape.ts';
import { reportsWriter } from '../columns/visible.ts';
import type { LoanBook, OpenLoans } from '../loans/book.ts';
import { closedLoans, countClosed, defaultUnit } from './closed-loans.ts';
import { findFiles } from './files-at.ts';
import { balanceOnFile, fileOpenLoans, openOnFile } from './open-loans.ts';
import type { Records } from './records.ts';
import type { ReportPlan, ContributorColumns } from './report-plan.ts';

/** What all that is open in full shows of each applicant, in the form of `closedLoans`. */
const total = new Int32Array(maxRows);
/** What one reader finds, in the same form. */
const found = new Int32Array(maxRows);
/** Bits of the lenders of whom an open loan is on file, by row: holding h's at h · maxRows + r. */
const open = new Int32Array(mostTiers * maxRows);

/**
 * Step 4: every lender's report on every applicant: own records, other lenders' closed loans as far as they are open to it,
 * open balances. Fills the columns per lender of `visible`, and `filesAt`.
 */
export function readReports(
  plan: ReportPlan,
  records: Records,
  book: LoanBook,
  now: Pick<OpenLoans, 'balance'>,
  page: number,
  quarter: number,
): void {
  findFiles(records, page);
  countClosed(plan, records, quarter);
  fileOpenLoans(plan, book, now, page, quarter);
  addUp(plan.open);
  gatherOpen(plan.holdings.length);
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
    if (closed.length === 1) takeDownAllBut(j, closed[0]);
    else {
      found.set(total.subarray(0, n));
      for (const column of closed) addColumn(column, -1);
      takeDown(j);
    }
  } else {
    found.fill(0, 0, n);
    for (const column of full) addColumn(column, 1);
    takeDown(j);
  }
  for (const column of negative) takeDownDefaults(j, column);
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

/** Reader j finds all that is open but for this column, as a rule its own: in one go, since where all share all readers do. */
function takeDownAllBut(j: number, column: number): void {
  const { counts } = closedLoans;
  const { n } = roll;
  const { sharedRepaid, sharedDefaults, fileExists } = reportsWriter;
  const at = j * lenderStride;
  const from = column * lenderStride;
  for (let r = 0; r < n; r++) {
    const finds = total[r] - counts[from + r];
    sharedRepaid[at + r] = finds & (defaultUnit - 1);
    sharedDefaults[at + r] = finds >>> 16;
    fileExists[at + r] = Number(finds !== 0);
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

/** Whose open loans each applicant has on file, once for all readers. */
function gatherOpen(holdings: number): void {
  const { n, slot } = roll;
  for (let h = 0; h < holdings; h++) {
    const to = h * maxRows;
    const from = h * slotsPerPage;
    for (let r = 0; r < n; r++) open[to + r] = openOnFile[from + slot[r]];
  }
}

/** What reader j sees of open loans: they make a file, and have balances. */
function readOpen({ lenders, holdings, balancesOf, balanceSetOf }: ReportPlan, j: number): void {
  const { n } = roll;
  const { fileExists } = reportsWriter;
  const at = j * lenderStride;
  readBalances(balanceSetOf, j);
  if (balanceSetOf[j] < 0) return;
  for (let h = 0; h < holdings.length; h++) {
    const set = balancesOf[h * lenders + j];
    const from = h * maxRows;
    for (let r = 0; r < n; r++) fileExists[at + r] |= Number((open[from + r] & set) !== 0);
  }
}

/** The balances that reader j sees: the first reader of a set of lenders adds up, the others copy. */
function readBalances(balanceSetOf: Int8Array, j: number): void {
  const { n, slot } = roll;
  const { balances } = reportsWriter;
  const at = j * lenderStride;
  if (balanceSetOf[j] < 0) {
    balances.fill(0, at, at + n);
    return;
  }
  const first = balanceSetOf.indexOf(balanceSetOf[j]);
  if (first < j) {
    balances.copyWithin(at, first * lenderStride, first * lenderStride + n);
    return;
  }
  const sums = balanceSetOf[j] * slotsPerPage;
  for (let r = 0; r < n; r++) balances[at + r] = balanceOnFile[sums + slot[r]];
}
