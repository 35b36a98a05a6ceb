import type { DesignOutput } from '../designs/sobol-indices.ts';

/**
 * Numbers by their rank among all that are defined: 0 for the smallest, 1 for the largest, equal ones the same. Effects on
 * ranks see the order of points and not how far apart they lie, so that a few enormous values hide nothing (Iman & Conover
 * 1979, "The use of the rank transform in regression", Technometrics 21, 499–509).
 *
 * @returns NaN where nothing is defined. Shape (replicates × points).
 */
export function rankShares(values: DesignOutput): Float64Array[] {
  const sorted = Float64Array.from(
    values.flatMap((one) => [...one].filter((x) => !Number.isNaN(x))),
  );
  sorted.sort();
  const places = new Map<number, { from: number; to: number }>();
  sorted.forEach((x, at) => {
    const place = places.get(x);
    if (place) place.to = at;
    else places.set(x, { from: at, to: at });
  });
  const last = Math.max(1, sorted.length - 1);
  return values.map((one) =>
    Float64Array.from(one, (x) => {
      const place = places.get(x);
      return place ? (place.from + place.to) / 2 / last : NaN;
    }),
  );
}

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
  const all = (values[0] ?? new Float64Array(0)).map((_, p) => meanOf(values, p));
  const known = all.filter((x) => !Number.isNaN(x));
  if (known.length < fewest) return undefined;
  const centre = known.reduce((sum, x) => sum + x, 0) / known.length;
  const squares = known.map((x) => (x - centre) * (x - centre)).toSorted((a, b) => b - a);
  const half = squares.reduce((sum, x) => sum + x, 0) / 2;
  let points = 0;
  for (let held = 0; held < half; points++) held += squares[points];
  return points > 0 && points <= few * known.length ? { points, of: known.length } : undefined;
}

/** Mean over the replicates in which it is defined. */
function meanOf(values: DesignOutput, point: number): number {
  const known = values.map((one) => one[point]).filter((x) => !Number.isNaN(x));
  return known.reduce((sum, x) => sum + x, 0) / known.length;
}
