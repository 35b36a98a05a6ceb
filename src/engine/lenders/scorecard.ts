import { log } from '../../math/exp.ts';
import * as drawing from '../../random/draws.ts';
import { workingPage } from '../columns/page.ts';

/** Constants of this module, for its loops (see `workingPage`). */
const page = workingPage;
const { pageSize } = drawing;

/**
 * What lenders' scorecards take in, in order (model.md §4). A scorecard is one coefficient each: the log-odds of
 * default are their sum of products.
 */
export const features = [
  'intercept',
  'income',
  'capital',
  'collateral',
  'ownRepaid',
  'ownDefault',
  'sharedRepaid',
  'sharedDefault',
  'sharedDefaults',
  'fileExists',
  'footprint',
] as const;
export const featureCount = features.length;
export const featureIndex = { ownDefault: 5, sharedDefault: 7, sharedDefaults: 8, footprint: 10 };

/** ln(1 + k) for counts of loans. */
export const log1pCount = Float64Array.from({ length: 512 }, (_, k) => log(1 + k));

/** How more than four shared defaults read as four, in halves. */
export const defaultsFeature = Float64Array.from({ length: 512 }, (_, k) => Math.min(k, 4) / 2);

const collateralUnit = 3;

/** Log-odds of default, by every lender's scorecard, of those it looks up: fills `logOdds`. */
export function scoreApplicants(coefficients: Float64Array, lenders: number): void {
  const { logOdds, rowsOf, lookUps, income, capital, collateral, footprint } = page;
  const { ownRepaid, ownDefault, sharedRepaid, sharedDefaults, fileExists } = page;
  for (let j = 0; j < lenders; j++) {
    const at = j * pageSize;
    const b = j * featureCount;
    const b0 = coefficients[b];
    const b1 = coefficients[b + 1];
    const b2 = coefficients[b + 2];
    const b3 = coefficients[b + 3] * collateralUnit;
    const b4 = coefficients[b + 4];
    const b5 = coefficients[b + 5];
    const b6 = coefficients[b + 6];
    const b7 = coefficients[b + 7];
    const b8 = coefficients[b + 8];
    const b9 = coefficients[b + 9];
    const b10 = coefficients[b + 10];
    for (let k = 0; k < lookUps[j]; k++) {
      const r = rowsOf[at + k];
      const c = at + r;
      const defaults = sharedDefaults[c];
      logOdds[c] =
        b0 +
        b1 * income[r] +
        b2 * capital[r] +
        b3 * collateral[r] +
        b4 * log1pCount[ownRepaid[c]] +
        b5 * ownDefault[c] +
        b6 * log1pCount[sharedRepaid[c]] +
        b7 * Number(defaults > 0) +
        b8 * defaultsFeature[defaults] +
        b9 * fileExists[c] +
        b10 * footprint[r];
    }
  }
}

/**
 * The features of one applicant of the working page as lender j sees them, into `out[at …]`.
 *
 * @param readsScore whether the lender has the footprint score; without it that feature is 0
 */
export function featuresOf(r: number, j: number, readsScore: boolean, out: Float64Array, at = 0) {
  const c = j * pageSize + r;
  const defaults = page.sharedDefaults[c];
  out[at] = 1;
  out[at + 1] = page.income[r];
  out[at + 2] = page.capital[r];
  out[at + 3] = page.collateral[r] * collateralUnit;
  out[at + 4] = log1pCount[page.ownRepaid[c]];
  out[at + 5] = page.ownDefault[c];
  out[at + 6] = log1pCount[page.sharedRepaid[c]];
  out[at + 7] = Number(defaults > 0);
  out[at + 8] = defaultsFeature[defaults];
  out[at + 9] = page.fileExists[c];
  out[at + 10] = readsScore ? page.footprint[r] : 0;
}
