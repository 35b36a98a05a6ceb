import { luckShares, sobolIndices, type SobolIndices } from '../designs/sobol-indices.ts';
import { mean } from '../math/statistics.ts';
import type { Output } from './question.ts';

/** What drives the answer to a question. */
export interface Drivers {
  /** Of the answer as a whole; several outputs are weighted by their variances. Factors in the order of the design. */
  readonly whole: SobolIndices;
  /** Of each output by itself, if there are several. */
  readonly parts: readonly { readonly institution: string; readonly indices: SobolIndices }[];
  /** Share of a factor "replicate" in the same design; NaN with one replicate. */
  readonly luck: { readonly first: number; readonly total: number };
}

/** A factor drives the answer if the interval of its total index lies above this. */
const drives = 0.05;

/** Below so many base points a bootstrap over them has too few to draw from, and its intervals are too narrow. */
export const fewBases = 32;

/**
 * Sobol's indices of the answer to a question over Saltelli's design.
 *
 * @param outputs at points in the order of the design: base points outermost
 * @param seed of the bootstrap
 */
export function driversOf(
  outputs: readonly Output[],
  factors: number,
  seed: string,
  resamples?: number,
): Drivers {
  const values = outputs.map((one) => one.values);
  const weights = values.map(varianceOf);
  const sum = weights.reduce((a, b) => a + b, 0);
  const luck = values.map((one) => luckShares(one, factors));
  // An output that never varies has no shares and no weight.
  const weighted = (order: 'first' | 'total') =>
    luck.reduce((s, one, i) => s + (weights[i] > 0 ? (weights[i] * one[order]) / sum : 0), 0);
  return {
    whole: sobolIndices(values, factors, seed, resamples),
    parts:
      outputs.length < 2
        ? []
        : outputs.map(({ institution, values: one }) => ({
            institution,
            indices: sobolIndices([one], factors, seed, resamples),
          })),
    luck:
      sum > 0 ? { first: weighted('first'), total: weighted('total') } : { first: NaN, total: NaN },
  };
}

/** Variance over all points and replicates; 0 where nothing is defined. */
function varianceOf(output: Output['values']): number {
  const all = output.flatMap((one) => [...one].filter((x) => !Number.isNaN(x)));
  const centre = mean(all);
  return all.reduce((sum, x) => sum + (x - centre) * (x - centre), 0) / Math.max(1, all.length);
}

/** The factors that drive the answer, largest total index first: the lower end of its interval is above 5%. */
export function driving({ whole }: Drivers): number[] {
  return [...whole.total.keys()]
    .filter((i) => whole.total[i].low > drives)
    .toSorted((i, j) => whole.total[j].value - whole.total[i].value || i - j);
}
