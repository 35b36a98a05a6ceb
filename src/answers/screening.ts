import {
  morrisEffects,
  morrisOrder,
  type MorrisEffect,
  type Trajectory,
} from '../designs/morris.ts';
import { mean } from '../math/statistics.ts';
import type { Output } from './question.ts';

/** What screening finds. */
export interface Screening {
  /** By factor. μ* and σ are sums over outputs of their means over replicates; μ is NaN with several outputs. */
  readonly effects: readonly MorrisEffect[];
  /** Factors by μ*, largest first. */
  readonly order: readonly number[];
  /** Of the first ten factors, how many are among the first ten by half of the trajectories, and whether in the same order. */
  readonly stability: {
    readonly first: number;
    readonly shared: number;
    readonly sameOrder: boolean;
  };
}

/**
 * Elementary effects over all outputs and replicates of a design of whole trajectories.
 *
 * @param trajectories in the order of the points
 * @param compared how many first factors are compared with those by half of the trajectories
 */
export function screen(
  trajectories: readonly Trajectory[],
  outputs: readonly Output[],
  compared = 10,
): Screening {
  const effects = effectsOf(trajectories, outputs, trajectories.length);
  const order = ordered(effects, trajectories.length);
  const all = order.slice(0, compared);
  const some = Math.ceil(trajectories.length / 2);
  const half = ordered(effectsOf(trajectories, outputs, some), some);
  const first = half.slice(0, compared);
  return {
    effects,
    order,
    stability: {
      first: all.length,
      shared: all.filter((factor) => first.includes(factor)).length,
      sameOrder: all.every((factor, place) => first[place] === factor),
    },
  };
}

/**
 * By μ*, those last of which too few steps are defined: points are left out where a market froze, and one lucky step must
 * not rank a factor first.
 */
function ordered(effects: readonly MorrisEffect[], trajectories: number): number[] {
  const isKnown = (factor: number) => effects[factor].n >= leastSteps(trajectories);
  const order = morrisOrder(effects);
  return [...order.filter(isKnown), ...order.filter((factor) => !isKnown(factor))];
}

/** Steps of a factor that must be defined for it to be ranked: a quarter of them, and two. */
export function leastSteps(trajectories: number): number {
  return Math.min(trajectories, Math.max(2, Math.ceil(trajectories / 4)));
}

function effectsOf(
  trajectories: readonly Trajectory[],
  outputs: readonly Output[],
  count: number,
): MorrisEffect[] {
  const factors = trajectories[0]?.moved.length ?? 0;
  const length = factors + 1;
  const taken = trajectories.slice(0, count);
  const byOutput = outputs.map(({ values }) =>
    values.map((one) =>
      morrisEffects(
        taken,
        taken.map((_, t) => one.subarray(t * length, (t + 1) * length)),
      ),
    ),
  );
  return Array.from({ length: factors }, (_, factor) => {
    const of = (part: keyof MorrisEffect) =>
      byOutput.map((replicates) =>
        mean(replicates.map((one) => one[factor][part]).filter((x) => !Number.isNaN(x))),
      );
    const total = (part: 'muStar' | 'sigma') => of(part).reduce((sum, x) => sum + x, 0);
    return {
      mu: outputs.length === 1 ? of('mu')[0] : NaN,
      muStar: outputs.length === 0 ? NaN : total('muStar'),
      sigma: outputs.length === 0 ? NaN : total('sigma'),
      n: Math.min(...byOutput.flatMap((replicates) => replicates.map((one) => one[factor].n))),
    };
  });
}

/** What moves the answer less than this, relative to what moves it most, is the dust of arithmetic. */
const rounding = 1e-9;

/**
 * The factors that indices are computed of: the first of screening, as long as they do anything.
 *
 * @param most how many at most
 */
export function kept({ effects, order }: Screening, most: number): number[] {
  const largest = effects[order[0] ?? 0]?.muStar ?? NaN;
  return order.filter((factor) => effects[factor].muStar > rounding * largest).slice(0, most);
}
