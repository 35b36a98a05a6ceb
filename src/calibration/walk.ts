import { Chain } from '../designs/chain.ts';
import { distanceOutside } from './misfit.ts';
import type { Target } from './targets.ts';

/** Where a chain begins. */
interface WalkStart {
  /** `start-1`, …: the descent whose optimum this is. */
  readonly start: string;
  /** Each coordinate 0 … 1. Shape (parameters). */
  readonly point: Float64Array;
  readonly logDensity: number;
}

export interface WalkOptions {
  readonly starts: readonly WalkStart[];
  readonly seed: string;
  /** Steps of each chain, the first `warmUp` of which only find their stride. */
  readonly steps: number;
  readonly warmUp: number;
  /** Shape of the first proposals; see `proposalShape`. */
  readonly covariance: Float64Array;
}

/** A point whose log density is asked for. */
export interface WalkAsked {
  readonly stage: string;
  readonly point: Float64Array;
  /** Log density that the point must exceed to matter. */
  readonly bar: number;
}

/** How soft the ends of bands are, in scales: about what luck does to a value in a small market. */
const softness = 0.25;

/**
 * Log density of vectors that fit, up to a constant: the same wherever all values are inside their bands (the prior is
 * uniform over the ranges, on a log scale where the range has one), falling like a normal density outside them, because
 * small markets know values only so well.
 *
 * @param moments values of the targets; NaN counts as far outside. Shape (targets).
 * @param stated targets that may be missed. Indices.
 */
export function logDensityOf(
  targets: readonly Target[],
  moments: readonly number[],
  stated: readonly number[],
): number {
  let sum = 0;
  targets.forEach((target, i) => {
    if (stated.includes(i)) return;
    const beyond = Number.isNaN(moments[i]) ? 1000 : distanceOutside(target, moments[i]);
    sum -= (beyond * beyond) / (2 * softness * softness);
  });
  return sum;
}

/** The most that the density can be once some values are known (the others NaN). */
export function densityAtMost(
  targets: readonly Target[],
  moments: readonly number[],
  stated: readonly number[],
): number {
  const unknown = [...targets.keys()].filter((i) => Number.isNaN(moments[i]));
  return logDensityOf(targets, moments, [...stated, ...unknown]);
}

/**
 * Walks through the vectors that fit, from several starts at once: questions and answers as in `search`. What is asked
 * follows from what was told.
 *
 * @returns the chains, whose draws follow the density
 */
export function* walk({
  starts,
  seed,
  steps,
  warmUp,
  covariance,
}: WalkOptions): Generator<readonly WalkAsked[], readonly Chain[], readonly number[]> {
  const chains = starts.map(
    ({ start, point, logDensity }) =>
      new Chain({ start: point, logDensity, seed: `${seed}/${start}`, warmUp, covariance }),
  );
  for (;;) {
    const asked = chains.flatMap((chain, k) => {
      const point = chain.ask(steps);
      return point ? [{ chain, asked: { stage: starts[k].start, point, bar: chain.bar } }] : [];
    });
    if (asked.length === 0) return chains;
    const told = yield asked.map((one) => one.asked);
    asked.forEach(({ chain }, k) => chain.tell(told[k]));
  }
}
