import { exp, log, total } from './mathematics.ts';
import type { Economy, Lender } from './parameters.ts';

/** Picks a lender by share of search among those eligible (in market order), given a uniform. */
export function pickByShare(
  u: number,
  eligible: readonly number[],
  lenders: readonly Lender[],
): number {
  const c = u * total(eligible.map((j) => lenders[j].share));
  let sum = 0;
  for (const j of eligible) {
    sum += lenders[j].share;
    if (sum > c) return j;
  }
  return eligible[eligible.length - 1];
}

/** Whom the borrower asks, in the order of asking (section 5). `draw(place)` gives asked[place]. */
export function lendersAsked(
  home: number,
  owed: readonly number[],
  lenders: readonly Lender[],
  economy: Economy,
  draw: (place: number) => number,
): number[] {
  const asked: number[] = [];
  for (let place = 0; place < economy.quotes; place++) {
    const eligible = lenders
      .map((_, j) => j)
      .filter((j) => !owed.includes(j) && !asked.includes(j));
    if (eligible.length === 0) break;
    if (place === 0 && economy.homeLender && !owed.includes(home)) asked.push(home);
    else asked.push(pickByShare(draw(place), eligible, lenders));
  }
  return asked;
}

/** Prices posted by the lenders that do not refuse: break-even price plus markup, at most D_cap. */
export function postedPrices(
  breakEven: readonly number[],
  priceCap: number,
  economy: Economy,
): number[] {
  const { tasteForLender: sigma, maxMarkup } = economy;
  const k = breakEven.length;
  if (k === 1) return [Math.min(priceCap, breakEven[0] + maxMarkup)];
  let markups = breakEven.map(() => Math.min(maxMarkup, (sigma * k) / (k - 1)));
  for (let round = 0; round < 12; round++) {
    const shares = logitShares(
      breakEven.map((price, j) => Math.min(priceCap, price + markups[j])),
      sigma,
    );
    markups = markups.map(
      (markup, j) => 0.65 * markup + 0.35 * Math.min(maxMarkup, sigma / (1 - shares[j])),
    );
  }
  return breakEven.map((price, j) => Math.min(priceCap, price + markups[j]));
}

function logitShares(prices: readonly number[], sigma: number): number[] {
  const lowest = Math.min(...prices);
  const weights = prices.map((price) => exp(-(price - lowest) / sigma));
  const sum = total(weights);
  return weights.map((weight) => weight / sum);
}

/** −ln(−ln u). */
export const gumbel = (u: number) => -log(-log(u));

/** The lender whose price is taken; ties go to the earlier one. `willing` in any order. */
export function takenLender(
  willing: readonly number[],
  prices: readonly number[],
  economy: Economy,
  gumbelOf: (lender: number) => number,
): number {
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  willing.forEach((lender, at) => {
    const appeal = -prices[at] + economy.tasteForLender * gumbelOf(lender);
    if (appeal > most || (appeal === most && lender < willing[best])) {
      best = at;
      most = appeal;
    }
  });
  return best;
}
