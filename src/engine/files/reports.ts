import { roll } from '../columns/roll.ts';
import { lenderStride, maxLenders, maxRows, slotsPerPage } from '../columns/shape.ts';
import { reportsWriter } from '../columns/visible.ts';
import type { LoanBook, OpenLoans } from '../loans/book.ts';
import { reportedAt, windowAt } from './bits.ts';
import { bitsBetween, type Kept } from './kept.ts';
import { popcount } from '../../math/bits.ts';
import { balanceOnFile, fileOpenLoans, openOnFile } from './open-loans.ts';
import type { Records } from './records.ts';
import type { FileColumn, ReportPlan, Sources } from './report-plan.ts';

/** One contributor's reports by row: repaid loans + 2¹⁶ · defaults, at column · lenderStride + r (`ReportPlan`). */
let counts = new Int32Array(2 * maxLenders * lenderStride);
/** What several tiers show of the file at hand, by row: bits as in `Records`. */
const good = new Uint32Array(maxRows);
const bad = new Uint32Array(maxRows);
/** Loans that ended, on the file at hand, by row: bits as in `Records`. */
const had = new Uint32Array(maxRows);
/** What all that is open in full shows of each applicant, in the form of `counts`. */
const total = new Int32Array(maxRows);
/** What one reader finds, in the same form. */
const found = new Int32Array(maxRows);
const defaultUnit = 65536;

/** Bits of the quarters that a tier shows. */
type Windows = ReturnType<typeof reportedAt>;

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
  const { lenders, columnsOf, columns, windows, kept } = plan;
  if (counts.length < columns * lenderStride) counts = new Int32Array(columns * lenderStride);
  const all = windows.map((rules) => reportedAt(rules, quarter));
  const ever = kept.every((one) => one === undefined);
  const files = page * records.slots;
  for (let q = 0; q < lenders; q++) {
    openOwn(q, records, files, windowAt(quarter, 1, 31));
    const readable = ever ? all : all.map((window, k) => standing(window, kept[k], q, quarter));
    for (const { number, parts } of columnsOf[q]) {
      const [{ tier, copy }] = parts;
      const copies = records.tiers[plan.files[tier]];
      const isWhole = copies.reported[q] === records.ended[q] && copies.struck[q].length === 0;
      if (parts.length === 1 && isWhole)
        countReported(number, copies[copy][q], files, readable[tier]);
      else countTogether(number, parts, q, records, plan.files, files, readable);
    }
  }
  fileOpenLoans(plan, book, now, page, quarter);
  addUp(plan.open);
  for (let j = 0; j < lenders; j++) {
    readClosed(plan.sources[j], j);
    readOpen(plan, j);
  }
}

/** What of a window's quarters stands on file of lender q at all. */
function standing(
  { negative, positive }: Windows,
  kept: Kept | undefined,
  q: number,
  quarter: number,
) {
  if (!kept) return { negative, positive };
  const { defaultsSince, repaidSince, until } = kept;
  return {
    negative: negative & bitsBetween(quarter, defaultsSince[q], until[q]),
    positive: positive & bitsBetween(quarter, repaidSince[q], until[q]),
  };
}

/** Lender q's own records, which are true: counts those of the last 31 quarters, and leaves what ended in `had`. */
function openOwn(q: number, records: Records, files: number, window: number): void {
  const { n, slot } = roll;
  const { ownRepaid, ownDefaults } = reportsWriter;
  const ended = records.ended[q];
  const defaults = records.defaults[q];
  const at = q * lenderStride;
  for (let r = 0; r < n; r++) {
    const place = files + slot[r];
    const all = ended[place] & window;
    const failed = defaults[place] & all;
    had[r] = all;
    ownRepaid[at + r] = popcount(all ^ failed);
    ownDefaults[at + r] = popcount(failed);
  }
}

/** Counts what a contributor's file, as on this copy, shows of each applicant in these windows. */
function countReported(
  column: number,
  copy: Uint32Array,
  files: number,
  { negative, positive }: Windows,
): void {
  const { n, slot } = roll;
  const at = column * lenderStride;
  for (let r = 0; r < n; r++) {
    const failed = copy[files + slot[r]] & had[r];
    counts[at + r] =
      popcount((had[r] ^ failed) & positive) + defaultUnit * popcount(failed & negative);
  }
}

/**
 * The same where some loans were too small to be reported or are struck off, or several tiers are read: each loan counts
 * once, as a default if one says so.
 */
function countTogether(
  column: number,
  parts: FileColumn['parts'],
  q: number,
  records: Records,
  filesOf: readonly number[],
  files: number,
  readable: readonly Windows[],
): void {
  const { n, slot } = roll;
  const at = column * lenderStride;
  good.fill(0, 0, n);
  bad.fill(0, 0, n);
  for (const { tier, copy, full } of parts) {
    const copies = records.tiers[filesOf[tier]];
    const failures = copies[copy][q];
    const large = copies.reported[q];
    const struck = copies.struck[q];
    const strikes = struck.length > 0;
    const { negative } = readable[tier];
    const positive = full ? readable[tier].positive : 0;
    for (let r = 0; r < n; r++) {
      const place = files + slot[r];
      const all = had[r] & large[place] & (strikes ? ~struck[place] : -1);
      const failed = failures[place] & all;
      bad[r] |= failed & negative;
      good[r] |= (all ^ failed) & positive;
    }
  }
  for (let r = 0; r < n; r++) {
    counts[at + r] = popcount(good[r] & ~bad[r]) + defaultUnit * popcount(bad[r]);
  }
}

/** What these columns show together of each applicant, into `total`. */
function addUp(columns: Int32Array): void {
  const { n } = roll;
  total.fill(0, 0, n);
  for (const column of columns) {
    const at = column * lenderStride;
    for (let r = 0; r < n; r++) total[r] += counts[at + r];
  }
}

/** What reader j finds of closed loans. */
function readClosed({ full, negative, closed }: Sources, j: number): void {
  const { n } = roll;
  // The shorter way: all that is open less what is closed to this reader, or the sum of what it sees. Where all share, a
  // report costs the same however many they are.
  if (closed.length < full.length) {
    if (closed.length === 0) found.set(total.subarray(0, n));
    else findAllBut(closed[0]);
    for (let c = 1; c < closed.length; c++) find(closed[c], -1);
  } else {
    found.fill(0, 0, n);
    for (const column of full) find(column, 1);
  }
  takeDown(j);
  for (const column of negative) takeDownDefaults(j, column);
}

/** The reader finds all that is open but for this column, as a rule its own. */
function findAllBut(column: number): void {
  const { n } = roll;
  const at = column * lenderStride;
  for (let r = 0; r < n; r++) found[r] = total[r] - counts[at + r];
}

/** Adds a column to what the reader finds, or takes it away; by `imul`, since −1 times 0 is −0, no whole number to V8. */
function find(column: number, sign: 1 | -1): void {
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
