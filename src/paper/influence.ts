import { rankCorrelation, sum } from '../math/statistics.ts';
import { behaviours, dimensions, weightOf, yardstick, type Dimension } from '../scores/index.ts';

/** How much one behaviour moves the score, after the paper's section 4.2. */
export interface Influence {
  readonly behaviour: string;
  readonly label: string;
  readonly dimension: Dimension;
  /** Market share × weight ÷ behaviours in the dimension. */
  readonly multiplier: number;
  /** Multiplier in percent of the yardstick's. */
  readonly impact: number;
  /** Share of the nine impacts' total, 0..1. */
  readonly share: number;
}

/** Table 6 from Tables 4 and 5, in the order of Table 5. */
export function influences(): Influence[] {
  const raw = behaviours.map(({ id, label, dimension, marketShare }) => {
    const among = behaviours.filter((other) => other.dimension === dimension).length;
    const multiplier = (marketShare * weightOf(dimension)) / among;
    return { behaviour: id, label, dimension, multiplier };
  });
  const unit = raw.find(({ behaviour }) => behaviour === yardstick)?.multiplier ?? Number.NaN;
  const total = sum(raw.map(({ multiplier }) => multiplier));
  return raw.map((row) => ({
    ...row,
    impact: (row.multiplier / unit) * 100,
    share: row.multiplier / total,
  }));
}

/** One dimension's weight in the score beside its share of the influence that Table 6 implies. */
export interface DimensionInfluence {
  readonly dimension: Dimension;
  readonly weight: number;
  readonly influence: number;
}

/** Influence by dimension, in the order of rising weight. */
export function influenceByDimension(): DimensionInfluence[] {
  const all = influences();
  return dimensions.map((dimension) => ({
    dimension,
    weight: weightOf(dimension),
    influence: sum(all.filter((one) => one.dimension === dimension).map(({ share }) => share)),
  }));
}

/** Spearman's rank correlation of influence and weight over the five dimensions. */
export function agreementWithWeights(): number {
  const rows = influenceByDimension();
  return rankCorrelation(
    rows.map(({ weight }) => weight),
    rows.map(({ influence }) => influence),
  );
}
