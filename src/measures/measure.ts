import type { Ledger } from '../engine/index.ts';
import type { Passport } from './passport.ts';

/** The range of a share or a probability. */
export const proportion = [0, 1] as const;
/** The range of a cost or a number of times. */
export const zeroOrMore = [0, Infinity] as const;

/** A number that is read off a ledger. */
export interface Measure extends Passport {
  /**
   * The value over the quarters from … to − 1; NaN where it is not defined (no loans, say).
   * Measures from histograms ignore the range (they cover all quarters after the burn-in).
   */
  readonly of: (ledger: Ledger, from: number, to: number) => number;
}
