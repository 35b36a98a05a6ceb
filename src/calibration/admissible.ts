import { splitRHat } from '../designs/r-hat.ts';
import { thin } from '../designs/spread.ts';
import { mean, standardDeviation } from '../math/statistics.ts';
import type { ConditionKept } from './conditions.ts';
import { isInsideBand } from './misfit.ts';
import { placeInRange, pointOf, valuesAt, type FreeParameter } from './space.ts';
import type { Target } from './targets.ts';

/** Vectors of a set are at least so far apart: root mean square over parameters, in ranges. */
export const leastDistance = 0.1;

/** A vector that may belong to the set. */
export interface VectorCandidate {
  /** The descent whose chain it comes from. */
  readonly start: string;
  /** Of the free parameters. */
  readonly values: readonly number[];
}

/**
 * Candidates from chains: draws at equal distances, chain by chain in turn, none nearer to one before it than the least
 * distance.
 *
 * @param draws of each chain, in the order of its steps. Shape (chains × draws), points in 0 … 1.
 * @param most candidates, about
 * @param before earlier candidates, to which the same distance is kept
 */
export function candidatesOf(
  free: readonly FreeParameter[],
  starts: readonly string[],
  draws: readonly (readonly Float64Array[])[],
  most: number,
  before: readonly VectorCandidate[] = [],
): VectorCandidate[] {
  const each = Math.ceil(most / starts.length);
  const inTurn = Array.from({ length: each }, (_, k) =>
    starts.flatMap((start, c) => {
      const of = draws[c];
      // From the middle of equal parts, so that the first draws count no more than the last.
      const point = of[Math.floor(((k + 0.5) * of.length) / each)];
      return point ? [{ start, values: valuesAt(free, point) }] : [];
    }),
  ).flat();
  const all = [...before, ...inTurn];
  const points = all.map(({ values }) => pointOf(free, values));
  return thin(points, leastDistance).flatMap((i) => (i < before.length ? [] : [all[i]]));
}

/** Whether all targets but the stated ones are inside. */
export function isAdmissible(
  targets: readonly Target[],
  moments: readonly number[],
  stated: readonly number[],
): boolean {
  return targets.every((target, i) => stated.includes(i) || isInsideBand(target, moments[i]));
}

/** A set of vectors that fit, and how it was drawn. */
export interface Admissible {
  readonly set: readonly VectorCandidate[];
  /** Of the set, the vector that breaks fewest conditions, then of the least misfit in large markets; undefined where it is empty. */
  readonly best: VectorCandidate | undefined;
  /** Descents from whose optima the chains began. */
  readonly starts: readonly string[];
  /** Targets that the vectors may miss. Indices. */
  readonly stated: readonly number[];
  /** How its vectors keep the conditions, each by its worst value over institutions. */
  readonly conditions: readonly ConditionKept[];
  readonly spread: readonly Spread[];
  /** What the chains drew in the last round. Shape (chains × steps), points in 0 … 1. */
  readonly draws: readonly (readonly Float64Array[])[];
  /** Steps of each chain, those aside in which it found its stride. */
  readonly steps: number;
  /** How often chains were walked, each time knowing more of large markets. */
  readonly rounds: number;
  readonly wanted: number;
  /** Vectors looked at in the large markets. */
  readonly candidates: number;
}

/** How chains and the set lie in the range of one parameter. */
export interface Spread {
  readonly key: string;
  /** Share of its range between the lowest and the highest value in the set. */
  readonly filled: number;
  /** 1.1 or less: chains of different starts agree. */
  readonly rHat: number;
  /** Of the draws of each chain, in 0 … 1 of the range. */
  readonly byStart: readonly { readonly mean: number; readonly deviation: number }[];
}

/** @param draws of each chain. Shape (chains × draws), points in 0 … 1. */
export function spreadOf(
  free: readonly FreeParameter[],
  draws: readonly (readonly Float64Array[])[],
  kept: readonly VectorCandidate[],
): Spread[] {
  return free.map((parameter, i) => {
    const places = kept.map(({ values }) => placeInRange(parameter, values[i]));
    const chains = draws.map((points) => points.map((point) => point[i]));
    return {
      key: parameter.key,
      filled: places.length === 0 ? NaN : Math.max(...places) - Math.min(...places),
      rHat: splitRHat(chains),
      byStart: chains.map((chain) => ({ mean: mean(chain), deviation: standardDeviation(chain) })),
    };
  });
}
