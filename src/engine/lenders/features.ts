import { log } from '../../math/exp.ts';

/**
 * What scorecards take in, in order (docs, "Lenders"). A scorecard is one coefficient each; log-odds of default within the
 * loan's life are their sum of products, plus the offset γ(D − 1.1) of the price, which is not learned.
 */
const features = [
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
  'sizeToIncome',
  'balancesToIncome',
  'score',
] as const;
export const featureCount = features.length;

/** Places of features on a card. */
export const featureAt = {
  income: 1,
  capital: 2,
  collateral: 3,
  ownRepaid: 4,
  ownDefault: 5,
  sharedRepaid: 6,
  sharedDefault: 7,
  sharedDefaults: 8,
  fileExists: 9,
  sizeToIncome: 10,
  balancesToIncome: 11,
  score: 12,
} as const satisfies Partial<Record<(typeof features)[number], number>>;

/** Collateral per unit lent is small beside 1: its feature is three times as large. */
export const collateralUnit = 3;

/** ln(1 + k) for counts of loans: 31 quarters of up to 32 lenders. */
export const log1pCount = Float64Array.from({ length: 1024 }, (_, k) => log(1 + k));

/** Where features stop rising: size and balances over quarterly income, shared defaults (docs/model.md, section 4.1). */
export const mostSizeToIncome = 3;
export const mostBalancesToIncome = 4;
export const mostSharedDefaults = 4;

/** min(S/ŷ, 3): the size asked against what income seems to be. */
export function sizeToIncome(size: number, income: number): number {
  const ratio = size / income;
  return ratio < mostSizeToIncome ? ratio : mostSizeToIncome;
}

/** min(balances seen/ŷ, 4). */
function balancesToIncome(balances: number, income: number): number {
  const ratio = balances / income;
  return ratio < mostBalancesToIncome ? ratio : mostBalancesToIncome;
}

/**
 * The features of one report, into `out[to …]` (shape `featureCount`): a pure function of what the lender saw at signing.
 *
 * @param incomeSignal x_a
 * @param capitalSignal x_k
 * @param collateral ℓ, per unit lent
 * @param size S asked, in mean loans
 * @param income ŷ, what the income signal says that income is
 * @param ownRepaid loans repaid on the lender's own file
 * @param ownDefaults defaults on it
 * @param sharedRepaid loans repaid on other lenders' files, as far as they are open to it
 * @param sharedDefaults defaults there
 * @param fileExists 1 if somebody else's full report shows anything
 * @param balances owed to others, as seen, in mean loans
 * @param score the score's feature (`scoreFeature`); 0 for a lender that does not read it
 */
export function writeFeatures(
  out: Float64Array,
  to: number,
  incomeSignal: number,
  capitalSignal: number,
  collateral: number,
  size: number,
  income: number,
  ownRepaid: number,
  ownDefaults: number,
  sharedRepaid: number,
  sharedDefaults: number,
  fileExists: number,
  balances: number,
  score: number,
): void {
  out[to] = 1;
  out[to + featureAt.income] = incomeSignal;
  out[to + featureAt.capital] = capitalSignal;
  out[to + featureAt.collateral] = collateralUnit * collateral;
  out[to + featureAt.ownRepaid] = log1pCount[ownRepaid];
  out[to + featureAt.ownDefault] = Number(ownDefaults > 0);
  out[to + featureAt.sharedRepaid] = log1pCount[sharedRepaid];
  out[to + featureAt.sharedDefault] = Number(sharedDefaults > 0);
  out[to + featureAt.sharedDefaults] =
    (sharedDefaults < mostSharedDefaults ? sharedDefaults : mostSharedDefaults) / 2;
  out[to + featureAt.fileExists] = fileExists;
  out[to + featureAt.sizeToIncome] = sizeToIncome(size, income);
  out[to + featureAt.balancesToIncome] = balancesToIncome(balances, income);
  out[to + featureAt.score] = score;
}
