import { exp } from '../../math/exp.ts';
import type { Markup, TotalRepayment } from '../../units.ts';

/** Rounds in which lenders answer each other's markups, and how far each goes towards the answer. */
export const markupRounds = 12;
export const stay = 0.65;
export const move = 0.35;

/**
 * Markups of the lenders whose break-even price lies under the cap: near the equilibrium of price competition when
 * borrowers' tastes for lenders are Gumbel with scale σ (Anderson, de Palma & Thisse 1992): σ/(1 − s_j), s_j the share
 * that lender j's price wins. One alone takes the largest.
 *
 * The plain reference; for two and three lenders `markup-columns.ts` does the same for many rows at once.
 *
 * Twelve rounds from the symmetric answer, all shares of a round from the markups of the one before.
 *
 * @param price break-even prices, all ≤ cap. Shape (k)
 * @param weight room for k numbers
 * @param markup filled. Shape (k)
 */
export function equilibriumMarkups(
  price: Float64Array,
  k: number,
  sigma: number,
  maxMarkup: Markup,
  cap: TotalRepayment,
  weight: Float64Array,
  markup: Float64Array,
): void {
  if (k === 1) {
    markup[0] = maxMarkup;
    return;
  }
  let lowest = price[0];
  for (let j = 1; j < k; j++) lowest = Math.min(lowest, price[j]);
  markup.fill(Math.min(maxMarkup, (sigma * k) / (k - 1)), 0, k);
  for (let round = 0; round < markupRounds; round++) {
    for (let j = 0; j < k; j++) {
      weight[j] = exp((lowest - Math.min(cap, price[j] + markup[j])) / sigma);
    }
    for (let j = 0; j < k; j++) {
      let others = 0;
      let all = 0;
      for (let i = 0; i < k; i++) {
        all += weight[i];
        if (i !== j) others += weight[i];
      }
      // σ/(1 − s_j); where the others win nothing the largest markup is the answer.
      markup[j] = stay * markup[j] + move * Math.min(maxMarkup, (sigma * all) / others);
    }
  }
}
