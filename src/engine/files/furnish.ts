import { roll } from '../columns/roll.ts';
import { personMask } from '../columns/shape.ts';
import { Status, vintageStart, type EndedLoans, type LoanBook } from '../loans/book.ts';
import { errorLot, gapLot, openRecordLots } from '../lots/record-errors.ts';
import type { SeedKey } from '../setup.ts';
import type { Sharing } from './join.ts';
import { strikeOff, writeCopies, writeRecord, type Records } from './records.ts';

/** Quarters that a record tells apart: a bit each. Until they have passed nothing is to be struck off. */
const recordedQuarters = 32;

/**
 * Step 10: every loan that ended in this quarter leaves its record: the truth on its lender's own file, and, if the lender
 * contributes and the loan is large enough, in each tier a copy that errors may spoil. Twins have their original's luck.
 */
export function furnish(
  seed: SeedKey,
  sharing: Sharing,
  records: Records,
  book: LoanBook,
  { ended, endedCount }: EndedLoans,
  page: number,
  quarter: number,
): void {
  const { lender, slot, status, size } = book;
  const { filing } = sharing;
  const now = 1 << quarter; // a shift takes its distance modulo 32
  const { place } = roll;
  const files = page * records.places;
  if (quarter >= recordedQuarters) strikeOff(records, page, now);
  openRecordLots(seed, sharing.n, sharing.lots, page, quarter);
  for (let v = 0; v < book.term; v++) {
    const start = vintageStart(book, page, v);
    const from = v * book.capacity;
    const end = from + endedCount[v];
    for (let k = from; k < end; k++) {
      const loan = start + ended[k];
      const q = lender[loan];
      const at = files + place[slot[loan]];
      const person = slot[loan] & personMask;
      const bad = Number(status[loan] !== Status.repaid);
      writeRecord(records, q, at, now, bad);
      for (let file = 0; file < filing.length; file++) {
        const luck = filing[file].luck[q];
        const { threshold, falseDefault, missedDefault, standardsGap } = filing[file].rules[q];
        let copy = bad;
        if (falseDefault > 0 || missedDefault > 0) {
          const u = errorLot(person, q, luck);
          copy = bad === 1 ? Number(u >= missedDefault) : Number(u < falseDefault);
        }
        const garbled = standardsGap > 0 ? Number(gapLot(person, q, luck) < standardsGap) : 0;
        const large = Number(size[loan] >= threshold);
        writeCopies(records, records.tiers[file], q, at, now, copy, copy ^ garbled, large);
      }
    }
  }
}
