import { mean, standardError } from './statistics.ts';
import { studentTQuantile } from './student-t.ts';

/** A mean over replicates and what we know about it. */
export interface Estimate {
  /** Values that are defined (not NaN); the rest are left out. */
  readonly n: number;
  readonly mean: number;
  /** NaN with fewer than two values. */
  readonly standardError: number;
  /** Ends of the interval by Student's t with n − 1 degrees of freedom; NaN with fewer than two values. */
  readonly low: number;
  readonly high: number;
}

/** Share of intervals that cover the truth. */
const confidence = 0.95;

/**
 * Mean, standard error and 95% interval of independent values.
 *
 * @param values one per replicate, in the order of replicates; NaN = not defined there.
 */
export function estimate(values: readonly number[]): Estimate {
  const defined = values.filter((value) => !Number.isNaN(value));
  const centre = mean(defined);
  const error = standardError(defined);
  const half = tMultiplier(defined.length - 1) * error;
  return {
    n: defined.length,
    mean: centre,
    standardError: error,
    low: centre - half,
    high: centre + half,
  };
}

/** An estimate whose interval ends where its values must. */
export function within(value: Estimate, [least, most]: readonly [number, number]): Estimate {
  return { ...value, low: Math.max(least, value.low), high: Math.min(most, value.high) };
}

/**
 * What stands after ±: half the width of an estimate's interval, or, if one of its sides is cut short, the other side.
 * NaN where there is no interval.
 */
export function halfWidth(of: Pick<Estimate, 'mean' | 'low' | 'high'>): number {
  return Math.max(of.high - of.mean, of.mean - of.low);
}

/** Already computed quantiles by degrees of freedom: a summary asks for the same one thousands of times. */
const known = new Map<number, number>();

/** Standard errors from the mean to the end of a 95% interval; NaN without degrees of freedom. */
export function tMultiplier(degrees: number): number {
  let t = known.get(degrees);
  if (t === undefined) {
    t = studentTQuantile(0.5 + confidence / 2, degrees);
    known.set(degrees, t);
  }
  return t;
}
