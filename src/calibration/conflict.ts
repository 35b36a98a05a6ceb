import { misfitOf } from './misfit.ts';
import type { Target } from './targets.ts';

/** What keeps targets from being met together, as far as a search has seen. */
export interface Conflict {
  /** Smallest sets of targets without which some vector meets all others: single ones, or else pairs. Indices. */
  readonly without: readonly (readonly number[])[];
  /** Fewest targets that any vector missed. */
  readonly fewest: number;
}

/**
 * Reads from evaluated vectors which targets fight: the smallest sets, single targets or pairs, without which all others
 * were met by some vector.
 *
 * @param moments values of the targets at each vector. Each of shape (targets).
 * @returns undefined where some vector meets all
 */
export function conflictOf(
  targets: readonly Target[],
  moments: readonly (readonly number[])[],
): Conflict | undefined {
  const missed = moments.map((values) => misfitOf(targets, values).outside);
  const fewest = missed.reduce((least, { length }) => Math.min(least, length), targets.length);
  if (fewest === 0) return undefined;
  if (fewest > 2) return { without: [], fewest };
  const sets = new Map<string, readonly number[]>();
  for (const outside of missed) {
    if (outside.length === fewest) sets.set(outside.join(' '), outside);
  }
  const without = [...sets.values()].toSorted((a, b) => a[0] - b[0] || (a[1] ?? 0) - (b[1] ?? 0));
  return { without, fewest };
}
