import { exp } from '../../math/exp.ts';
import { markupRounds, move, stay } from './markups.ts';
import type { Markup, TotalRepayment } from '../../units.ts';

/** Rows that are worked on at once: their columns stay in the nearest cache through all rounds. */
export const blockSize = 256;

/** Where the second and the third lender's numbers begin. */
const second = blockSize;
const third = 2 * blockSize;

const column = () => new Float64Array(3 * blockSize);
const whole = () => new Int32Array(3 * blockSize);

/**
 * A block's rows and the lenders that lend to them, two or three each, in the order in which they were asked: the m-th
 * lender's numbers are at m · blockSize + i. One array each, since V8 reads those quickest that it knows when it compiles.
 */
export const block = {
  /** Rows of the roll. Shape (blockSize). */
  row: new Int32Array(blockSize),
  /** Place in the order of asking, and who it is. */
  place: whole(),
  lender: whole(),
  /** Price at which it breaks even; markup. */
  price: column(),
  markup: column(),
};

/**
 * `equilibriumMarkups` of the first n rows of the block, for two lenders each. Rows are taken through a round together: one
 * row's rounds wait for each other, rows do not.
 */
export function markUpTwo(n: number, sigma: number, maxMarkup: Markup, cap: TotalRepayment): void {
  const { price, markup } = block;
  const first = Math.min(maxMarkup, sigma * 2);
  // Known to be numbers: V8 stores the outcome of a choice between a number and it knows not what.
  const top = cap - 0;
  const most = maxMarkup - 0;
  markup.fill(first);
  for (let round = 0; round < markupRounds; round++) {
    for (let i = 0; i < n; i++) {
      const gross0 = price[i] + markup[i];
      const gross1 = price[second + i] + markup[second + i];
      const posted0 = gross0 < top ? gross0 : top;
      const posted1 = gross1 < top ? gross1 : top;
      // Weights are 1 and w; 1 − s₀ = w/(1 + w), 1 − s₁ = 1/(1 + w).
      const w = exp((posted0 - posted1) / sigma);
      const answer0 = (sigma * (1 + w)) / w;
      const answer1 = sigma * (1 + w);
      markup[i] = stay * markup[i] + move * (answer0 < most ? answer0 : most);
      markup[second + i] = stay * markup[second + i] + move * (answer1 < most ? answer1 : most);
    }
  }
}

/** e^{(p₀ − p₁)/σ} and e^{(p₀ − p₂)/σ} of a block's posted prices, in the round at hand. */
const weight1 = new Float64Array(blockSize);
const weight2 = new Float64Array(blockSize);

/** The same for three lenders each. */
export function markUpThree(
  n: number,
  sigma: number,
  maxMarkup: Markup,
  cap: TotalRepayment,
): void {
  const { price, markup } = block;
  const first = Math.min(maxMarkup, sigma * 1.5);
  const top = cap - 0;
  const most = maxMarkup - 0;
  const perSigma = 1 / sigma;
  markup.fill(first);
  for (let round = 0; round < markupRounds; round++) {
    for (let i = 0; i < n; i++) {
      const gross0 = price[i] + markup[i];
      const gross1 = price[second + i] + markup[second + i];
      const gross2 = price[third + i] + markup[third + i];
      const posted0 = gross0 < top ? gross0 : top;
      const posted1 = gross1 < top ? gross1 : top;
      const posted2 = gross2 < top ? gross2 : top;
      weight1[i] = exp((posted0 - posted1) * perSigma);
      weight2[i] = exp((posted0 - posted2) * perSigma);
    }
    for (let i = 0; i < n; i++) {
      const w1 = weight1[i];
      const w2 = weight2[i];
      const all = sigma * (1 + w1 + w2);
      const answer0 = all / (w1 + w2);
      const answer1 = all / (1 + w2);
      const answer2 = all / (1 + w1);
      markup[i] = stay * markup[i] + move * (answer0 < most ? answer0 : most);
      markup[second + i] = stay * markup[second + i] + move * (answer1 < most ? answer1 : most);
      markup[third + i] = stay * markup[third + i] + move * (answer2 < most ? answer2 : most);
    }
  }
}
