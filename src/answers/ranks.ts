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
