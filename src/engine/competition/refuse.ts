import { deriveKey, pageSize, word } from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import { roll } from '../columns/roll.ts';
import { lenderStride } from '../columns/shape.ts';
import { uniformOf } from '../draws.ts';
import type { SeedKey } from '../setup.ts';
import { quotes } from '../lenders/quotes.ts';

const key = new Int32Array(4);
/** Keys of the draws of whether and where a refused applicant is lent to. */
const explore = new Int32Array(3);
const which = new Int32Array(3);

export function openExploration(seed: SeedKey, quarter: number): void {
  const page = roll.first / pageSize;
  deriveKey(key, seed, page, quarter, purposes.explore);
  explore.set(key.subarray(0, 3));
  deriveKey(key, seed, page, quarter, purposes.exploreWhich);
  which.set(key.subarray(0, 3));
}

/** Place of the lender that lends at D_cap to this refused applicant in order to learn; −1 if none does. */
export function explorer(r: number, exploration: number): number {
  const i = roll.person[r];
  if (uniformOf(word(i, explore[0], explore[1], explore[2])) >= exploration) return -1;
  return Math.floor(uniformOf(word(i, which[0], which[1], which[2])) * roll.askedCount[r]);
}

/** Place of the lender asked with the lowest p at D_cap, as of every price; ties: the earlier in the scenario's order. */
export function leastAverse(r: number): number {
  const { askedAt, askedCount } = roll;
  const { logOdds } = quotes;
  let best = 0;
  for (let q = 1; q < askedCount[r]; q++) {
    const less = logOdds[q * lenderStride + r] - logOdds[best * lenderStride + r];
    const earlier = askedAt[q * lenderStride + r] < askedAt[best * lenderStride + r];
    if (less < 0 || (less === 0 && earlier)) best = q;
  }
  return best;
}
