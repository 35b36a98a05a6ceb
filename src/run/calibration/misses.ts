import { better, misfitOf, type Evaluation, type Target } from '../../calibration/index.ts';

/**
 * What that vector misses which misses least: the fewest targets, then the least misfit.
 *
 * @param large what large markets gave, of each vector
 * @returns indices of targets
 */
export function leastMissed(
  targets: readonly Target[],
  large: readonly Evaluation[],
): readonly number[] {
  return large
    .map(({ moments }) => misfitOf(targets, moments))
    .reduce((least, one) => (better(one, least) ? one : least)).outside;
}
