/**
 * Who would take at every price, and at what expected cost: all applicants by their willingness to pay, in bins of a
 * thousandth. What an experimenter can only estimate can here be read off.
 */
export interface Willingness {
  asked: number;
  /** Applicants by bin, lowest willingness first; the ends are open. */
  readonly count: Float64Array;
  /** Sums of willingness to pay and of expected cost by bin. */
  readonly worth: Float64Array;
  readonly cost: Float64Array;
}

/** Per unit lent. */
const binWidth = 0.001;
const lowest = -1;
const bins = 2000;

export function createWillingness(): Willingness {
  const column = () => new Float64Array(bins);
  return { asked: 0, count: column(), worth: column(), cost: column() };
}

/** @param worth highest price at which the applicant takes @param cost expected cost if it takes */
export function addApplicant(to: Willingness, worth: number, cost: number): void {
  const bin = Math.max(0, Math.min(bins - 1, Math.floor((worth - lowest) / binWidth)));
  to.asked += 1;
  to.count[bin] += 1;
  to.worth[bin] += worth;
  to.cost[bin] += cost;
}

/** Takers at this price, and what they cost together. */
export function takersAt(of: Willingness, price: number) {
  let taken = 0;
  let cost = 0;
  for (let bin = binAt(price); bin < bins; bin++) {
    taken += of.count[bin];
    cost += of.cost[bin];
  }
  return { taken, cost };
}

/** Average cost of those whose willingness to pay is within ± `window` of the price. */
export function marginalCostAt(of: Willingness, price: number, window: number): number {
  const wide = takersAt(of, price - window);
  const narrow = takersAt(of, price + window);
  return (wide.cost - narrow.cost) / (wide.taken - narrow.taken);
}

/** One price for all, in equilibrium and at its best. */
export interface Prices {
  /** Lowest price at which lenders break even; NaN if there is none. */
  readonly equilibrium: number;
  /** Price at which takers' willingness to pay less their cost is largest. */
  readonly efficient: number;
  /** Welfare at the efficient price less that in equilibrium, per applicant asked; NaN without an equilibrium. */
  readonly loss: number;
}

/** Searches all prices, from the highest down. */
export function pricesOf(of: Willingness): Prices {
  let taken = 0;
  let cost = 0;
  let welfare = 0;
  let best = 0;
  let efficient = NaN;
  let equilibrium = NaN;
  let reached = NaN;
  let above = NaN; // profit a bin higher up
  for (let bin = bins - 1; bin >= 0; bin--) {
    const price = lowest + bin * binWidth;
    taken += of.count[bin];
    cost += of.cost[bin];
    welfare += of.worth[bin] - of.cost[bin];
    if (taken > 0 && welfare > best) {
      best = welfare;
      efficient = price;
    }
    const profit = taken > 0 ? price * taken - cost : NaN;
    if (profit >= 0) {
      equilibrium = price;
      reached = welfare;
    } else if (above >= 0) {
      // Between two bins, by a straight line.
      equilibrium = price + (binWidth * profit) / (profit - above);
    }
    above = profit;
  }
  return { equilibrium, efficient, loss: (best - reached) / of.asked };
}

function binAt(price: number): number {
  return Math.max(0, Math.round((price - lowest) / binWidth));
}
