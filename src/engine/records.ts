import type { Allocate } from './population.ts';
import type { Sharing } from './join.ts';

/**
 * Credit records, one bit a quarter: bit s of a map is the quarter s quarters before the borrower last
 * acted. Ageing is a shift, a retention window a mask, a count a popcount.
 *
 * Each lender keeps the truth about its own loans. What others read is a shared copy whose errors are
 * drawn once, when the record is made; a second copy, for readers of another kind of lender, is kept
 * only with a standards gap, and a map of reported loans only with a reporting threshold.
 */
export interface Records {
  /** Had a loan. [lender][borrower] */
  readonly loans: readonly Uint32Array[];
  /** Defaulted on it, in truth. */
  readonly defaults: readonly Uint32Array[];
  /** Default on the shared copy. */
  readonly shared: readonly Uint32Array[];
  /** Default as read by another kind of lender; the same arrays as `shared` without a standards gap. */
  readonly crossed: readonly Uint32Array[];
  /** Loans on the shared copy; the same arrays as `loans` without a threshold. */
  readonly reported: readonly Uint32Array[];
}

/** Bytes per borrower of the records of this market. */
export function recordBytes(lenders: number, sharing: Sharing): number {
  return 4 * lenders * mapsKept(sharing);
}

function mapsKept(sharing: Sharing): number {
  return 3 + (sharing.errors.standardsGap > 0 ? 1 : 0) + (sharing.records.threshold > 0 ? 1 : 0);
}

/** Empty files. */
export function createRecords(
  borrowers: number,
  lenders: number,
  sharing: Sharing,
  allocate: Allocate,
): Records {
  const maps = () =>
    Array.from({ length: lenders }, () => new Uint32Array(allocate(4 * borrowers)));
  const loans = maps();
  const shared = maps();
  return {
    loans,
    defaults: maps(),
    shared,
    crossed: sharing.errors.standardsGap > 0 ? maps() : shared,
    reported: sharing.records.threshold > 0 ? maps() : loans,
  };
}

/** The distinct maps of the records: those that must age. */
export function distinctMaps(records: Records): readonly Uint32Array[] {
  return [
    ...new Set([
      ...records.loans,
      ...records.defaults,
      ...records.shared,
      ...records.crossed,
      ...records.reported,
    ]),
  ];
}

/** Bits a … b of a map, both included, 0 ≤ a ≤ b ≤ 31; 0 if a > b. */
export function windowMask(a: number, b: number): number {
  let mask = 0;
  for (let s = a; s <= b && s <= 31; s++) mask |= 1 << s;
  return mask >>> 0;
}

/** Ones in a 32-bit word (Warren, Hacker's Delight, §5–1). */
export function popcount(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Place of the lowest 1 in a word that is not 0. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
