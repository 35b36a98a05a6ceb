import { pageSize } from '../../random/draws.ts';
import { roll } from '../columns/roll.ts';
import { scoresWriter, visible } from '../columns/visible.ts';
import {
  featureCount,
  featuresAtOnce,
  featureUnits,
  featureWidth,
  writeFeatures,
} from './features.ts';

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
      writeFeatures(
        income[r],
        capital[r],
        collateral[r],
        ownRepaid[c],
        ownDefault[c],
        sharedRepaid[c],
        sharedDefaults[c],
        fileExists[c],
        footprint[r],
        x,
        0,
      );
      logOdds[c] = sumOfProducts();
    }
  }
}

/** Σ weight · x, from the first feature to the last. */
function sumOfProducts(): number {
  let sum = 0;
  for (let f = 0; f < featureWidth; f += featuresAtOnce) {
    sum = sum + weights[f] * x[f];
    sum = sum + weights[f + 1] * x[f + 1];
    sum = sum + weights[f + 2] * x[f + 2];
    sum = sum + weights[f + 3] * x[f + 3];
  }
  return sum;
}
