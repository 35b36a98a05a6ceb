import { estimate, type Estimate } from '../math/interval.ts';
import { isInsideBand } from './misfit.ts';
import type { Target } from './targets.ts';

/** One target beside what a vector gives. */
export interface FitRow {
  readonly target: Target;
  /** In the sample of the search. */
  readonly searched: number;
  /** Over the samples that judge. */
  readonly checked: Estimate;
  /** By the mean; `near` where the interval reaches over an end of the band, so that more seeds might decide otherwise. */
  readonly verdict: 'inside' | 'outside' | 'inside, near' | 'outside, near';
}

/**
 * The fit of a vector.
 *
 * @param searched values of the targets in the search. Shape (targets).
 * @param checks the same in each sample that judges. Shape (samples × targets).
 */
export function fitOf(
  targets: readonly Target[],
  searched: readonly number[],
  checks: readonly (readonly number[])[],
): FitRow[] {
  return targets.map((target, i) => {
    const checked = estimate(checks.map((moments) => moments[i]));
    const inside = isInsideBand(target, checked.mean);
    const [low, high] = target.band;
    const near = [low, high].some((end) => checked.low < end && end < checked.high);
    const verdict = inside ? 'inside' : 'outside';
    return { target, searched: searched[i], checked, verdict: near ? `${verdict}, near` : verdict };
  });
}

/** Targets whose mean is outside. Indices. */
export function missedIn(fit: readonly FitRow[]): number[] {
  return [...fit.keys()].filter((i) => fit[i].verdict.startsWith('outside'));
}
