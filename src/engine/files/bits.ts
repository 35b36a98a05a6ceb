import type { RecordRules } from '../../institutions/institution.ts';

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

/** Bits of so many quarters, this one and those after it; all from 32 on. */
function bitsFrom(quarter: number, length: number): number {
  const ones = length > 31 ? -1 : (1 << length) - 1;
  // A shift takes its distance modulo 32; by 32 it would do nothing.
  return quarter % 32 === 0 ? ones : (ones << quarter) | (ones >>> (32 - quarter));
}
