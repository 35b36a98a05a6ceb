import { isInsideBand } from './misfit.ts';
import type { Evaluation } from './log.ts';
import { boundOf, placeInRange, type FreeParameter } from './space.ts';
import type { Target } from './targets.ts';

/** How far a parameter differs among vectors that fit. */
export interface Freedom {
  readonly key: string;
  readonly low: number;
  readonly high: number;
  /** Share of its range that lies between. */
  readonly share: number;
}

/**
 * Vectors that fit as well as may be asked: those that miss no target but these.
 *
 * @param stated targets that may be missed. Indices.
 */
export function fitting(
  targets: readonly Target[],
  evaluations: readonly Evaluation[],
  stated: readonly number[],
): Evaluation[] {
  return evaluations.filter(({ moments }) =>
    targets.every((target, i) => stated.includes(i) || isInsideBand(target, moments[i])),
  );
}

/** Between which values each parameter lies in vectors that fit. Shape (parameters). */
export function freedomOf(free: readonly FreeParameter[], fits: readonly Evaluation[]): Freedom[] {
  return free.map((parameter, i) => {
    const values = fits.map((one) => one.values[i]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const share =
      fits.length === 0 ? NaN : placeInRange(parameter, high) - placeInRange(parameter, low);
    return { key: parameter.key, low, high, share };
  });
}

/** Parameters that lie within a fiftieth of an end of their range, and at which end. */
export function boundsOf(
  free: readonly FreeParameter[],
  values: readonly number[],
): { readonly key: string; readonly end: 'low' | 'high' }[] {
  return free.flatMap((parameter, i) => {
    const end = boundOf(parameter, values[i]);
    return end === undefined ? [] : [{ key: parameter.key, end }];
  });
}
