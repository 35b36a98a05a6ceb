import { emptyFile, type CreditFile } from '../../scores/index.ts';
import { Access } from '../../institutions/institution.ts';
import { popcount } from '../../math/bits.ts';
import type { Sharing } from './join.ts';
import type { FiledRecords } from './records.ts';
import { ownMemory, reportedAt, windowAt } from './windows.ts';

/** A record no older than this is new credit (a year). */
const newQuarters = 4;

/** Whose eyes a file is read with: a lender's, or those of someone who may see every lender's own records. */
export type FileView = number | 'complete';

/**
 * Reads whole files, as scores need them, where scorecards make do with counts.
 *
 * The file of lender j joins its own records, without error, and the shared copies of those whose data it
 * may read; where it may read negative data only, loans repaid stay hidden. The complete file joins every
 * lender's own records, as far back as the institution's retention.
 *
 * @param kind `LenderKind` code of each lender.
 * @returns fills `out` for borrower `i` in this quarter; to be asked after an observer's page: the quarter's own loans
 *   are not yet on file.
 */
export function fileReader(sharing: Sharing, kind: ArrayLike<number>, view: FileView) {
  const { n, level, records } = sharing;
  const complete = view === 'complete';
  const rules = complete ? { ...records, lag: 0 } : records;
  const sameKind = (q: number) => complete || kind[q] === kind[view];
  return (maps: FiledRecords, i: number, quarter: number, out: CreditFile): void => {
    const { negative, positive } = reportedAt(rules, quarter);
    const own = windowAt(quarter, 1, ownMemory);
    /** Bit 31 − s is s quarters ago. */
    const byAge = (map: number) => (map << (31 - quarter)) | (map >>> (quarter + 1));
    Object.assign(out, emptyFile());
    let kinds = 0;
    let defaulted = 0;
    for (let q = 0; q < n; q++) {
      const truth = complete || q === view;
      const access = truth ? Access.full : level[view * n + q];
      if (access === Access.none) continue;
      const copy = sameKind(q) ? maps.shared : maps.crossed;
      const loans = maps.loans[q][i] & (truth ? -1 : maps.reported[q][i]);
      const failed = loans & (truth ? maps.defaults : copy)[q][i];
      const bad = failed & (q === view ? own : negative);
      const good = access === Access.full ? (loans ^ failed) & (q === view ? own : positive) : 0;
      const any = byAge(bad | good);
      if (any === 0) continue;
      out.repaid += popcount(good);
      out.defaults += popcount(bad);
      defaulted |= bad;
      const oldest = Math.clz32(any & -any);
      out.length = Math.max(out.length, oldest);
      if (oldest <= newQuarters) out.newLenders += 1;
      kinds |= 1 << kind[q];
    }
    out.kinds = popcount(kinds);
    out.sinceDefault = defaulted === 0 ? 0 : Math.clz32(byAge(defaulted));
  };
}
