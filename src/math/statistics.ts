import {
  mean as libraryMean,
  sampleRankCorrelation,
  sampleStandardDeviation,
  sum as librarySum,
} from 'simple-statistics';

/**
 * The few functions of simple-statistics that we use, and the only file that may import it: some of its
 * functions misread typed arrays or throw on empty ones, so each is given a plain, checked array here.
 */

/** Sum by Kahan–Babuška; 0 for an empty list. */
export function sum(values: readonly number[]): number {
  return librarySum([...values]);
}

/** Arithmetic mean; NaN for an empty list, or when any value is NaN. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? NaN : libraryMean([...values]);
}

/** Standard deviation with n − 1; NaN for fewer than two values, or when any value is NaN. */
export function standardDeviation(values: readonly number[]): number {
  return values.length < 2 ? NaN : sampleStandardDeviation([...values]);
}

/** Standard error of the mean of independent values; NaN for fewer than two. */
export function standardError(values: readonly number[]): number {
  return standardDeviation(values) / Math.sqrt(values.length);
}

/** Spearman's rank correlation, ties at their mean rank; NaN for fewer than two pairs. */
export function rankCorrelation(x: readonly number[], y: readonly number[]): number {
  return x.length < 2 || x.length !== y.length ? NaN : sampleRankCorrelation([...x], [...y]);
}
