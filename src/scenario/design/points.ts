import { morrisTrajectory } from '../../designs/morris.ts';
import { saltelliDesign } from '../../designs/sobol-indices.ts';
import { sobolSequence } from '../../designs/sobol-sequence.ts';
import { exp, log } from '../../math/exp.ts';
import { seedKey } from '../../random/seed.ts';
import type { Scenario } from '../scenario.ts';
import type { Axis, Design, FactorValue, PointSample } from '../design-types.ts';
import { withValues } from './set-values.ts';

/** One point of a design. */
export interface Point {
  /** From its values alone: `p-` and twelve hexadecimal digits. Points with equal values are one and have one name. */
  readonly name: string;
  /** Shape (factors). */
  readonly values: readonly FactorValue[];
}

/** The points of a scenario, made when they are asked for. */
export interface Points {
  /** How many, equal ones counted as often as they stand. */
  readonly count: number;
  /** How many combinations are varied, and how many points are sampled for each: `count` is their product. */
  readonly varied: number;
  readonly sampled: number;
  /** Varied combinations outermost; points of the same sample row stand `sampled` apart. */
  readonly at: (index: number) => Point;
}

/**
 * The points of a scenario's design. A point hangs on its own place in grid and sample: with more of either, values that
 * were there before stay the same.
 */
export function pointsOf({ seed }: Pick<Scenario, 'seed'>, design: Design): Points {
  const varied = variedCount(design);
  const rows = sampleOf(design, seed);
  return {
    count: varied * rows.count,
    varied,
    sampled: rows.count,
    at(index) {
      const chosen = chosenValues(design, Math.floor(index / rows.count));
      const values = rows.at(index % rows.count, chosen);
      return { name: nameOf(design, values), values };
    },
  };
}

/** The plain scenario that a point is. */
export function scenarioAt(scenario: Scenario, { values }: Point): Scenario {
  const { design, ...plain } = scenario;
  const factors = design?.factors ?? [];
  return withValues(
    plain,
    factors.map(({ target }, i) => [target, values[i]] as const),
  );
}

/** Points in an order in which any beginning is spread over grid and sample: the bits of their places reversed. */
export function* interleaved(count: number): Generator<number> {
  let bits = 0;
  while (1 << bits < count) bits++;
  for (let i = 0; i < 1 << bits; i++) {
    let reversed = 0;
    for (let bit = 0; bit < bits; bit++) if ((i >>> bit) & 1) reversed |= 1 << (bits - 1 - bit);
    if (reversed < count) yield reversed;
  }
}

/** Combinations of what is varied. */
export function variedCount({ varied, zip }: Pick<Design, 'varied' | 'zip'>): number {
  if (zip) return varied[0]?.length ?? 1;
  return varied.reduce((product, values) => product * values.length, 1);
}

export function sampledCount(sample: PointSample | undefined): number {
  if (!sample) return 1;
  if (sample.kind === 'sobol') return sample.points;
  if (sample.kind === 'file') return sample.rows.length;
  return sample.kind === 'saltelli'
    ? sample.base * (sample.axes.length + 2)
    : sample.trajectories * (sample.axes.length + 1);
}

/** The first varied factor is outermost. */
function chosenValues({ varied, zip }: Design, index: number): FactorValue[] {
  if (zip) return varied.map((values) => values[index]);
  let rest = index;
  return varied
    .toReversed()
    .map((values) => {
      const value = values[rest % values.length];
      rest = Math.floor(rest / values.length);
      return value;
    })
    .toReversed();
}

/** Most that the shares of some lenders may be together. */
const mostOfSome = 0.95;

interface Rows {
  readonly count: number;
  readonly at: (row: number, chosen: readonly FactorValue[]) => FactorValue[];
}

function sampleOf({ sample, varied, factors }: Design, seed: string): Rows {
  if (!sample) return { count: 1, at: (_, chosen) => [...chosen] };
  const count = sampledCount(sample);
  if (sample.kind === 'file') {
    return { count, at: (row, chosen) => [...chosen, ...sample.rows[row]] };
  }
  const { axes } = sample;
  const unit = unitPoints(sample, `${seed}/sample`);
  const isShare = factors.map(({ target }) => target.of === 'lenders' && target.name === 'share');
  return {
    count,
    at(row, chosen) {
      const values = placed(axes, unit(row), chosen, varied.length);
      // Drawn together: what adds up to one is divided by its sum.
      const sum = values.reduce<number>((total, x, i) => total + (isShare[i] ? Number(x) : 0), 0);
      const drawn = isShare.filter((yes, i) => yes && i >= varied.length).length;
      // Indices may be of some shares only: something must be left to the lenders that have the others.
      const whole = sample.kind === 'saltelli' ? Math.max(1, sum / mostOfSome) : sum;
      return drawn > 1
        ? values.map((value, i) => (isShare[i] ? Number(value) / whole : value))
        : values;
    },
  };
}

/** Points of the unit cube, by row. */
function unitPoints(
  sample: Exclude<PointSample, { kind: 'file' }>,
  seed: string,
): (row: number) => Float64Array {
  const { axes } = sample;
  if (sample.kind === 'sobol') return sobolSequence(axes.length, seed);
  if (sample.kind === 'saltelli') {
    const block = saltelliDesign(axes.length, seed);
    const size = axes.length + 2;
    let base = { number: 0, points: block(0) };
    return (row) => {
      const number = Math.floor(row / size);
      if (base.number !== number) base = { number, points: block(number) };
      return base.points[row % size];
    };
  }
  const length = axes.length + 1;
  let held = { number: -1, points: morrisTrajectory(axes.length, seed, 0).points };
  return (row) => {
    const number = Math.floor(row / length);
    if (held.number !== number) {
      held = { number, points: morrisTrajectory(axes.length, seed, number).points };
    }
    return held.points[row % length];
  };
}

/** From the unit cube to values: those that leave room for others first. */
function placed(
  axes: readonly Axis[],
  u: Float64Array,
  chosen: readonly FactorValue[],
  first: number,
): FactorValue[] {
  const values: FactorValue[] = [...chosen];
  const isLimited = (axis: Axis) => axis.kind === 'range' && axis.limit?.less !== undefined;
  for (const limited of [false, true]) {
    axes.forEach((axis, i) => {
      if (isLimited(axis) === limited) values[first + i] = valueAt(axis, u[i], values);
    });
  }
  return values;
}

/** @param u 0 … 1, both included */
function valueAt(axis: Axis, u: number, values: readonly FactorValue[]): FactorValue {
  if (axis.kind === 'list') {
    return axis.values[Math.min(axis.values.length - 1, Math.floor(u * axis.values.length))];
  }
  const { low, scale, whole, limit } = axis;
  const less = limit?.less === undefined ? 0 : Number(values[limit.less]);
  const high = Math.max(low, Math.min(axis.high, limit ? limit.total - less : Infinity));
  if (whole) return low + Math.min(high - low, Math.floor(u * (high - low + 1)));
  if (scale === 'linear') return low + u * (high - low);
  return Math.min(high, Math.max(low, low * exp(u * log(high / low))));
}

function nameOf({ factors }: Design, values: readonly FactorValue[]): string {
  const parts = factors.map(({ key }, i) => `${key}=${JSON.stringify(values[i])}`).toSorted();
  const words = seedKey(`point:${parts.join('\n')}`, 0);
  return `p-${words
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('')
    .slice(0, 12)}`;
}
