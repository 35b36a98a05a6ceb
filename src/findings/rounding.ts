import { halfWidth, type Estimate } from '../math/interval.ts';
import { fixed } from '../measures/index.ts';

/** What half of an interval comes to at least, counted in the last digit that is shown. */
const leastInLastDigit = 3.5;

/** Digits after the point that no sentence goes beyond. */
const most = 5;

/** Digits more that the end of an interval may ask for, so as not to be read as zero. */
const mostExtra = 2;

/**
 * Decimals of a number in a sentence, and of both ends of its interval: half of the interval keeps one digit if that is a 4 or
 * more, else two; more where `apartFromZero` asks for them.
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
  return apartFromZero(value, factor, decimals);
}

/**
 * Decimals with which an interval that leaves zero out is also read so: "0.04 to 0.66", not "0.0 to 0.7" beside the word
 * "more". At most two are added; an end that even these show as zero stays as it was.
 *
 * @param decimals as many as the numbers would have without this
 */
export function apartFromZero(
  { low, high }: Pick<Estimate, 'low' | 'high'>,
  factor: number,
  decimals: number,
): number {
  const nearest = low > 0 ? low : high < 0 ? -high : NaN;
  if (Number.isNaN(nearest)) return decimals;
  for (let at = decimals; at <= Math.min(most, decimals + mostExtra); at++)
    if (Number(fixed(factor * nearest, at)) !== 0) return at;
  return decimals;
}
