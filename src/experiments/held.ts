import type { Observed } from '../engine/observe/index.ts';
import { seenCount, writeSeen } from './cohort.ts';

/** What a regression holds fixed, of the application in row r. */
export interface HeldFixed {
  readonly count: number;
  readonly write: (seen: Observed, r: number, out: Float64Array, at: number) => void;
}

/** The price asked, the lender's estimate, and all that the lender saw. */
export const whatTheLenderSaw: HeldFixed = {
  count: 2 + seenCount,
  write: (seen, r, out, at) => {
    out[at] = seen.terms.price[r];
    out[at + 1] = seen.terms.estimate[r];
    writeSeen(seen, r, out, at + 2);
  },
};
