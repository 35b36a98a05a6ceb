import type { ScoreRules } from '../institutions/institution.ts';
import { normalCdf } from '../math/normal.ts';
import type { SesameValues } from './parameters.ts';
import { sesameScale, type TraitLoadings } from './scale.ts';

/**
 * The Sesame score as rules that an institution can show to lenders.
 *
 * Each behaviour counts by its percentile in the population, Φ(behaviour); percentiles are averaged
 * within a dimension and dimensions are weighted (Xu, Guo & Li, Tables 4 and 5); the sum is mapped
 * to points by a fixed scale (scale.ts). Defaults on the ecosystem's own loans lower the credit
 * history. Points are whole and clamped to the range.
 *
 * @param values parameters of the score.
 * @param loadings correlations of the population's traits; they set the scale only.
 * @throws UserError if the weights are all 0 or the range is empty.
 */
export function sesameScoreRules(values: SesameValues, loadings?: TraitLoadings): ScoreRules {
  const { authenticity, slope } = sesameScale(values, loadings);
  return {
    authenticity,
    points(reports, out) {
      const { n, behaviours, repaid, defaults } = reports;
      for (let i = 0; i < n; ++i) out[i] = values.centre;
      for (let b = 0; b < slope.length; ++b) {
        const column = behaviours[b];
        for (let i = 0; i < n; ++i) out[i] += slope[b] * (normalCdf(column[i]) - 0.5);
      }
      for (let i = 0; i < n; ++i) {
        out[i] = finalPoints(out[i] + recordPoints(repaid[i], defaults[i], values), values);
      }
    },
  };
}

/** Points that the ecosystem's own loan record adds to credit history (mostly below 0). */
export function recordPoints(repaid: number, defaults: number, values: SesameValues): number {
  return (
    values.repaidBonus * Math.min(repaid, values.countedRepaid) -
    values.defaultPenalty * Math.min(defaults, values.countedDefaults)
  );
}

/** Whole points within the range; halves round up. NaN stays NaN. */
export function finalPoints(points: number, { floor, ceiling }: SesameValues): number {
  return Math.min(ceiling, Math.max(floor, Math.floor(points + 0.5)));
}
