import { exp } from '../../math/exp.ts';
import { markupRounds, move, stay } from './markups.ts';

/** Rows that are worked on at once: their columns stay in the nearest cache through all rounds. */
export const blockSize = 256;

const column = () => new Float64Array(blockSize);

const whole = () => new Int32Array(blockSize);

/** A block's rows and the lenders that lend to them, two or three each, in the order in which they were asked. */
export const block = {
  /** Rows of the roll. */
  row: whole(),
  /** Place in the order of asking, and who it is. */
  place: [whole(), whole(), whole()] as const,
  lender: [whole(), whole(), whole()] as const,
  /** Price at which it breaks even; markup. */
  price: [column(), column(), column()] as const,
  markup: [column(), column(), column()] as const,
};

/**
 * `equilibriumMarkups` of the first n rows of the block, for two lenders each. Rows are taken through a round together: one
 * row's rounds wait for each other, rows do not.
 */
export function markUpTwo(n: number, sigma: number, maxMarkup: number, cap: number): void {
  const [price0, price1] = block.price;
  const [markup0, markup1] = block.markup;
  const first = Math.min(maxMarkup, sigma * 2);
  // Known to be numbers: V8 stores the outcome of a choice between a number and it knows not what.
  const top = cap - 0;
  const most = maxMarkup - 0;
  markup0.fill(first, 0, n);
  markup1.fill(first, 0, n);
  for (let round = 0; round < markupRounds; round++) {
    for (let i = 0; i < n; i++) {
      const gross0 = price0[i] + markup0[i];
      const gross1 = price1[i] + markup1[i];
      const posted0 = gross0 < top ? gross0 : top;
      const posted1 = gross1 < top ? gross1 : top;
      // Weights are 1 and w; 1 − s₀ = w/(1 + w), 1 − s₁ = 1/(1 + w).
      const w = exp((posted0 - posted1) / sigma);
      const answer0 = (sigma * (1 + w)) / w;
      const answer1 = sigma * (1 + w);
      markup0[i] = stay * markup0[i] + move * (answer0 < most ? answer0 : most);
      markup1[i] = stay * markup1[i] + move * (answer1 < most ? answer1 : most);
    }
  }
}

/** The same for three lenders each. */
export function markUpThree(n: number, sigma: number, maxMarkup: number, cap: number): void {
  const [price0, price1, price2] = block.price;
  const [markup0, markup1, markup2] = block.markup;
  const first = Math.min(maxMarkup, sigma * 1.5);
  const top = cap - 0;
  const most = maxMarkup - 0;
  const perSigma = 1 / sigma;
  markup0.fill(first, 0, n);
  markup1.fill(first, 0, n);
  markup2.fill(first, 0, n);
  for (let round = 0; round < markupRounds; round++) {
    for (let i = 0; i < n; i++) {
      const gross0 = price0[i] + markup0[i];
      const gross1 = price1[i] + markup1[i];
      const gross2 = price2[i] + markup2[i];
      const posted0 = gross0 < top ? gross0 : top;
      const posted1 = gross1 < top ? gross1 : top;
      const posted2 = gross2 < top ? gross2 : top;
      const w1 = exp((posted0 - posted1) * perSigma);
      const w2 = exp((posted0 - posted2) * perSigma);
      const all = sigma * (1 + w1 + w2);
      const answer0 = all / (w1 + w2);
      const answer1 = all / (1 + w2);
      const answer2 = all / (1 + w1);
      markup0[i] = stay * markup0[i] + move * (answer0 < most ? answer0 : most);
      markup1[i] = stay * markup1[i] + move * (answer1 < most ? answer1 : most);
      markup2[i] = stay * markup2[i] + move * (answer2 < most ? answer2 : most);
    }
  }
}
