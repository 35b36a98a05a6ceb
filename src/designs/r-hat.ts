import { mean, standardDeviation } from '../math/statistics.ts';

/**
 * Split R-hat: how much wider the draws of all chains together are than those of half a chain. Near 1 where chains agree
 * and have settled; 1.1 is the usual limit.
 *
 * Gelman et al. (2013), Bayesian Data Analysis, 3rd ed., §11.4: each chain is cut into halves (the middle draw of an odd
 * number is left out); √(((n − 1)/n · W + B/n)/W) with W the mean of the variances within halves and B/n the variance of
 * their means.
 *
 * @param chains draws of one parameter, each chain as long as the others, at least 4 draws. Shape (chains × draws).
 * @returns NaN with fewer draws; 1 where nothing moves and all agree, Infinity where nothing moves and they do not
 * @throws RangeError for chains of different lengths, or none
 */
export function splitRHat(chains: readonly (readonly number[])[]): number {
  const draws = chains[0]?.length ?? 0;
  if (chains.length === 0 || chains.some((chain) => chain.length !== draws)) {
    throw new RangeError('R-hat needs chains of the same length');
  }
  const n = Math.floor(draws / 2);
  if (n < 2) return NaN;
  const halves = chains.flatMap((chain) => [chain.slice(0, n), chain.slice(draws - n)]);
  const square = (x: number) => x * x;
  const within = mean(halves.map((half) => square(standardDeviation(half))));
  const between = square(standardDeviation(halves.map(mean)));
  if (within === 0) return between === 0 ? 1 : Infinity;
  return Math.sqrt((((n - 1) / n) * within + between) / within);
}
