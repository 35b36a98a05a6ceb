import { simultaneousBands, trend, type Bands } from '../designs/bands.ts';
import type { Estimate } from '../math/interval.ts';
import { mean } from '../math/statistics.ts';
import { differencesOf, type PointValues } from './point-values.ts';

/** A measure along the values of one factor, under one institution. */
export interface Curve {
  readonly institution: string;
  /** Bands of the level; 95% of them hold the whole true curve. */
  readonly level: Bands;
  /** The same of the paired difference to the reference; undefined for the reference itself. */
  readonly difference?: Bands;
  /** Change per unit of the factor, a line through each replicate; undefined where the factor is no number. */
  readonly trend?: Estimate;
}

/**
 * A curve an institution.
 *
 * @param at points at each value of the factor, values in the order of the file, numbers in numeric order. Where there are
 *   several, as where what is not known is sampled, their mean in each replicate counts.
 * @param x values of the factor, if it is a number
 * @param seed of the bootstrap
 */
export function curvesOf(
  values: PointValues,
  reference: string,
  at: readonly (readonly number[])[],
  x: readonly number[] | undefined,
  seed: string,
): Curve[] {
  const base = values.institutions.indexOf(reference);
  return values.institutions.map((institution, i) => {
    const own = along(values.values[i], at);
    return {
      institution,
      level: simultaneousBands(own, `${seed}/${institution}`),
      ...(i !== base &&
        base >= 0 && {
          difference: simultaneousBands(
            along(differencesOf(values, i, base), at),
            `${seed}/${institution}/difference`,
          ),
        }),
      ...(x && x.length > 1 && { trend: trend(x, own) }),
    };
  });
}

/** Means over the points of each value, by replicate. Shape (replicates × values). */
function along(
  replicates: readonly Float64Array[],
  at: readonly (readonly number[])[],
): Float64Array[] {
  return replicates.map((one) =>
    Float64Array.from(at, (points) =>
      mean(points.map((p) => one[p]).filter((v) => !Number.isNaN(v))),
    ),
  );
}

/** Values of a factor with the places of the points that have them: numbers in numeric order, others as they come. */
export function levelsOf<Value>(
  values: readonly Value[],
): { readonly value: Value; readonly points: readonly number[] }[] {
  const found = new Map<string, { value: Value; points: number[] }>();
  values.forEach((value, p) => {
    const key = JSON.stringify(value);
    const level = found.get(key);
    if (level) level.points.push(p);
    else found.set(key, { value, points: [p] });
  });
  const levels = [...found.values()];
  if (!levels.every(({ value }) => typeof value === 'number')) return levels;
  return levels.toSorted((a, b) => Number(a.value) - Number(b.value));
}
