import type { RecordRules } from '../../institutions/institution.ts';

/** Quarters that a lender remembers of its own loans: all that a word holds beside the present one. */
export const ownMemory = 31;

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
