import { Access, type AccessName, type RecordRules } from '../../institutions/institution.ts';
import { reportedAt, windowAt } from '../files/bits.ts';
import { bitsBetween, type RecordsKept } from '../files/kept.ts';
import { popcount } from '../../math/bits.ts';
import { everyone } from '../columns/roll.ts';
import { maxRows, slotsPerPage } from '../columns/shape.ts';
import { lenderColumns } from '../../institutions/lender-columns.ts';
import { Status, vintageStart } from '../loans/book.ts';
import type { Observed } from './observer.ts';
import type { Market } from '../setup.ts';
import type { Sharing } from '../files/join.ts';

/** A reader that is no lender: all who contribute let it read so much, with the windows and the lag of the institution. */
interface Outsider {
  readonly access: Exclude<AccessName, 'none'>;
  /** It reads the records as they should be: without the errors of the copies. */
  readonly corrected?: boolean;
}

/** Whose eyes files are read with: a lender's, an outsider's, or those of someone who may see every lender's own records. */
export type FileView = number | 'complete' | Outsider;

/** What one reader finds on file of each applicant, by row. Quarters count back from that of the report. */
export interface FileColumns {
  /** Loans repaid and defaulted, as recorded. */
  readonly repaid: Float64Array;
  readonly defaults: Float64Array;
  /** Quarters since the last default, 1..31; 0 if there is none. */
  readonly sinceDefault: Float64Array;
  /** Quarters since the oldest record, or the signing of an open loan; 0 without a file. */
  readonly length: Float64Array;
  /** Open loans, those of them signed in the last four quarters, and what is owed on them in mean loans. */
  readonly openLoans: Float64Array;
  readonly recentLoans: Float64Array;
  readonly balances: Float64Array;
  /** Kinds of lender with a record or an open loan, 0..3. */
  readonly kinds: Float64Array;
  /** Quarters since the newest record, or the signing of an open loan; 0 without a file. */
  readonly newest: Float64Array;
  /** Records that tell a repaid loan as a default, or the other way round. */
  readonly wrong: Float64Array;
}

/** A loan signed no longer ago than this is new credit (a year). */
const newQuarters = 4;

/**
 * The same page and quarter with a row for every borrower, whether or not it applies: for files of everybody. Columns of
 * `visible`, `terms` and `outcome` that go by row are not to be read in it.
 */
export function withEverybody(seen: Observed): Observed {
  const { roll } = seen;
  return { ...seen, roll: { ...roll, n: roll.size, slot: everyone, person: everyone } };
}

/** What a reader sees of one lender. */
interface LenderShown {
  readonly lender: number;
  readonly kindBit: number;
  /** It is the reader's own, or all is seen: no errors, no lag, no threshold. */
  readonly isOwn: boolean;
  /** Where it is read: in each tier that shows it, or among the lender's own records. */
  readonly parts: readonly TierShown[];
}

/** What one tier shows of it. */
interface TierShown {
  /** Which copy is read. */
  readonly copy: 'defaults' | 'shared' | 'crossed';
  readonly access: number;
  readonly rules: RecordRules;
  readonly file: number;
  readonly kept: RecordsKept | undefined;
}

/**
 * Reads whole files, as scores need them, where scorecards make do with counts (model.md §6.5).
 *
 * The file of lender j joins its own records, without error, and the shared copies of those whose data it may read; where it
 * may read negative data only, loans repaid and open ones stay hidden. The complete file joins every lender's own records, as
 * far back as the institution's retention.
 *
 * @returns what to ask inside an observer's `applications`: files of all rows, overwritten by the next call
 */
export function fileReader(
  market: Market,
  sharing: Sharing,
  view: FileView,
): (seen: Observed) => FileColumns {
  const sights = sightsOf(market, sharing, view);
  const column = () => new Float64Array(maxRows);
  const files: FileColumns = {
    repaid: column(),
    defaults: column(),
    sinceDefault: column(),
    length: column(),
    openLoans: column(),
    recentLoans: column(),
    balances: column(),
    kinds: column(),
    newest: column(),
    wrong: column(),
  };
  const kindBits = new Uint8Array(maxRows);
  return (seen) => {
    for (const of of Object.values(files)) of.fill(0, 0, seen.roll.n);
    kindBits.fill(0, 0, seen.roll.n);
    for (const sight of sights) readClosed(seen, sight, view === 'complete', files, kindBits);
    readOpen(seen, sights, files, kindBits);
    for (let r = 0; r < seen.roll.n; r++) files.kinds[r] = popcount(kindBits[r]);
    return files;
  };
}

function sightsOf({ lenders }: Market, sharing: Sharing, view: FileView): readonly LenderShown[] {
  const { kind } = lenderColumns(lenders);
  const { n, tiers } = sharing;
  return Array.from({ length: n }, (_, q): LenderShown => {
    const isOwn = view === 'complete' || view === q;
    const sight = { lender: q, kindBit: 1 << kind[q], isOwn };
    const full = { copy: 'defaults' as const, access: Access.full };
    if (isOwn) {
      const whole = { ...full, rules: wholeRecord(tiers), file: 0, kept: undefined };
      return { ...sight, parts: [whole] };
    }
    const parts = tiers.map((tier): TierShown => {
      const { reads, contributing, records: rules, file, kept } = tier;
      const at = { rules, file, kept };
      if (typeof view === 'object') {
        const { access, corrected = false } = view;
        const copy = corrected ? 'defaults' : 'shared';
        return { ...at, copy, access: contributing[q] ? Access[access] : Access.none };
      }
      const copy = kind[view] === kind[q] ? 'shared' : 'crossed';
      return { ...at, copy, access: reads[view * n + q] };
    });
    return { ...sight, parts: parts.filter(({ access }) => access !== Access.none) };
  }).filter(({ parts }) => parts.length > 0);
}

