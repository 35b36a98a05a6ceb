import { pageSize } from '../../random/draws.ts';
import { roll } from '../columns/roll.ts';
import { scoresWriter, visible } from '../columns/visible.ts';
import { featureCount, featureUnits, featureWidth, takeFeatures } from './features.ts';

/** Features of the report at hand, and a scorecard's coefficients times the features' units. */
const x = new Float64Array(featureWidth);
const weights = new Float64Array(featureWidth);

/** Log-odds of default, by every lender's scorecard, of those it looks up: fills `logOdds`. */
export function scoreApplicants(coefficients: Float64Array, lenders: number): void {
  const { rowsOf, lookUps } = roll;
  const { income, capital, collateral, footprint } = visible;
  const { ownRepaid, ownDefault, sharedRepaid, sharedDefaults, fileExists } = visible;
  const { logOdds } = scoresWriter;
  for (let j = 0; j < lenders; j++) {
    const at = j * pageSize;
    for (let f = 0; f < featureCount; f++) {
      weights[f] = coefficients[j * featureCount + f] * featureUnits[f];
    }
    for (let k = 0; k < lookUps[j]; k++) {
      const r = rowsOf[at + k];
      const c = at + r;
      logOdds[c] = takeFeatures(
        income[r],
        capital[r],
        collateral[r],
        ownRepaid[c],
        ownDefault[c],
        sharedRepaid[c],
        sharedDefaults[c],
        fileExists[c],
        footprint[r],
        weights,
        x,
        0,
      );
    }
  }
}
