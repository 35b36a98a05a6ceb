import type { DesignOutput } from '../designs/sobol-indices.ts';
import { estimate } from '../math/interval.ts';
import { mean, sum } from '../math/statistics.ts';

/** How few points hold half of all variation. */
export interface Concentration {
  readonly points: number;
  /** Of so many at which the output is defined. */
  readonly of: number;
}

/** Share of points that, holding half of the variation, make an answer one of theirs. */
const few = 0.02;
/** Fewer points than these tell nothing about tails. */
const fewest = 50;

/**
 * The points that hold half of the squared deviations from the mean of an output, if they are at most 2% of all: then whatever
 * is made of variances speaks of them. Undefined if variation is spread over more, or the points are too few to tell.
 */
export function concentration(values: DesignOutput): Concentration | undefined {
  const means = [...(values[0] ?? [])].map((_, p) => estimate(values.map((one) => one[p])).mean);
  const known = means.filter((x) => !Number.isNaN(x));
  if (known.length < fewest) return undefined;
  const centre = mean(known);
  const squares = known.map((x) => (x - centre) * (x - centre)).toSorted((a, b) => b - a);
  const half = sum(squares) / 2;
  let points = 0;
  for (let held = 0; held < half; points++) held += squares[points];
  return points > 0 && points <= few * known.length ? { points, of: known.length } : undefined;
}
