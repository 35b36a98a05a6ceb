import { exp } from '../../math/exp.ts';
import { minusLogUniform } from '../../math/minus-log.ts';
import { deriveKey, pageSize, word } from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import { roll } from '../columns/roll.ts';
import { maxLenders } from '../columns/shape.ts';
import type { SeedKey } from '../setup.ts';

const key = new Int32Array(4);
/** Keys of each lender's draws of taste in this quarter, three words each. */
const keys = new Int32Array(3 * maxLenders);

/** Derives the keys of all lenders' draws of taste. */
export function openTastes(seed: SeedKey, lenders: number, quarter: number): void {
  for (let j = 0; j < lenders; j++) {
    deriveKey(key, seed, roll.first / pageSize, quarter, purposes.gumbel + j);
    keys[3 * j] = key[0];
    keys[3 * j + 1] = key[1];
    keys[3 * j + 2] = key[2];
  }
}

/** E = −ln u of this person's taste for lender j; its Gumbel is −ln E. */
function distaste(person: number, j: number): number {
  return minusLogUniform(word(person, keys[3 * j], keys[3 * j + 1], keys[3 * j + 2]));
}

/**
 * Which of these lenders a person takes: the largest of −price + σ·Gumbel, that is of e^{−price/σ}/E. Ties go to the
 * earlier lender in the scenario's order.
 *
 * @param posted prices. Shape (k)
 * @param lender their lenders. Shape (k)
 * @returns place of the lender taken
 */
export function chooseLender(
  person: number,
  posted: Float64Array,
  lender: Int32Array,
  k: number,
  sigma: number,
): number {
  let best = 0;
  let against = distaste(person, lender[0]);
  for (let i = 1; i < k; i++) {
    const e = distaste(person, lender[i]);
    // Weighed against the best so far: from a third price both could lie further than e^x reaches.
    const less = exp((posted[best] - posted[i]) / sigma) * against - e;
    if (less > 0 || (less === 0 && lender[i] < lender[best])) {
      best = i;
      against = e;
    }
  }
  return best;
}
