import { isInside, misfitOf, type Evaluation, type Target } from '../../calibration/index.ts';

/**
 * What that vector misses which misses least: the fewest targets, then the least misfit.
 *
 * @param large what large markets gave, of each vector
 * @returns indices of targets
 */
export function leastMissed(targets: readonly Target[], large: readonly Evaluation[]): number[] {
  const all = large.map(({ moments }) => ({
    missed: targets.flatMap((target, i) => (isInside(target, moments[i]) ? [] : [i])),
    misfit: misfitOf(targets, moments).value,
  }));
  const [least] = all.toSorted((a, b) => a.missed.length - b.missed.length || a.misfit - b.misfit);
  return least.missed;
}
