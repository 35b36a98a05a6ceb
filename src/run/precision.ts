import { againstReference, samplesOf } from '../replicates/index.ts';
import { betweenWorlds, contrastMeasures, resultDictionary, type Row } from '../measures/index.ts';
import { halfWidth } from '../math/interval.ts';

/** How precise a run must be: every paired difference of one measure within ± `halfWidth`. */
export interface PrecisionTarget {
  readonly measure: string;
  readonly halfWidth: number;
  /** Replicates at which it gives up. */
  readonly most: number;
}

/** Replicates before the first look: fewer leave the spread itself too uncertain to plan by. */
export const firstLook = 10;

/**
 * Widest half-width of the measure's paired differences to the reference, over institutions; NaN if
 * there is none (one institution, or never defined).
 */
export function widestHalfWidth(rows: readonly Row[], reference: string, measure: string): number {
  const world = contrastMeasures.some(({ id }) => id === measure) ? betweenWorlds : 'actual';
  const contrasts = againstReference(samplesOf(rows, resultDictionary), world, measure, reference);
  const halves = [...contrasts.values()].map(halfWidth).filter((half) => !Number.isNaN(half));
  return halves.length === 0 ? NaN : Math.max(...halves);
}

/**
 * Replicates for the next look: as many as the present spread calls for, at least one tenth more, at
 * most twice as many. It depends on results only, never on threads or time, so a run that stopped by
 * precision is the run with that number of replicates.
 *
 * @returns the same number when the target is reached or cannot be
 */
export function nextReplicates(
  replicates: number,
  reached: number,
  target: PrecisionTarget,
): number {
  if (Number.isNaN(reached) || reached <= target.halfWidth) return replicates;
  const ratio = reached / target.halfWidth;
  const called = Math.ceil(replicates * Math.min(2, Math.max(1.1, ratio * ratio)));
  return Math.min(target.most, called);
}
