import { mean, sampleVariance } from 'simple-statistics';

/** How far the means of two samples lie apart, in standard errors of their difference. */
export function apart(a: number[], b: number[]): number {
  const error = Math.sqrt(sampleVariance(a) / a.length + sampleVariance(b) / b.length);
  return Math.abs(mean(a) - mean(b)) / error;
}
