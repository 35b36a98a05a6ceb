import { either } from '../../math/either.ts';
import { exp } from '../../math/exp.ts';
import { minusLogUniform } from '../../math/minus-log.ts';
import { deriveKey, pageSize, word } from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import { roll } from '../columns/roll.ts';
import { maxLenders } from '../columns/shape.ts';
import type { SeedKey } from '../setup.ts';
import { block, blockSize } from './markup-columns.ts';
import type { TotalRepayment } from '../../units.ts';

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

/** Of a block's rows: the lender taken, as a place in the block, its price and E. */
export const choice = {
  best: new Int32Array(blockSize),
  posted: new Float64Array(blockSize),
};
const against = new Float64Array(blockSize);
const words = new Int32Array(blockSize);

/**
 * `chooseLender` of the first n rows of the block, with k lenders each: fills `choice`. Posted prices take the place of
 * break-even prices in the block.
 */
export function chooseLenders(n: number, k: number, sigma: number, cap: TotalRepayment): void {
  const { best, posted } = choice;
  const { price, markup, lender } = block;
  const perSigma = 1 / sigma;
  const top = cap - 0; // known to be a number, see markup-columns.ts
  drawTastes(0, n);
  for (let i = 0; i < n; i++) {
    const gross = price[i] + markup[i];
    best[i] = 0;
    posted[i] = gross < top ? gross : top;
    against[i] = minusLogUniform(words[i]);
  }
  for (let m = 1; m < k; m++) {
    const at = m * blockSize;
    drawTastes(at, n);
    for (let i = 0; i < n; i++) {
      const gross = price[at + i] + markup[at + i];
      const asks = gross < top ? gross : top;
      const e = minusLogUniform(words[i]);
      // e^{−price/σ}/E is weighed against the best's.
      const more = exp((posted[i] - asks) * perSigma) * against[i] - e;
      const earlier = Number(lender[at + i] < lender[best[i] * blockSize + i]);
      // No branch: nobody can guess who is liked better, a processor neither.
      const likes = Number(more > 0) | (Number(more === 0) & earlier);
      best[i] += likes * (m - best[i]);
      posted[i] = either(posted[i], asks, likes);
      against[i] = either(against[i], e, likes);
    }
  }
}

/** Words of the tastes of a block's persons for the lenders from `at` on. */
function drawTastes(at: number, n: number): void {
  const { person } = roll;
  const { row, lender } = block;
  for (let i = 0; i < n; i++) {
    const j = 3 * lender[at + i];
    words[i] = word(person[row[i]], keys[j], keys[j + 1], keys[j + 2]);
  }
}

/**
 * Which of these lenders a person takes: the largest of −price + σ·Gumbel, that is of e^{−price/σ}/E. Ties go to the
 * earlier lender in the scenario's order. The plain reference of `chooseLenders`.
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
  let disliked = distaste(person, lender[0]);
  for (let i = 1; i < k; i++) {
    const e = distaste(person, lender[i]);
    // Weighed against the best so far: from a third price both could lie further than e^x reaches.
    const less = exp((posted[best] - posted[i]) / sigma) * disliked - e;
    if (less > 0 || (less === 0 && lender[i] < lender[best])) {
      best = i;
      disliked = e;
    }
  }
  return best;
}
