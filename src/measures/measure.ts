import type { Ledger } from '../engine/ledger.ts';

/** The range of a share or a probability. */
export const proportion = [0, 1] as const;
/** The range of a cost or a number of times. */
export const zeroOrMore = [0, Infinity] as const;

/**
 * A number with a meaning. Every measure names its population: "default rate" of whom?
 */
export interface Measure {
  /** Kebab-case; the key in every file. */
  readonly id: string;
  readonly title: string;
  /** e.g. "share of applications", "principals per application". */
  readonly unit: string;
  /** Smallest and largest value that its definition leaves, where it leaves any: intervals end there. */
  readonly range?: readonly [number, number];
  /** Which way is good for society, if any. */
  readonly better: 'higher' | 'lower' | 'neither';
  /** Ends "among …". */
  readonly population: string;
  readonly source: string;
  /** Whether rows are also written per quarter. */
  readonly series: boolean;
  /**
   * The value over the quarters from … to − 1; NaN where it is not defined (no loans, say).
   * Measures from histograms ignore the range (they cover all quarters after the burn-in).
   */
  readonly of: (ledger: Ledger, from: number, to: number) => number;
}
