import { halfWidth, type Estimate } from '../math/interval.ts';
import { fixed } from '../measures/index.ts';

/** What half of an interval comes to at least, counted in the last digit that is shown. */
const leastInLastDigit = 3.5;

/** Digits after the point that no sentence goes beyond. */
const most = 5;

/**
 * Decimals of a number in a sentence, and of both ends of its interval: half of the interval keeps one digit if that is a 4 or
 * more, else two. A number that is apart from zero by its interval, and each end of such an interval, stays apart from zero
 * in what is read.
 *
 * @param factor what the numbers are multiplied by before they are shown
 * @param otherwise decimals where there is no interval, or none to speak of
 */
export function sentenceDecimals(
  value: Pick<Estimate, 'mean' | 'low' | 'high'>,
  factor: number,
  otherwise: number,
): number {
  const half = factor * halfWidth(value);
  if (!(half >= 1e-5)) return otherwise;
  const { low, mean, high } = value;
  const told = low > 0 || high < 0 ? [low, mean, high] : [];
  const vanishes = (decimals: number) =>
    told.some((one) => Number(fixed(Math.abs(factor * one), decimals)) === 0);
  let decimals = 0;
  for (let scaled = half; scaled < leastInLastDigit || vanishes(decimals); scaled *= 10) {
    if (decimals === most) break;
    decimals++;
  }
  return decimals;
}