/** A reader that may see every lender's own records sees as far back as the tier that keeps them longest. */
function wholeRecord(tiers: Sharing['tiers']): RecordRules {
  const longest = (of: 'retentionNegative' | 'retentionPositive') =>
    Math.max(...tiers.map(({ records }) => records[of]));
  return {
    retentionNegative: longest('retentionNegative'),
    retentionPositive: longest('retentionPositive'),
    lag: 0,
    threshold: 0,
  };
}

/** Adds what the reader sees of one lender's loans that ended: each once, as a default if a tier says so. */
function readClosed(
  { records, roll, page, quarter }: Observed,
  { lender: q, kindBit, isOwn, parts }: LenderShown,
  isComplete: boolean,
  files: FileColumns,
  kindBits: Uint8Array,
): void {
  const own = windowAt(quarter, 1, 31);
  const truth = records.defaults[q];
  const ended = records.ended[q];
  const base = page * records.places;
  const shown = parts.map(({ file, copy, access, rules, kept }) => {
    const reported = reportedAt(rules, quarter);
    const all = isOwn && !isComplete;
    const { reported: large, struck } = records.tiers[file];
    const stands = (since: Int32Array | undefined) =>
      kept && since ? bitsBetween(quarter, since[q], kept.until[q]) : -1;
    const positive = access === Access.negative ? 0 : all ? own : reported.positive;
    return {
      failures: copy === 'defaults' ? truth : records.tiers[file][copy][q],
      large: isOwn ? ended : large[q],
      off: isOwn || struck[q].length === 0 ? undefined : struck[q],
      negative: (all ? own : reported.negative) & stands(kept?.defaultsSince),
      positive: positive & stands(kept?.repaidSince),
    };
  });
  for (let r = 0; r < roll.n; r++) {
    const at = base + roll.place[roll.slot[r]];
    let bad = 0;
    let good = 0;
    for (const { failures, large, off, negative, positive } of shown) {
      const had = ended[at] & large[at] & (off ? ~off[at] : -1);
      const failed = had & failures[at];
      bad |= failed & negative;
      good |= (had ^ failed) & positive;
    }
    good &= ~bad;
    const any = byAge(bad | good, quarter);
    if (any === 0) continue;
    files.repaid[r] += popcount(good);
    files.defaults[r] += popcount(bad);
    files.wrong[r] += popcount((bad & ~truth[at]) | (good & truth[at]));
    const oldest = Math.clz32(any & -any);
    const youngest = Math.clz32(any);
    if (files.newest[r] === 0 || youngest < files.newest[r]) files.newest[r] = youngest;
    if (oldest > files.length[r]) files.length[r] = oldest;
    kindBits[r] |= kindBit;
    const last = Math.clz32(byAge(bad, quarter));
    const since = files.sinceDefault[r];
    if (bad !== 0 && (since === 0 || last < since)) files.sinceDefault[r] = last;
  }
}

/** The bits of a map in order of age: bit 31 − s is s quarters ago. */
function byAge(map: number, quarter: number): number {
  return (map << (31 - quarter)) | (map >>> (quarter + 1));
}

/** Row of each slot that applies, and one more than it: 0 for those that do not. */
const rowAfter = new Int32Array(slotsPerPage);

/** Adds the open loans that the reader sees. */
function readOpen(
  { book, now, roll, page, quarter }: Observed,
  sights: readonly LenderShown[],
  files: FileColumns,
  kindBits: Uint8Array,
): void {
  const { term, slot, lender, status, size, capacity } = book;
  const sightOf = new Map(sights.map((sight) => [sight.lender, sight]));
  rowAfter.fill(0);
  for (let r = 0; r < roll.n; r++) rowAfter[roll.slot[r]] = r + 1;
  for (let age = Math.min(term - 1, quarter); age >= 1; age--) {
    const vintage = (quarter - age) % term;
    const start = vintageStart(book, page, vintage);
    const end = start + book.count[page * term + vintage];
    const local = vintage * capacity - start;
    for (let k = start; k < end; k++) {
      const r = rowAfter[slot[k]] - 1;
      if (r < 0 || status[k] !== Status.open) continue;
      const sight = sightOf.get(lender[k]);
      if (!sight || !sight.parts.some((part) => holds(part, sight.isOwn, age, size[k]))) continue;
      files.openLoans[r] += 1;
      if (age <= newQuarters) files.recentLoans[r] += 1;
      files.balances[r] += now.balance[local + k];
      if (age > files.length[r]) files.length[r] = age;
      if (files.newest[r] === 0 || age < files.newest[r]) files.newest[r] = age;
      kindBits[r] |= sight.kindBit;
    }
  }
}

/** Whether a tier shows an open loan of this age and size. */
function holds({ access, rules }: TierShown, isOwn: boolean, age: number, size: number): boolean {
  if (access === Access.negative || access === Access['full-without-balances']) return false;
  return isOwn || (age >= 1 + rules.lag && size >= rules.threshold);
}
