import { popcount } from '../../math/bits.ts';
import { roll } from '../columns/roll.ts';
import { lenderStride, maxLenders, maxRows } from '../columns/shape.ts';
import { reportsWriter } from '../columns/visible.ts';
import { reportedAt, windowAt } from './bits.ts';
import { bitsBetween, type RecordsKept } from './kept.ts';
import { filesAt } from './files-at.ts';
import type { Records } from './records.ts';
import type { ClosedLoansColumn, ReportPlan } from './report-plan.ts';

/** One contributor's reports by row: repaid loans + 2¹⁶ · defaults, at column · lenderStride + r (`ReportPlan`). */
export const closedLoans = { counts: new Int32Array(2 * maxLenders * lenderStride) };
export const defaultUnit = 65536;
/** What several tiers show of the file at hand, by row: bits as in `Records`. */
const good = new Uint32Array(maxRows);
const bad = new Uint32Array(maxRows + 1);
/** Rows with a default on the file at hand. One more: lists are branch-free. */
const defaulters = new Int32Array(maxRows + 1);
/** Loans that ended, on the file at hand, by row: bits as in `Records`. */
const had = new Uint32Array(maxRows);

/** Bits of the quarters that a tier shows. */
type Windows = ReturnType<typeof reportedAt>;

/**
 * Counts every lender's own records of each applicant, into `visible`, and what others read of them, into `closedLoans`.
 * After `findFiles`.
 */
export function countClosed(plan: ReportPlan, records: Records, quarter: number): void {
  const { lenders, columnsOf, columns, windows, kept } = plan;
  if (closedLoans.counts.length < columns * lenderStride)
    closedLoans.counts = new Int32Array(columns * lenderStride);
  const all = windows.map((rules) => reportedAt(rules, quarter));
  const ever = kept.every((one) => one === undefined);
  const own = windowAt(quarter, 1, 31);
  for (let q = 0; q < lenders; q++) {
    const readable = ever ? all : all.map((window, k) => standing(window, kept[k], q, quarter));
    const truth = trueColumn(plan, records, q);
    if (truth) {
      openTrue(q, truth.number, records, own, readable[truth.parts[0].tier]);
      continue;
    }
    openOwn(q, records, own);
    for (const { number, parts } of columnsOf[q]) {
      const [{ tier, copy }] = parts;
      const copies = records.tiers[plan.files[tier]];
      const isWhole = copies.reported[q] === records.ended[q] && copies.struck[q].length === 0;
      if (parts.length === 1 && isWhole) countReported(number, copies[copy][q], readable[tier]);
      else countTogether(number, parts, q, records, plan.files, readable);
    }
  }
}

/** What of a window's quarters stands on file of lender q at all. */
function standing(
  { negative, positive }: Windows,
  kept: RecordsKept | undefined,
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

/** The one column of lender q's file, if all who read it read the truth, and nothing is left out. */
function trueColumn(
  { columnsOf, files }: ReportPlan,
  { tiers, ended, defaults }: Records,
  q: number,
): ClosedLoansColumn | undefined {
  const [column] = columnsOf[q];
  if (columnsOf[q].length !== 1 || column.parts.length !== 1) return undefined;
  const [{ tier, copy }] = column.parts;
  const copies = tiers[files[tier]];
  const isWhole = copies.reported[q] === ended[q] && copies.struck[q].length === 0;
  return isWhole && copies[copy][q] === defaults[q] ? column : undefined;
}

/** Lender q's own records and what of them others read, in one go: `openOwn` and `countReported` where both read the truth. */
function openTrue(
  q: number,
  column: number,
  records: Records,
  window: number,
  { negative, positive }: Windows,
): void {
  const { counts } = closedLoans;
  const { n } = roll;
  const { ownRepaid, ownDefaults } = reportsWriter;
  const ended = records.ended[q];
  const defaults = records.defaults[q];
  const at = q * lenderStride;
  const to = column * lenderStride;
  let some = 0;
  for (let r = 0; r < n; r++) {
    const place = filesAt[r];
    const all = ended[place] & window;
    const failed = defaults[place] & all;
    const repaid = all ^ failed;
    ownRepaid[at + r] = popcount(repaid);
    counts[to + r] = popcount(repaid & positive);
    ownDefaults[at + r] = 0;
    defaulters[some] = r;
    bad[some] = failed;
    some += Number(failed !== 0);
  }
  for (let k = 0; k < some; k++) {
    const r = defaulters[k];
    ownDefaults[at + r] = popcount(bad[k]);
    counts[to + r] += defaultUnit * popcount(bad[k] & negative);
  }
}

/** Lender q's own records, which are true: counts those of the last 31 quarters, and leaves what ended in `had`. */
function openOwn(q: number, records: Records, window: number): void {
  const { n } = roll;
  const { ownRepaid, ownDefaults } = reportsWriter;
  const ended = records.ended[q];
  const defaults = records.defaults[q];
  const at = q * lenderStride;
  for (let r = 0; r < n; r++) {
    const place = filesAt[r];
    const all = ended[place] & window;
    const failed = defaults[place] & all;
    had[r] = all;
    ownRepaid[at + r] = popcount(all ^ failed);
    ownDefaults[at + r] = popcount(failed);
  }
}

/** Counts what a contributor's file, as on this copy, shows of each applicant in these windows. */
function countReported(column: number, copy: Uint32Array, { negative, positive }: Windows): void {
  const { counts } = closedLoans;
  const { n } = roll;
  const at = column * lenderStride;
  for (let r = 0; r < n; r++) {
    const failed = copy[filesAt[r]] & had[r];
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
  parts: ClosedLoansColumn['parts'],
  q: number,
  records: Records,
  filesOf: readonly number[],
  readable: readonly Windows[],
): void {
  const { counts } = closedLoans;
  const { n } = roll;
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
      const place = filesAt[r];
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
