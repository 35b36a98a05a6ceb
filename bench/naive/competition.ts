import type { Economy } from '../../src/engine/parameters.ts';
import { recovered, type Lender } from './lender.ts';

/** What one lender asked makes of the applicant. */
export interface Quote {
  readonly lender: Lender;
  readonly features: number[];
  readonly price: number;
}

/** The contract that an applicant is offered. */
export interface Offer {
  readonly lender: Lender;
  readonly features: number[];
  readonly price: number;
  readonly explored: boolean;
}

/** The lowest quote wins and charges what the second lowest lets it; nobody lends above the cap (model.md §3). */
export function compete(economy: Economy, quotes: readonly Quote[]): Offer | undefined {
  const { cap, maxMarkup } = economy.pricing;
  const [best, second] = quotes.toSorted((a, b) => a.price - b.price);
  if (best.price > cap) return undefined;
  const rival = Math.min(second?.price ?? Infinity, best.price + maxMarkup);
  return { ...best, price: Math.min(cap, rival), explored: false };
}

/**
 * A lender that refuses grants a small share all the same, to keep learning, at the price at which it would break even
 * on `explorationPd`; the first of those asked, in the order of the market.
 *
 * @param draw a uniform draw for this applicant and a lender
 */
export function grantToLearn(
  economy: Economy,
  quotes: readonly Quote[],
  collateral: number,
  draw: (lender: Lender) => number,
): Offer | undefined {
  const { cap, exploration, explorationPd } = economy.pricing;
  const curious = quotes
    .toSorted((a, b) => a.lender.row - b.lender.row)
    .find(({ lender }) => draw(lender) < exploration);
  if (!curious) return undefined;
  const { lender, features } = curious;
  const back = recovered(lender, collateral, lender.cost);
  const fair = (lender.cost - back * explorationPd) / (1 - explorationPd);
  return { lender, features, price: Math.min(cap, fair), explored: true };
}
