import { Chain } from '../designs/chain.ts';
import { log } from '../math/exp.ts';
import { normalCdf } from '../math/normal.ts';
import { distanceOutside } from './misfit.ts';
import type { Target } from './targets.ts';

/** Where a chain begins. */
interface WalkStart {
  /** `start-1`, …: the descent whose optimum this is. */
  readonly start: string;
  /** Each coordinate 0 … 1. Shape (parameters). */
  readonly point: Float64Array;
}

export interface WalkOptions {
  readonly starts: readonly WalkStart[];
  /** Log density at a point, up to a constant. */
  readonly densityAt: (point: Float64Array) => number;
  readonly seed: string;
  /** Steps of each chain that count. */
  readonly steps: number;
  /** Steps before them, in which a chain only finds its stride. */
  readonly warmUp: number;
  /** Shape of the first proposals; see `proposalShape`. */
  readonly covariance: Float64Array;
}

/** Chances below this are told by their distance: of nothing there is no logarithm. */
const leastChance = 1e-12;

/**
 * Logarithm of the chance that a vector fits, where values are known up to an error: the product over targets. The prior is
 * uniform over the ranges (on a log scale where the range has one), so that it is the density of vectors that fit, too.
 *
 * @param values what an emulator says of the targets. Shape (targets).
 * @param errors standard deviations of what it says. Shape (targets).
 * @param stated targets that may be missed. Indices.
 */
export function logChanceInside(
  targets: readonly Target[],
  values: readonly number[],
  errors: readonly number[],
  stated: readonly number[],
): number {
  let sum = 0;
  targets.forEach((target, i) => {
    if (stated.includes(i)) return;
    const [low, high] = target.band.map((end) => normalCdf((end - values[i]) / errors[i]));
    const chance = high - low;
    const beyond = (distanceOutside(target, values[i]) * target.scale) / errors[i];
    sum += chance > leastChance ? log(chance) : log(leastChance) - (beyond * beyond) / 2;
  });
  return sum;
}

/** Walks through the vectors that fit, as far as the density knows them, from each start. @returns the chains, at their ends */
export function walk(options: WalkOptions): readonly Chain[] {
  const { starts, densityAt, seed, steps, warmUp, covariance } = options;
  return starts.map(({ start, point }) => {
    const logDensity = densityAt(point);
    const chain = new Chain({
      ...{ start: point, logDensity, seed: `${seed}/${start}`, warmUp, covariance },
    });
    for (;;) {
      const asked = chain.ask(steps + warmUp);
      if (!asked) return chain;
      chain.tell(densityAt(asked));
    }
  });
}
