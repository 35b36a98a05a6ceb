import { lenderSums, sumNames, type LenderSumName, type SumName } from '../ledger.ts';

const places = sumNames.map((name, k) => [name, k]);
const lenderPlaces = lenderSums.map((name, k) => [name, k]);

/** Place of each sum, by name. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every name is a key, by construction
export const sumIndex = Object.fromEntries(places) as Record<SumName, number>;

/** Place of each sum of a lender, by name. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every name is a key, by construction
export const lenderSumIndex = Object.fromEntries(lenderPlaces) as Record<LenderSumName, number>;

/** Sums of a quarter, and of a lender. */
export const sumCount = sumNames.length;
export const lenderSumCount = lenderSums.length;
