import { popcount } from '../../math/bits.ts';
import { pageSize } from '../../random/draws.ts';
import { maxLenders } from '../columns/layout.ts';
import { roll, rollWriter } from '../columns/roll.ts';
import { rowsWith } from '../columns/rows-with.ts';
import { reportsWriter } from '../columns/visible.ts';
import type { Records } from './records.ts';
import type { ReportPlan, Sources } from './report-plan.ts';
import { reportedAt } from './windows.ts';

/** One contributor's reports by row: repaid loans + 2¹⁶ · defaults. Shared copies, then crossed ones. */
const counts = new Int32Array(2 * maxLenders * pageSize);
/** Loans on the file at hand by row: bits as in `Records`. */
const had = new Uint32Array(pageSize);
/** What all that is open in full shows of each applicant, in the form of `counts`. */
const total = new Int32Array(pageSize);
/** What one reader finds, in the same form. */
const found = new Int32Array(pageSize);
const defaultUnit = 65536;

/** Lists for each lender whom it looks up. */
export function lookUp({ lenders, interestedIn }: ReportPlan): void {
  const { n, askedSet, rowsOf, lookUps, interested } = rollWriter;
  for (let r = 0; r < n; r++) interested[r] = interestedIn[askedSet[r]];
  for (let j = 0; j < lenders; j++) {
    lookUps[j] = rowsWith(1 << j, interested, n, rowsOf, j * pageSize);
  }
}

/**
 * Opens the files of everyone who applies: strikes off what is too old to be remembered, and counts what they show.
 */
export function openFiles(plan: ReportPlan, records: Records, quarter: number): void {
  const { lenders, furnished } = plan;
  const { negative, positive } = reportedAt(plan.rules, quarter);
  reportsWriter.onFile.fill(0, 0, roll.n);
  for (let q = 0; q < lenders; q++) {
    const loans = records.loans[q];
    const reported = records.reported[q];
    openOwn(q, loans, records.defaults[q]);
    if (reported !== loans && reported.length > 0) leaveOut(reported);
    if ((furnished.shared >>> q) & 1) countReported(q, records.shared[q], negative, positive);
    if ((furnished.crossed >>> q) & 1) {
      countReported(lenders + q, records.crossed[q], negative, positive);
    }
  }
}

/**
 * Lender q's own records, which are true: strikes off what is older than 31 quarters, counts the rest, and leaves the
 * loans in `had`.
 */
function openOwn(q: number, loans: Uint32Array, defaults: Uint32Array): void {
  const { n, first, index, remembered } = roll;
  const { ownRepaid, ownDefault, onFile } = reportsWriter;
  const at = q * pageSize;
  for (let r = 0; r < n; r++) {
    const i = first + index[r];
    const all = loans[i] & remembered[r];
    const failed = defaults[i] & all;
    loans[i] = all;
    had[r] = all;
    ownRepaid[at + r] = popcount(all ^ failed);
    ownDefault[at + r] = Number(failed !== 0);
    onFile[r] |= Number(all !== 0) << q;
  }
}

/** Passes over loans that were not reported. */
function leaveOut(reported: Uint32Array): void {
  const { n, first, index } = roll;
  for (let r = 0; r < n; r++) had[r] &= reported[first + index[r]];
}

/** Counts what a contributor's file, as on this copy, shows of each applicant in these windows. */
function countReported(
  column: number,
  copy: Uint32Array,
  negative: number,
  positive: number,
): void {
  const { n, first, index } = roll;
  const at = column * pageSize;
  for (let r = 0; r < n; r++) {
    const failed = copy[first + index[r]] & had[r];
    counts[at + r] =
      popcount((had[r] ^ failed) & positive) + defaultUnit * popcount(failed & negative);
  }
}

/** The report that each lender gets on those it looks up. */
export function readReports(plan: ReportPlan): void {
  addUp(plan.open);
  for (let j = 0; j < plan.lenders; j++) {
    const { full, negative } = plan.sources[j];
    if (full.length + negative.length > 0) readShared(plan.sources[j], j);
    else readNothing(j);
  }
}

/** What these columns show together of each applicant, into `total`. */
function addUp(columns: Int32Array): void {
  const { n } = roll;
  total.fill(0, 0, n);
  for (const column of columns) {
    for (let r = 0; r < n; r++) total[r] += counts[column + r];
  }
}

/** To a lender that may read nobody, everyone's file is empty. */
function readNothing(j: number): void {
  const { n } = roll;
  const { sharedRepaid, sharedDefaults, fileExists } = reportsWriter;
  const at = j * pageSize;
  for (const column of [sharedRepaid, sharedDefaults, fileExists]) column.fill(0, at, at + n);
}

function readShared({ full, negative, closed }: Sources, j: number): void {
  // The shorter way: all that is open less what is closed to this reader, or the sum of what it sees. Where all share,
  // a report costs the same however many they are.
  if (closed.length > 0 && closed.length < full.length) {
    findAllBut(j, closed[0]);
    for (const column of closed.subarray(1)) find(j, column, -1);
  } else {
    found.fill(0, 0, roll.lookUps[j]);
    for (const column of full) find(j, column, 1);
  }
  takeDown(j);
  for (const column of negative) takeDownDefaults(j, column);
}

/** Reader j finds all that is open but for this column, as a rule its own. */
function findAllBut(j: number, column: number): void {
  const { rowsOf, lookUps } = roll;
  const at = j * pageSize;
  for (let k = 0; k < lookUps[j]; k++) {
    const r = rowsOf[at + k];
    found[k] = total[r] - counts[column + r];
  }
}

/** Adds a column to what reader j finds, or takes it away; by `imul`, since −1 times 0 is −0, no whole number to V8. */
function find(j: number, column: number, sign: 1 | -1): void {
  const { rowsOf, lookUps } = roll;
  const at = j * pageSize;
  for (let k = 0; k < lookUps[j]; k++) found[k] += Math.imul(sign, counts[column + rowsOf[at + k]]);
}

/** What reader j found, as features. */
function takeDown(j: number): void {
  const { rowsOf, lookUps } = roll;
  const { sharedRepaid, sharedDefaults, fileExists, onFile } = reportsWriter;
  const at = j * pageSize;
  for (let k = 0; k < lookUps[j]; k++) {
    const r = rowsOf[at + k];
    const some = Number(found[k] !== 0);
    sharedRepaid[at + r] = found[k] & (defaultUnit - 1);
    sharedDefaults[at + r] = found[k] >>> 16;
    fileExists[at + r] = some;
    onFile[r] |= some << j;
  }
}

/** Adds the defaults of a column, all that reader j sees of it. */
function takeDownDefaults(j: number, column: number): void {
  const { rowsOf, lookUps } = roll;
  const { sharedDefaults, onFile } = reportsWriter;
  const at = j * pageSize;
  for (let k = 0; k < lookUps[j]; k++) {
    const r = rowsOf[at + k];
    const failed = counts[column + r] >>> 16;
    sharedDefaults[at + r] += failed;
    onFile[r] |= Number(failed !== 0) << j;
  }
}
