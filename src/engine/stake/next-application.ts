import { exp, log } from '../../math/exp.ts';
import type { Markup, TotalRepayment } from '../../units.ts';

/**
 * L, the value of the next application per unit lent: what a logit choice among the lenders asked, and not borrowing
 * at all, is worth on average (the inclusive value of Small & Rosen 1981), less a constant:
 *
 *   L = σ·ln[Σ e^{−min(D_cap, P + μ̄)/σ} + e^{−D_res/σ}]
 *
 * over the lenders whose break-even price P is at most D_cap. Shifted by the smallest price, so that nothing overflows.
 *
 * @param prices break-even prices of those asked; Infinity = refused
 * @param count how many of them count
 * @param markup μ̄, what they are expected to add
 * @param reservation D_res, the price at which no loan is as good
 * @returns minus a price, about −D_res … −1
 */
export function valueOfNext(
  prices: Float64Array,
  count: number,
  cap: TotalRepayment,
  markup: Markup,
  taste: number,
  reservation: TotalRepayment,
): number {
  let lowest = reservation;
  for (let k = 0; k < count; k++) {
    const posted = postedPrice(prices[k], cap, markup);
    if (posted < lowest) lowest = posted;
  }
  let total = exp((lowest - reservation) / taste);
  for (let k = 0; k < count; k++) {
    if (prices[k] <= cap) total += exp((lowest - postedPrice(prices[k], cap, markup)) / taste);
  }
  return taste * log(total) - lowest;
}

/** The price that a lender which breaks even at this one is expected to ask; Infinity if it refuses. */
function postedPrice(price: TotalRepayment, cap: TotalRepayment, markup: Markup): TotalRepayment {
  if (price > cap) return Infinity;
  return price + markup < cap ? price + markup : cap;
}

/** Share of the taste for lenders that a markup is expected to be: the logit equilibrium of three equal lenders. */
const expectedMarkup = 1.5;

/** μ̄, the markup that borrowers expect of their next lender, per unit lent. */
export function markupExpected(tasteForLender: number, maxMarkup: Markup): Markup {
  const markup = expectedMarkup * tasteForLender;
  return markup < maxMarkup ? markup : maxMarkup;
}
