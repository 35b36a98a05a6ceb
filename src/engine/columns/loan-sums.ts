import type { Readers } from './readers.ts';
import { maxTerm, slotsPerPage } from './shape.ts';

/** Distance between two quarters in columns "per quarter ahead and slot". Not a power of two (see `lenderStride`). */
export const slotStride = slotsPerPage + 72;

/** Below every stake; finite, so that 0 times it is 0. */
export const nothingShared = -Number.MAX_VALUE;

const ahead = () => new Float64Array(maxTerm * slotStride);

/**
 * Sums over the open loans of a slot that are still owed x quarters from now, at x · slotStride + slot, x = 0 … T − 1. Hidden:
 * no lender knows all loans of a borrower. In step 2 without, from step 8 on with the loans signed in this quarter.
 */
export const loanSumsWriter = {
  /** Service: instalments due. */
  service: ahead(),
  /** ΣS. */
  sizes: ahead(),
  /**
   * V̂: largest V_s; `nothingShared` where nothing is owed. (V_s is a little below 0 where a default costs nothing: prices
   * are found to 2e-5.)
   */
  largestShared: ahead(),
  /** h_n: liquidity hazard as the borrower expects it, x quarters from now. */
  liquidity: ahead(),
};

export const loanSums: Readers<typeof loanSumsWriter> = loanSumsWriter;
