import { estimate } from '../math/interval.ts';
import type { Samples } from '../replicates/index.ts';
import type { ZeroLaw } from './reading.ts';

/** In how many institutions the 95% interval over replicates holds what is true. */
export interface Coverage {
  readonly law: ZeroLaw;
  /** Institutions in which it is defined. */
  readonly tested: readonly string[];
  /** Those of them whose interval, of the estimate less the truth replicate by replicate, covers zero. */
  readonly covered: readonly string[];
}

/**
 * Where estimates meet the truth, one institution at a time and without a correction for many tests: an interval of 95%
 * misses in one institution of twenty by luck alone.
 */
export function coverageOf(
  laws: readonly ZeroLaw[],
  samples: Samples,
  institutions: readonly string[],
): Coverage[] {
  return laws.map((law) => {
    const { world, measure, less } = law;
    const found = institutions.map((institution) => {
      const values = samples.values(institution, world, measure);
      const truth = less === undefined ? [] : samples.values(institution, world, less);
      return { institution, ...estimate(values.map((value, k) => value - (truth[k] ?? 0))) };
    });
    const tested = found.filter(({ n }) => n >= 2);
    return {
      law,
      tested: tested.map(({ institution }) => institution),
      // Rounding is no error of an estimate: what is zero by construction need not be so to the last bit.
      covered: tested
        .filter(({ low, high }) => low <= 1e-12 && high >= -1e-12)
        .map(({ institution }) => institution),
    };
  });
}
