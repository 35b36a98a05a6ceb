/** Demand and average cost as straight lines of the price, and what follows from them. NaN where it does not. */
export interface LinearMarket {
  /** Average cost rises by this per unit of price; positive: adverse selection, negative: advantageous. */
  readonly costSlope: number;
  /** Price at which lenders break even: p = AC(p). */
  readonly equilibrium: number;
  /** Price at which the marginal taker pays what it costs: p = MC(p). */
  readonly efficient: number;
  /** The triangle between demand and marginal cost: share of takers between equilibrium and efficient price, and its height. */
  readonly forgone: number;
  readonly gap: number;
  /** Welfare lost in equilibrium, per applicant asked: half of what its sides span. */
  readonly loss: number;
  /** Cost of those who just take at this price. */
  readonly marginalCost: (price: number) => number;
}

/**
 * Cost curves from a randomised grid of prices: demand q = a + bp is regressed on the price among all who are asked, cost
 * AC = c + dp among takers; then MC = d(q·AC)/dq = c + d·(a/b + 2p), and equilibrium, efficient price and loss are where
 * straight lines cross.
 *
 * Einav, Finkelstein & Cullen (2010), Quarterly Journal of Economics 125, 877–921, sections II and IV.
 *
 * @param price tried in each arm. Shape (arms), like the rest.
 * @param asked applicants in the arm
 * @param taken how many of them took
 * @param cost of all who took, together
 */
export function linearMarket(
  price: readonly number[],
  asked: Float64Array,
  taken: Float64Array,
  cost: Float64Array,
): LinearMarket {
  const [a, b] = line(price, asked, (arm) => taken[arm] / asked[arm]);
  const [c, d] = line(price, taken, (arm) => cost[arm] / taken[arm]);
  const demand = (p: number) => a + b * p;
  const marginalCost = (p: number) => c + d * (a / b + 2 * p);
  // Where cost rises as fast as the price, lenders never break even; where demand is gone there is no market.
  const crossing = (p: number, rises: number) =>
    rises < 1 && demand(p) > 0 && demand(p) < 1 ? p : NaN;
  const equilibrium = crossing(c / (1 - d), d);
  const efficient = crossing((c + (d * a) / b) / (1 - 2 * d), 2 * d);
  const forgone = demand(efficient) - demand(equilibrium);
  const gap = equilibrium - marginalCost(equilibrium);
  const loss = (forgone * gap) / 2;
  return { costSlope: d, equilibrium, efficient, forgone, gap, loss, marginalCost };
}

/**
 * The loss as estimated from two halves of the applicants: one side of the triangle from either half, both ways round. Each side
 * grows with the slope of cost, so that a triangle made of one sample has the square of its error in it, and finds a loss
 * where there is none. This one may be negative.
 */
export function crossedLoss(one: LinearMarket, other: LinearMarket): number {
  return (one.forgone * other.gap + other.forgone * one.gap) / 4;
}

/** Level and slope of the least-squares line through the means of groups, each weighted by its size. */
function line(
  x: readonly number[],
  size: Float64Array,
  mean: (group: number) => number,
): readonly [number, number] {
  const groups = [...x.keys()].filter((group) => size[group] > 0);
  const sum = (of: (group: number) => number) =>
    groups.reduce((total, group) => total + size[group] * of(group), 0);
  const n = sum(() => 1);
  const centreX = sum((group) => x[group]) / n;
  const centreY = sum(mean) / n;
  const slope =
    sum((group) => (x[group] - centreX) * (mean(group) - centreY)) /
    sum((group) => (x[group] - centreX) * (x[group] - centreX));
  return [centreY - slope * centreX, slope];
}
