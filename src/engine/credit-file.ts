import { emptyFile, type CreditFile } from '../scores/credit-file.ts';
import { Access } from '../institutions/institution.ts';
import type { Sharing } from './join.ts';
import { popcount, windowMask, type Records } from './records.ts';

/** A record no older than this is new credit (a year). */
const newQuarters = 4;

/**
 * Reads whole files, as scores need them, where scorecards make do with counts.
 *
 * The file of reader j joins its own records, without error, and the shared copies of those whose data
 * it may read; where it may read negative data only, loans repaid stay hidden.
 *
 * @param kind `LenderKind` code of each lender.
 * @returns fills `out` for borrower `i`; to be asked after an observer's page, so that the quarter's own
 *   loans are not yet on file.
 */
export function fileReader(sharing: Sharing, kind: ArrayLike<number>, reader: number) {
  const { n, level, records: rules } = sharing;
  const negative = windowMask(1 + rules.lag, rules.lag + rules.retentionNegative);
  const positive = windowMask(1 + rules.lag, rules.lag + rules.retentionPositive);
  const own = windowMask(1, 31);
  return (records: Records, i: number, out: CreditFile): void => {
    Object.assign(out, emptyFile());
    let kinds = 0;
    let defaulted = 0;
    for (let q = 0; q < n; q++) {
      const access = q === reader ? Access.full : level[reader * n + q];
      if (access === Access.none) continue;
      const copy = kind[q] === kind[reader] ? records.shared[q][i] : records.crossed[q][i];
      const bad = q === reader ? records.defaults[q][i] & own : copy & negative;
      const loans = q === reader ? records.loans[q][i] & own : records.reported[q][i] & positive;
      const good = access === Access.full ? loans & ~(q === reader ? bad : copy) : 0;
      const any = bad | good;
      if (any === 0) continue;
      out.repaid += popcount(good);
      out.defaults += popcount(bad);
      defaulted |= bad;
      const oldest = 31 - Math.clz32(any);
      out.length = Math.max(out.length, oldest);
      if (oldest <= newQuarters) out.newLenders += 1;
      kinds |= 1 << kind[q];
    }
    out.kinds = popcount(kinds);
    out.sinceDefault = defaulted === 0 ? 0 : 31 - Math.clz32(defaulted & -defaulted);
  };
}
