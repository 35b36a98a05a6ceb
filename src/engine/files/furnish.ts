import { personMask } from '../columns/shape.ts';
import { Status, vintageStart, type LoanBook } from '../loans/book.ts';
import { errorLot, gapLot, openRecordLots } from '../lots/record-errors.ts';
import type { SeedKey } from '../setup.ts';
import type { Sharing } from './join.ts';
import { strikeOff, writeRecord, type Records } from './records.ts';

/**
 * Step 10: every loan that ended in this quarter leaves its record: the truth on its lender's own file, and, if the lender
 * contributes and the loan is large enough, a copy that errors may spoil. Twins have their original's luck.
 *
 * @param wasOpen 1 for loans that lived through the quarter, at vintage · capacity + k (`OpenLoans`)
 */
export function furnish(
  seed: SeedKey,
  sharing: Sharing,
  records: Records,
  book: LoanBook,
  wasOpen: Uint8Array,
  page: number,
  quarter: number,
): void {
  const { lender, slot, status, size } = book;
  const { threshold } = sharing.records;
  const { falseDefault, missedDefault, standardsGap } = sharing.errors;
  const now = 1 << quarter; // a shift takes its distance modulo 32
  const files = page * records.slots;
  const spoils = falseDefault > 0 || missedDefault > 0;
  strikeOff(records, page, now);
  openRecordLots(seed, sharing.n, page, quarter);
  for (let v = 0; v < book.term; v++) {
    const start = vintageStart(book, page, v);
    const count = book.count[page * book.term + v];
    for (let k = 0; k < count; k++) {
      const loan = start + k;
      if (wasOpen[v * book.capacity + k] === 0 || status[loan] === Status.open) continue;
      const q = lender[loan];
      const person = slot[loan] & personMask;
      const bad = Number(status[loan] !== Status.repaid);
      let copy = bad;
      if (spoils) {
        const u = errorLot(person, q);
        copy = bad === 1 ? Number(u >= missedDefault) : Number(u < falseDefault);
      }
      const garbled = standardsGap > 0 ? Number(gapLot(person, q) < standardsGap) : 0;
      const large = Number(size[loan] >= threshold);
      writeRecord(records, q, files + slot[loan], now, bad, copy, copy ^ garbled, large);
    }
  }
}
