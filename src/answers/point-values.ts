import { estimate } from '../math/interval.ts';

/** One measure at all points of a design. All institutions meet the same people with the same luck in a replicate. */
export interface PointValues {
  /** Ids, in the order of the scenario. */
  readonly institutions: readonly string[];
  /**
   * By institution and replicate, a value at each point: NaN where the measure is not defined or the point is left out.
   * Shape (institutions × replicates × points).
   */
  readonly values: readonly (readonly Float64Array[])[];
}

/** Which way is good: 1 where more is better, −1 where less is. A measure without a good direction counts as it is. */
export function goodSign({ better }: { readonly better: string }): 1 | -1 {
  return better === 'lower' ? -1 : 1;
}

/**
 * Means over some replicates at each point; what is not defined in one is left out of the mean.
 *
 * @param replicates all unless given
 * @returns NaN where no replicate is defined. Shape (institutions × points).
 */
export function pointMeans(
  { values }: PointValues,
  replicates: (replicate: number) => boolean = () => true,
): Float64Array[] {
  return values.map((all) => {
    const taken = all.filter((_, r) => replicates(r));
    return Float64Array.from({ length: all[0]?.length ?? 0 }, (_, p) => {
      return estimate(taken.map((one) => one[p])).mean;
    });
  });
}

/** The difference of two institutions in each replicate. Shape (replicates × points). */
export function differencesOf({ values }: PointValues, a: number, b: number): Float64Array[] {
  return values[a].map((one, r) => one.map((value, p) => value - values[b][r][p]));
}
