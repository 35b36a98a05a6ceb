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
export type Feature = (typeof features)[number];
export const featureCount = features.length;

/** Features are worked on four at a time: places for them in a row, the ones left over always 0. */
export const featuresAtOnce = 4;
export const featureWidth = Math.ceil(featureCount / featuresAtOnce) * featuresAtOnce;

/** Place of each feature; by name, so that a new one moves no line. */
const at = {
  income: features.indexOf('income'),
  capital: features.indexOf('capital'),
  collateral: features.indexOf('collateral'),
  ownRepaid: features.indexOf('ownRepaid'),
  ownDefault: features.indexOf('ownDefault'),
  sharedRepaid: features.indexOf('sharedRepaid'),
  sharedDefault: features.indexOf('sharedDefault'),
  sharedDefaults: features.indexOf('sharedDefaults'),
  fileExists: features.indexOf('fileExists'),
  footprint: features.indexOf('footprint'),
};
export const scorePlace = at.footprint;

/** Units in which features enter, so that a coefficient of one means about as much everywhere: a third of a principal of collateral. */
export const featureUnits = Float64Array.from(features, (name) => (name === 'collateral' ? 3 : 1));

/** Most loans that a report may count. */
const countedLoans = 512;
/** More shared defaults than these read as these. */
const countedDefaults = 4;

/** ln(1 + k) for counts of loans. */
export const log1pCount = Float64Array.from({ length: countedLoans }, (_, k) => log(1 + k));

/** Shared defaults, as far as they count, in halves. */
export const defaultsFeature = Float64Array.from(
  { length: countedLoans },
  (_, k) => Math.min(k, countedDefaults) / 2,
);

/**
 * The features of a report, before their units, into `out[from …]`: a function of what is on it and of nothing else, so
 * that one can ask for the same report with one more default.
 */
export function writeFeatures(
  income: number,
  capital: number,
  collateral: number,
  ownRepaid: number,
  ownDefault: number,
  sharedRepaid: number,
  sharedDefaults: number,
  fileExists: number,
  footprint: number,
  out: Float64Array,
  from: number,
): void {
  out[from] = 1;
  out[from + at.income] = income;
  out[from + at.capital] = capital;
  out[from + at.collateral] = collateral;
  out[from + at.ownRepaid] = log1pCount[ownRepaid];
  out[from + at.ownDefault] = ownDefault;
  out[from + at.sharedRepaid] = log1pCount[sharedRepaid];
  out[from + at.sharedDefault] = Number(sharedDefaults > 0);
  out[from + at.sharedDefaults] = defaultsFeature[sharedDefaults];
  out[from + at.fileExists] = fileExists;
  out[from + at.footprint] = footprint;
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
  writeFeatures(
    visible.income[r],
    visible.capital[r],
    visible.collateral[r],
    visible.ownRepaid[c],
    visible.ownDefault[c],
    visible.sharedRepaid[c],
    visible.sharedDefaults[c],
    visible.fileExists[c],
    readsScore ? visible.footprint[r] : 0,
    out,
    from,
  );
  for (let f = 0; f < featureCount; f++) out[from + f] *= featureUnits[f];
}

/** What one more default on a report that shows so many adds to the log-odds of lender j's scorecard. */
export function oneMoreDefault(coefficients: Float64Array, j: number, defaults: number): number {
  const first = coefficients[j * featureCount + at.sharedDefault];
  const more = coefficients[j * featureCount + at.sharedDefaults];
  const counted = defaultsFeature[defaults + 1] - defaultsFeature[defaults];
  return Number(defaults === 0) * first + more * counted;
}

/** The same on its own records, where only the first counts. */
export function firstOwnDefault(coefficients: Float64Array, j: number, ownDefault: number): number {
  return (1 - ownDefault) * coefficients[j * featureCount + at.ownDefault];
}

/** What lender j's scorecard makes of the institution's score. */
export function scoreCoefficient(coefficients: Float64Array, j: number): number {
  return coefficients[j * featureCount + at.footprint];
}
