import { deriveKey, word } from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import { maxLenders, personMask } from '../columns/shape.ts';
import { Status, vintageStart, type LoanBook } from '../loans/book.ts';
import type { SeedKey } from '../setup.ts';
import type { Sharing } from './join.ts';
import { strikeOff, writeRecord, type Records } from './records.ts';

const key = new Int32Array(4);
/** Keys of each lender's draws in this quarter, three words each. */
const errorKeys = new Int32Array(3 * maxLenders);
const gapKeys = new Int32Array(3 * maxLenders);
const perWord = 2.3283064365386963e-10;

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
  for (let q = 0; q < sharing.n; q++) {
    derive(seed, page, quarter, purposes.recordErrorOf + q, errorKeys, q);
    derive(seed, page, quarter, purposes.standardsGapOf + q, gapKeys, q);
  }
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
        const u = uniform(person, errorKeys, q);
        copy = bad === 1 ? Number(u >= missedDefault) : Number(u < falseDefault);
      }
      const garbled = standardsGap > 0 ? Number(uniform(person, gapKeys, q) < standardsGap) : 0;
      const large = Number(size[loan] >= threshold);
      writeRecord(records, q, files + slot[loan], now, bad, copy, copy ^ garbled, large);
    }
  }
}

function uniform(person: number, keys: Int32Array, q: number): number {
  return ((word(person, keys[3 * q], keys[3 * q + 1], keys[3 * q + 2]) >>> 0) + 0.5) * perWord;
}

function derive(
  seed: SeedKey,
  page: number,
  quarter: number,
  purpose: number,
  out: Int32Array,
  q: number,
): void {
  deriveKey(key, seed, page, quarter, purpose);
  out[3 * q] = key[0];
  out[3 * q + 1] = key[1];
  out[3 * q + 2] = key[2];
}
