import type { Column } from '../../institutions/institution.ts';
import { log } from '../../math/exp.ts';
import { pageSize } from '../../random/draws.ts';
import { visible } from '../columns/visible.ts';

/**
 * What lenders' scorecards take in, in order. A scorecard is one coefficient each: the log-odds of default are their sum
 * of products. The score comes last: who does not read it has one feature less.
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

/** Features are worked on four at a time: places for them in a row, the ones left over always 0. */
export const featuresAtOnce = 4;
export const featureWidth = Math.ceil(featureCount / featuresAtOnce) * featuresAtOnce;

/** Place of the institution's score. */
export const scorePlace = featureCount - 1;

const ownDefaultAt = features.indexOf('ownDefault');
const sharedDefaultAt = features.indexOf('sharedDefault');
const sharedDefaultsAt = features.indexOf('sharedDefaults');

/** Thirds of a principal: the unit of collateral, whose usual size is a fraction of a loan. Assumption of this project. */
const collateralUnit = 3;

/** Units in which features enter, so that a coefficient of one means about as much everywhere. */
export const featureUnits = Float64Array.from(features, (name) =>
  name === 'collateral' ? collateralUnit : 1,
);

/** Loans: more than any report can count, 31 quarters of a dozen lenders. */
const countedLoans = 512;
/** Defaults: a report with more of them reads as one with these. Assumption of this project. */
const countedDefaults = 4;

/** ln(1 + k) for counts of loans. */
const log1pCount = Float64Array.from({ length: countedLoans }, (_, k) => log(1 + k));

/** Shared defaults, as far as they count, in halves. */
const defaultsFeature = Float64Array.from(
  { length: countedLoans },
  (_, k) => Math.min(k, countedDefaults) / 2,
);

/**
 * The features of a report, before their units, into `out[from …]`, and their sum of products with the weights of a
 * scorecard: a function of what is on the report and of nothing else, so that one can ask for the same report with one
 * more default. Both at once, so that each feature is said once and none is read back from memory.
 */
export function takeFeatures(
  income: number,
  capital: number,
  collateral: number,
  ownRepaid: number,
  ownDefault: number,
  sharedRepaid: number,
  sharedDefaults: number,
  fileExists: number,
  footprint: number,
  weights: Float64Array,
  out: Float64Array,
  from: number,
): number {
  let sum = weights[0] * (out[from] = 1);
  sum += weights[1] * (out[from + 1] = income);
  sum += weights[2] * (out[from + 2] = capital);
  sum += weights[3] * (out[from + 3] = collateral);
  sum += weights[4] * (out[from + 4] = log1pCount[ownRepaid]);
  sum += weights[5] * (out[from + 5] = ownDefault);
  sum += weights[6] * (out[from + 6] = log1pCount[sharedRepaid]);
  sum += weights[7] * (out[from + 7] = Number(sharedDefaults > 0));
  sum += weights[8] * (out[from + 8] = defaultsFeature[sharedDefaults]);
  sum += weights[9] * (out[from + 9] = fileExists);
  sum += weights[scorePlace] * (out[from + scorePlace] = footprint);
  return sum;
}

/**
 * The features of the applicant in row r as lender j sees it, in their units, into `out[from …]`.
 *
 * @param readsScore whether the lender has the footprint score; without it that feature is 0
 */
export function featuresOf(
  r: number,
  j: number,
  readsScore: boolean,
  out: Float64Array,
  from = 0,
): void {
  const c = j * pageSize + r;
  takeFeatures(
    visible.income[r],
    visible.capital[r],
    visible.collateral[r],
    visible.ownRepaid[c],
    visible.ownDefault[c],
    visible.sharedRepaid[c],
    visible.sharedDefaults[c],
    visible.fileExists[c],
    readsScore ? visible.footprint[r] : 0,
    featureUnits,
    out,
    from,
  );
  for (let f = 0; f < featureCount; f++) out[from + f] *= featureUnits[f];
}

/** Features that come from what others report. */
const fileFeatures = ['sharedRepaid', 'sharedDefault', 'sharedDefaults', 'fileExists'] as const;

/** Those features of files that show so many repaid loans and defaults: one column each, row i for file i. */
export function featuresOfFile(repaid: Column, defaults: Column): Float64Array[] {
  const x = new Float64Array(featureWidth);
  const columns = fileFeatures.map(() => new Float64Array(repaid.length));
  for (let i = 0; i < repaid.length; i++) {
    const exists = Number(repaid[i] + defaults[i] > 0);
    takeFeatures(0, 0, 0, 0, 0, repaid[i], defaults[i], exists, 0, featureUnits, x, 0);
    fileFeatures.forEach((name, c) => (columns[c][i] = x[features.indexOf(name)]));
  }
  return columns;
}

/** What one more default on a report that shows so many adds to the log-odds of lender j's scorecard. */
export function oneMoreDefault(coefficients: Float64Array, j: number, defaults: number): number {
  const first = coefficients[j * featureCount + sharedDefaultAt];
  const more = coefficients[j * featureCount + sharedDefaultsAt];
  const counted = defaultsFeature[defaults + 1] - defaultsFeature[defaults];
  return Number(defaults === 0) * first + more * counted;
}

/** The same on its own records, where only the first counts. */
export function firstOwnDefault(coefficients: Float64Array, j: number, ownDefault: number): number {
  return (1 - ownDefault) * coefficients[j * featureCount + ownDefaultAt];
}

/** What lender j's scorecard makes of the institution's score. */
export function scoreCoefficient(coefficients: Float64Array, j: number): number {
  return coefficients[j * featureCount + scorePlace];
}
