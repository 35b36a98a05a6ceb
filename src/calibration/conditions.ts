import type { Condition } from './targets.ts';

/** Seeds and most people of the markets in which conditions are looked at: small, since there are many. */
export const conditionSize = { seeds: 2, borrowers: 5000 } as const;

/** A condition, and how far vectors keep it. */
export interface ConditionKept {
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
export function keptOf(condition: Condition, worst: readonly number[]): ConditionKept {
  const { min, max } = condition;
  return { condition, worst, holds: worst.map((value) => value >= min && value <= max) };
}
