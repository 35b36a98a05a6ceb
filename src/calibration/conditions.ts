import type { Condition } from './targets.ts';

/** A condition, and how far vectors keep it. */
export interface Kept {
  readonly condition: Condition;
  /** The value nearest to breaking it, or farthest beyond: over institutions, each in the mean over seeds. By vector. */
  readonly worst: readonly number[];
  /** Whether it holds. By vector. */
  readonly holds: readonly boolean[];
}

/** Of some values the one that is worst for a condition; NaN if one is not defined. */
export function worstOf({ min, max }: Condition, values: readonly number[]): number {
  const excess = (value: number) => Math.max(min - value, value - max);
  return values.reduce(
    (worst, value) => (Number.isNaN(value) || excess(value) > excess(worst) ? value : worst),
    values[0] ?? NaN,
  );
}

/** @param worst by vector */
export function keptOf(condition: Condition, worst: readonly number[]): Kept {
  const { min, max } = condition;
  return { condition, worst, holds: worst.map((value) => value >= min && value <= max) };
}

/**
 * Vectors that keep every condition; one that may be missed, or that no vector keeps, is a miss to be told and throws nobody
 * out.
 *
 * @param stated conditions that may be missed. Indices.
 * @returns indices of vectors
 */
export function keeping(
  vectors: number,
  conditions: readonly Kept[],
  stated: readonly number[] = [],
): number[] {
  const keepable = conditions.filter(({ holds }, i) => holds.some(Boolean) && !stated.includes(i));
  return Array.from({ length: vectors }, (_, k) => k).filter((k) =>
    keepable.every(({ holds }) => holds[k]),
  );
}

/** Conditions that the best vector does not keep. Indices. */
export function missedConditions(ofBest: readonly Kept[]): number[] {
  return [...ofBest.keys()].filter((i) => !ofBest[i].holds.every(Boolean));
}
