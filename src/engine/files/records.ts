import type { RecordRules } from '../../institutions/institution.ts';
import type { Allocate } from '../people/population.ts';
import type { Sharing } from './join.ts';

/**
 * Credit records, one bit a quarter: bit t mod 32 of a map is quarter t. Time passes without moving anything; a
 * retention window is a mask, a count a popcount.
 *
 * `loans` hold what was granted in the 32 quarters up to the borrower's last visit: when it comes back, the bits that
 * newer quarters need are struck off (`rememberedAfter`). The other maps say what became of those loans, and nothing
 * elsewhere: read them where there is a loan.
 *
 * Each lender keeps the truth about its own loans. What others read is a copy of what a contributor
 * furnishes, whose errors are drawn once, when the record is made. Maps that would be equal are one: the
 * copy is the truth where nothing is spoilt or left out. Lenders that furnish nothing have no copy.
 */
export interface Records {
  /** Had a loan. [lender][borrower] */
  readonly loans: readonly Uint32Array[];
  /** Defaulted on it, in truth. */
  readonly defaults: readonly Uint32Array[];
  /** Default on the shared copy; empty for a lender that does not contribute, as are the next two. */
  readonly shared: readonly Uint32Array[];
  /** Default as read by another kind of lender; `shared` without a standards gap. */
  readonly crossed: readonly Uint32Array[];
  /** Loans on the shared copy; `loans` without a threshold. */
  readonly reported: readonly Uint32Array[];
}

/** Empty files. */
export function createRecords(
  borrowers: number,
  lenders: number,
  sharing: Sharing,
  allocate: Allocate,
): Records {
  const { contributing, errors } = sharing;
  const map = () => new Uint32Array(allocate(4 * borrowers));
  const none = new Uint32Array(0);
  const leavesOut = sharing.records.threshold > 0;
  const spoils = errors.falseDefault > 0 || errors.missedDefault > 0;
  const each = (of: (lender: number) => Uint32Array) =>
    Array.from({ length: lenders }, (_, q) => of(q));
  const furnished = (of: (lender: number) => Uint32Array) =>
    each((q) => (contributing[q] ? of(q) : none));
  const loans = each(map);
  const defaults = each(map);
  const shared = furnished(leavesOut || spoils ? map : (q) => defaults[q]);
  return {
    loans,
    defaults,
    shared,
    crossed: furnished(errors.standardsGap > 0 ? map : (q) => shared[q]),
    reported: furnished(leavesOut ? map : (q) => loans[q]),
  };
}

/** Bits of the quarters from a to b before this one, both included, 0 ≤ a, b ≤ 31; 0 if a > b. */
export function windowAt(quarter: number, a: number, b: number): number {
  return bitsFrom(quarter - b, Math.max(0, b - a + 1));
}

/** Bits of the defaults and of the repaid loans that a report may show in this quarter. */
export function reportedAt(
  { lag, retentionNegative, retentionPositive }: RecordRules,
  quarter: number,
) {
  return {
    negative: windowAt(quarter, 1 + lag, lag + retentionNegative),
    positive: windowAt(quarter, 1 + lag, lag + retentionPositive),
  };
}

/**
 * Mask for a map last opened `elapsed` quarters ago: without the bits of the quarters since then, this one included, which
 * still hold what was 32 quarters earlier. All bits if `elapsed` is 0.
 */
export function rememberedAfter(quarter: number, elapsed: number): number {
  return ~bitsFrom(quarter - elapsed + 1, elapsed);
}

/** Bits of so many quarters, this one and those after it; all from 32 on. */
function bitsFrom(quarter: number, length: number): number {
  const ones = length > 31 ? -1 : (1 << length) - 1;
  return (ones << quarter) | (ones >>> (32 - quarter)); // a shift takes its distance modulo 32
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
