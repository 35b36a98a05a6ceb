import { collateralUnit, log1pCount } from './features.ts';

/**
 * Log-odds of default without the price, in three parts, so that what several prices share is summed once. Coefficients
 * of a lender start at `b` of `card`.
 *
 * Part of the person: what neither time nor loan changes.
 */
export function personPart(
  card: Float64Array,
  b: number,
  capitalSignal: number,
  collateral: number,
): number {
  return card[b] + card[b + 2] * capitalSignal + card[b + 3] * (collateralUnit * collateral);
}

/** Part of the files: what records show, counts as in `writeFeatures`. */
export function filePart(
  card: Float64Array,
  b: number,
  ownRepaid: number,
  ownDefaults: number,
  sharedRepaid: number,
  sharedDefaults: number,
  fileExists: number,
): number {
  return (
    card[b + 4] * log1pCount[ownRepaid] +
    card[b + 5] * Number(ownDefaults > 0) +
    card[b + 6] * log1pCount[sharedRepaid] +
    card[b + 7] * Number(sharedDefaults > 0) +
    card[b + 8] * ((sharedDefaults < 4 ? sharedDefaults : 4) / 2) +
    card[b + 9] * fileExists
  );
}

/** Part of the application: income signal, size and balances over income. */
export function applicationPart(
  card: Float64Array,
  b: number,
  incomeSignal: number,
  sizeRatio: number,
  balancesRatio: number,
): number {
  return card[b + 1] * incomeSignal + card[b + 10] * sizeRatio + card[b + 11] * balancesRatio;
}
