import { mean, standardDeviation } from '../math/statistics.ts';
import { stream } from '../random/stream.ts';

/** A walk through the unit cube that moves each factor once. */
export interface Trajectory {
  /** Points in the order of the walk, each of shape (factors). Shape (factors + 1). */
  readonly points: readonly Float64Array[];
  /** The factor that moves from a point to the next. Shape (factors). */
  readonly moved: Int32Array;
}

/**
 * One trajectory of Morris's screening design.
 *
 * Morris (1991), "Factorial sampling plans for preliminary computational experiments", Technometrics 33, 161–174. A
 * factor takes `levels` equally spaced values 0 … 1 and moves by Δ = levels / (2 (levels − 1)), up or down, so that each
 * level is as likely. A trajectory hangs on its number alone: more of them change no earlier one.
 *
 * @param factors at least 1
 * @param levels an even number, 4 unless given
 * @param seed of the whole design
 * @param index of the trajectory, from 0
 * @throws RangeError for odd levels or no factor
 */
export function morrisTrajectory(
  factors: number,
  seed: string,
  index: number,
  levels = 4,
): Trajectory {
  if (!(Number.isInteger(levels) && levels >= 2 && levels % 2 === 0)) {
    throw new RangeError(`Morris trajectories need an even number of levels, not ${levels}`);
  }
  if (!(factors >= 1)) throw new RangeError('Morris trajectories need a factor');
  const name = `${factors} ${levels} ${index} ${seed}`;
  const trajectory = drawn.get(name) ?? walk(factors, seed, index, levels);
  drawn.set(name, trajectory);
  const [oldest] = drawn.keys();
  if (drawn.size * factors * (factors + 1) > mostHeld && oldest !== undefined) drawn.delete(oldest);
  return trajectory;
}

/** A design asks for its points spread over all trajectories: each is drawn once, not once a point. */
const drawn = new Map<string, Trajectory>();

/** Most numbers of trajectories that are held: 32 MB. */
const mostHeld = 4_000_000;

function walk(factors: number, seed: string, index: number, levels: number): Trajectory {
  const { below, permutation } = stream(`${seed}/trajectory:${index}`);
  // Levels are counted in steps of 1 / (levels − 1); half of them are low enough to move up by Δ.
  const half = levels / 2;
  const level = new Int32Array(factors);
  const step = new Int32Array(factors);
  for (let i = 0; i < factors; i++) {
    const up = below(2) === 1;
    level[i] = below(half) + (up ? 0 : half);
    step[i] = up ? half : -half;
  }
  const at = () => Float64Array.from(level, (value) => value / (levels - 1));
  const moved = permutation(factors);
  const points = [at()];
  for (const i of moved) {
    level[i] += step[i];
    points.push(at());
  }
  return { points, moved };
}

/** What a factor does, over all trajectories. */
export interface MorrisEffect {
  /** Mean of elementary effects. */
  readonly mu: number;
  /** Mean of their absolute values: how much the factor matters. */
  readonly muStar: number;
  /** Their standard deviation: how far the effect hangs on where the others are. */
  readonly sigma: number;
  /** Trajectories in which the effect is defined. */
  readonly n: number;
}

/**
 * Elementary effects: changes of the output per change of one factor over its whole range.
 *
 * μ* is of Campolongo, Cariboni & Saltelli (2007), "An effective screening design for sensitivity analysis of large
 * models", Environmental Modelling & Software 22, 1509–1518.
 *
 * @param outputs the output at each point of each trajectory. NaN where it is not defined: the two effects that touch
 *   it are left out. Shape (trajectories × (factors + 1)).
 * @returns one a factor; NaN where there is no effect (σ: fewer than two). Shape (factors).
 */
export function morrisEffects(
  trajectories: readonly Trajectory[],
  outputs: readonly ArrayLike<number>[],
): MorrisEffect[] {
  const effects: number[][] = Array.from(trajectories[0]?.moved ?? [], () => []);
  trajectories.forEach(({ points, moved }, t) => {
    moved.forEach((factor, k) => {
      const change = points[k + 1][factor] - points[k][factor];
      const effect = (outputs[t][k + 1] - outputs[t][k]) / change;
      if (!Number.isNaN(effect)) effects[factor].push(effect);
    });
  });
  return effects.map((values) => ({
    mu: mean(values),
    muStar: mean(values.map(Math.abs)),
    sigma: standardDeviation(values),
    n: values.length,
  }));
}

/** Factors by μ*, largest first; equal ones in their own order, undefined ones last. Shape (factors). */
export function morrisOrder(effects: readonly MorrisEffect[]): number[] {
  const size = ({ muStar }: MorrisEffect) => (Number.isNaN(muStar) ? -1 : muStar);
  return [...effects.keys()].toSorted((i, j) => size(effects[j]) - size(effects[i]) || i - j);
}

/** Whether the first factors would be the same with less work. */
export interface OrderStability {
  /** The first factors by all trajectories, and by the first half of them. */
  readonly all: readonly number[];
  readonly half: readonly number[];
  /** Of the first by all, how many are among the first by half. */
  readonly shared: number;
  /** Whether both are the same in the same order. */
  readonly sameOrder: boolean;
}

/**
 * Compares the order by all trajectories with that by the first half of them (rounded up).
 *
 * @param first how many factors are compared, 10 unless given
 */
export function orderStability(
  trajectories: readonly Trajectory[],
  outputs: readonly ArrayLike<number>[],
  first = 10,
): OrderStability {
  const order = (count: number) =>
    morrisOrder(morrisEffects(trajectories.slice(0, count), outputs.slice(0, count)));
  const all = order(trajectories.length).slice(0, first);
  const half = order(Math.ceil(trajectories.length / 2)).slice(0, first);
  return {
    all,
    half,
    shared: all.filter((factor) => half.includes(factor)).length,
    sameOrder: all.every((factor, place) => half[place] === factor),
  };
}
