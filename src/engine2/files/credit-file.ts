import { Access } from '../../institutions/institution.ts';
import { emptyFileWithDebts, type FileWithDebts } from '../../scores/credit-file.ts';
import { ageOf, Status, vintageStart, type LoanBook } from '../loans/book.ts';
import { balanceOf } from '../loans/sign.ts';
import { popcount, reportedAt, windowAt } from './bits.ts';
import type { Sharing } from './join.ts';
import type { Records } from './records.ts';

/** A loan signed so many quarters ago, or later, is new credit (a year). */
const newQuarters = 4;

/** Whose eyes a file is read with: a lender's, or those of someone who may see every lender's own records. */
export type FileView = number | 'complete';

/** Reads the file of slot `slot` of a page as it stood when this quarter began, into `out`. */
export type ReadFile = (
  maps: Records,
  book: LoanBook,
  page: number,
  slot: number,
  quarter: number,
  out: FileWithDebts,
) => void;

/**
 * Reads whole files, as scores need them, where scorecards make do with counts.
 *
 * The file of lender j joins its own records, without error, and the shared copies of those whose data it may read; where it
 * may read negative data only, loans repaid and open ones stay hidden. Its own open loans are on it; those of others from
 * 1 + lag quarters after signing, if they are large enough. The complete file joins every lender's own records and open loans,
 * as far back as the institution's retention.
 *
 * @param kind `LenderKind` code of each lender
 */
export function fileReader(sharing: Sharing, kind: ArrayLike<number>, view: FileView): ReadFile {
  const complete = view === 'complete';
  const rules = complete ? { ...sharing.records, lag: 0 } : sharing.records;
  return (maps, book, page, slot, quarter, out) => {
    const { negative, positive } = reportedAt(rules, quarter);
    const own = windowAt(quarter, 1, 31);
    const at = page * maps.slots + slot;
    /** Bit 31 − s is s quarters ago. */
    const byAge = (map: number) => (map << (31 - quarter)) | (map >>> (quarter + 1));
    Object.assign(out, emptyFileWithDebts());
    let kinds = 0;
    let defaulted = 0;
    for (let q = 0; q < sharing.n; q++) {
      const truth = complete || q === view;
      const access = truth ? Access.full : sharing.level[view * sharing.n + q];
      if (access === Access.none) continue;
      const copy = complete || kind[q] === kind[view] ? maps.shared : maps.crossed;
      const ended = maps.ended[q][at] & (truth ? -1 : maps.reported[q][at]);
      const failed = ended & (truth ? maps.defaults : copy)[q][at];
      const bad = failed & (q === view ? own : negative);
      const good =
        access === Access.negative ? 0 : (ended ^ failed) & (q === view ? own : positive);
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
    kinds |= readOpen(sharing, kind, view, rules.lag, book, page, slot, quarter, out);
    out.kinds = popcount(kinds);
    out.sinceDefault = defaulted === 0 ? 0 : Math.clz32(byAge(defaulted));
  };
}

/** Open loans as they stood when the quarter began; gives bits of the kinds of lender that they are owed to. */
function readOpen(
  { n, level, contributing, records }: Sharing,
  kind: ArrayLike<number>,
  view: FileView,
  lag: number,
  book: LoanBook,
  page: number,
  slot: number,
  quarter: number,
  out: FileWithDebts,
): number {
  let kinds = 0;
  for (let v = 0; v < book.term; v++) {
    const age = ageOf(book.term, quarter, v);
    if (age < 1 || age > quarter) continue;
    const start = vintageStart(book, page, v);
    const end = start + book.count[page * book.term + v];
    for (let loan = start; loan < end; loan++) {
      const wasOpen = book.status[loan] === Status.open || book.endedAt[loan] > age;
      if (book.slot[loan] !== slot || !wasOpen) continue;
      const q = book.lender[loan];
      const truth = view === 'complete' || q === view;
      if (!truth) {
        if (level[view * n + q] !== Access.full || contributing[q] === 0) continue;
        if (age < 1 + lag || book.size[loan] < records.threshold) continue;
      }
      out.openLoans += 1;
      if (age <= newQuarters) out.newLoans += 1;
      out.balances += balanceOf(book.instalment[loan], book.rate[loan], book.term - age);
      out.length = Math.max(out.length, age);
      kinds |= 1 << kind[q];
    }
  }
  return kinds;
}
