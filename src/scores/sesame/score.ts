import type { Column, ScoredPopulation, ScoreRules } from '../../institutions/institution.ts';
import { normalCdf } from '../../math/normal.ts';
import type { ScoreBand } from '../bands.ts';
import { explainSum, finalPoints, type Addend, type Explanation } from '../explanation.ts';
import { sesameBands } from './bands.ts';
import { behaviours } from './behaviours.ts';
import type { SesameValues } from './parameters.ts';
import { sesameScale, type SesameScale } from './scale.ts';

/**
 * The Sesame score as rules that an institution can show to lenders.
 *
 * Each behaviour counts by its percentile in the population, Φ(behaviour); percentiles are averaged
 * within a dimension and dimensions are weighted (Xu, Guo & Li, Tables 4 and 5); the sum is mapped
 * to points by a fixed scale (scale.ts). Defaults on the ecosystem's own loans lower the credit
 * history. Points are whole and clamped to the range.
 *
 * @param values parameters of the score.
 * @throws UserError if the weights are all 0 or the range is empty.
 */
export function sesameScoreRules(values: SesameValues): ScoreRules {
  const usual = sesameScale(values);
  let known: ScoredPopulation | undefined;
  let scale = usual;
  const scaleOf = (population: ScoredPopulation | undefined): SesameScale => {
    if (!population) return usual;
    if (population !== known) {
      const { loadings, strainFootprint, strained } = population;
      scale = sesameScale(values, loadings, { footprint: strainFootprint, share: strained });
      known = population;
    }
    return scale;
  };
  return {
    authenticity: usual.authenticity,
    points(reports, out) {
      const { n, repaid, defaults } = reports;
      const { slope, mean } = scaleOf(reports.population);
      for (let i = 0; i < n; ++i) out[i] = values.centre;
      for (let b = 0; b < slope.length; ++b) {
        addPercentiles(reports.behaviours[b], slope[b], mean[b], n, out);
      }
      for (let i = 0; i < n; ++i) {
        out[i] = finalPoints(out[i] + recordPoints(repaid[i], defaults[i], values), values);
      }
    },
  };
}

/** Adds what the first n standings in one behaviour count for. */
function addPercentiles(
  column: Column,
  slope: number,
  mean: number,
  n: number,
  out: Float64Array,
): void {
  for (let i = 0; i < n; ++i) out[i] += slope * (normalCdf(column[i]) - mean);
}

/** Points that the ecosystem's own loan record adds to credit history (below 0 after a default). */
function recordPoints(repaid: number, defaults: number, values: SesameValues): number {
  return (
    values.repaidBonus * Math.min(repaid, values.countedRepaid) -
    values.defaultPenalty * Math.min(defaults, values.countedDefaults)
  );
}

/**
 * One borrower's score taken apart: nine behaviours and the loan record, summed as in `points` above.
 *
 * @param percentiles of the nine behaviours, 0..1. Shape (9).
 */
export function explainSesame(
  percentiles: Column,
  repaid: number,
  defaults: number,
  { slope, mean }: SesameScale,
  values: SesameValues,
  bands: readonly ScoreBand[] = sesameBands,
): Explanation {
  const addends: Addend[] = behaviours.map(({ id, label, dimension }, b) => ({
    id,
    label,
    dimension,
    points: slope[b] * (percentiles[b] - mean[b]),
    room: slope[b] * (1 - percentiles[b]),
    standing: percentiles[b],
  }));
  addends.push({
    id: 'loan-record',
    label: 'Loan record',
    dimension: 'history',
    points: recordPoints(repaid, defaults, values),
    room: recordPoints(repaid, 0, values) - recordPoints(repaid, defaults, values),
    standing: Number.NaN,
  });
  return explainSum(values.centre, addends, values, bands);
}
