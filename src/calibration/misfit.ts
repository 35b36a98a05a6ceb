import type { Target } from './targets.ts';

/** How a vector's values compare with the targets. */
export interface Misfit {
  /** Sum of squared misses in units of scales, plus that outside the bands counted tenfold; smaller is better. */
  readonly value: number;
  /** Targets whose value lies outside its band, or is not defined. Indices. */
  readonly outside: readonly number[];
}

/** What counts where a value is not defined: as a miss by ten scales. */
const undefinedMiss = 10;
/** Weight of the squared distance from a band, beside that from the value. */
const bandWeight = 10;

/** How far outside the band a value lies, in units of scales; NaN where it is not defined. */
export function distanceOutside({ band: [low, high], scale }: Target, value: number): number {
  return Math.max(0, low - value, value - high) / scale;
}

/** Whether a value fits; one that is not defined does not. */
export function isInsideBand({ band: [low, high] }: Target, value: number): boolean {
  return value >= low && value <= high;
}

/** @param values of the targets, in their order. Shape (targets). */
export function misfitOf(targets: readonly Target[], values: readonly number[]): Misfit {
  let sum = 0;
  const outside: number[] = [];
  targets.forEach((target, i) => {
    const value = values[i];
    const miss = Number.isNaN(value) ? undefinedMiss : (value - target.value) / target.scale;
    const beyond = Number.isNaN(value) ? undefinedMiss : distanceOutside(target, value);
    sum += miss * miss + bandWeight * beyond * beyond;
    if (!isInsideBand(target, value)) outside.push(i);
  });
  return { value: sum, outside };
}

/** Which of two vectors is better: the one with fewer values outside, then the one that misses less. */
export function better(a: Misfit, b: Misfit): boolean {
  return a.outside.length === b.outside.length
    ? a.value < b.value
    : a.outside.length < b.outside.length;
}
