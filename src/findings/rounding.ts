import { halfWidth, type Estimate } from '../math/interval.ts';
import { fixed } from '../measures/index.ts';

/** What half of an interval comes to at least, counted in the last digit that is shown. */
const leastInLastDigit = 3.5;

/** Digits after the point that no sentence goes beyond. */
const most = 5;

/**
 * Decimals of a number in a sentence, and of both ends of its interval: half of the interval keeps one digit if that is a 4 or
 * more, else two. Where the end of an interval that lies off zero would be read as zero, one digit more is shown if that one
 * tells it from zero.
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
  let decimals = 0;
  for (let scaled = half; scaled < leastInLastDigit && decimals < most; scaled *= 10) decimals++;
  const { low, high } = value;
  const nearest = low > 0 ? low : high < 0 ? -high : NaN;
  const vanishes = (at: number) => Number(fixed(factor * nearest, at)) === 0;
  return !Number.isNaN(nearest) && vanishes(decimals) && !vanishes(decimals + 1)
    ? Math.min(most, decimals + 1)
    : decimals;
}
