import type { Cells, ChartInputs } from '../chart.ts';
import { curves, type CurvePoint } from '../kit/experiment-rows.ts';

/** One point of one curve: at this share of takers, the price or cost. */
export interface CostPoint extends Cells {
  readonly institution: string;
  readonly label: string;
  readonly curve: string;
  /** Share of approved applications that take the loan. */
  readonly share: number;
  /** Over the cost that the lender foresees, in principals. */
  readonly value: number;
  /** 95% interval, of the share for demand and of the value for costs; null with one replicate. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * From where demand meets average cost to where it meets marginal cost: demand above, marginal cost below. None where
 * the curves do not meet at the prices that were tried.
 */
export function triangleOf(institution: string, table: readonly CostPoint[]) {
  const own = (curve: string) =>
    table
      .filter((one) => one.institution === institution && one.curve === curve)
      .toSorted((a, b) => a.share - b.share)
      .map(({ share, value }) => [share, value] as const);
  const [demand, average, marginal] = [own('demand'), own('average'), own('marginal')];
  const ends = [meeting(demand, average), meeting(demand, marginal)].toSorted((a, b) => a - b);
  const [from = NaN, to = NaN] = ends;
  if (Number.isNaN(from + to)) return [];
  const inside = demand.map(([share]) => share).filter((at) => at > from && at < to);
  return [from, ...inside, to].map((share) => ({
    institution,
    share,
    price: between(demand, share),
    cost: between(marginal, share),
  }));
}

/** The share of takers at which demand and a cost curve meet, by straight lines between points; NaN if they do not. */
function meeting(
  demand: readonly (readonly [number, number])[],
  cost: readonly (readonly [number, number])[],
): number {
  const over = demand.map(([share, price]) => [share, price - between(cost, share)] as const);
  const after = over.findIndex(([, gap], k) => k > 0 && gap * (over[k - 1]?.[1] ?? NaN) <= 0);
  const [a, b] = [over[after - 1], over[after]];
  if (a === undefined || b === undefined) return NaN;
  return a[1] === b[1] ? a[0] : a[0] + ((b[0] - a[0]) * a[1]) / (a[1] - b[1]);
}

/** Value at `x` on the broken line through points sorted by their first coordinate; the ends go on level. */
function between(points_: readonly (readonly [number, number])[], x: number): number {
  const after = points_.findIndex(([at]) => at >= x);
  const [first, last] = [points_[0], points_.at(-1)];
  if (after <= 0) return (after === 0 ? first : last)?.[1] ?? NaN;
  const [a, b] = [points_[after - 1] ?? [0, 0], points_[after] ?? [0, 0]];
  return a[1] + ((b[1] - a[1]) * (x - a[0])) / (b[0] - a[0]);
}

/** The exact curves; each price is one point of each. */
export function costPoints(inputs: ChartInputs): CostPoint[] {
  const read = (name: string) => curves(inputs, 'cost-curves', `cost-curves:${name}-true`);
  const demand = read('demand');
  const costs = { average: read('average-cost'), marginal: read('marginal-cost') };
  return demand.flatMap(({ institution, label, at, mean: share, low, high }) => {
    if (share === null) return [];
    const of = (curve: string, points_: readonly CurvePoint[]): CostPoint[] => {
      const cost = points_.find((one) => one.institution === institution && one.at === at);
      if (cost === undefined || cost.mean === null) return [];
      const { mean: value, low: from, high: to } = cost;
      return [{ institution, label, curve, share, value, low: from, high: to }];
    };
    return [
      { institution, label, curve: 'demand', share, value: at, low, high },
      ...of('average', costs.average),
      ...of('marginal', costs.marginal),
    ];
  });
}
