import { estimate, within, type Estimate } from '../math/interval.ts';
import type { Passport } from '../measures/index.ts';

/**
 * A measure over replicates. Its interval ends where the measure's definition does: no share is below 0 or above 1,
 * whatever Student's t says. The standard error is left as it is.
 *
 * @param values one per replicate; NaN = not defined there
 */
export function level({ range }: Pick<Passport, 'range'>, values: readonly number[]): Estimate {
  const value = estimate(values);
  return range ? within(value, range) : value;
}
