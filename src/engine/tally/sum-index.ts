import {
  bookSums,
  lenderSums,
  sumNames,
  type BookSumName,
  type LenderSumName,
  type SumName,
} from '../ledger.ts';

const places = sumNames.map((name, k) => [name, k]);
const lenderPlaces = lenderSums.map((name, k) => [name, k]);
const bookPlaces = bookSums.map((name, k) => [name, k]);

/** Place of each sum, by name. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every name is a key, by construction
export const sumIndex = Object.fromEntries(places) as Record<SumName, number>;

/** Place of each sum of a lender, by name. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every name is a key, by construction
export const lenderSumIndex = Object.fromEntries(lenderPlaces) as Record<LenderSumName, number>;

/** Place of each sum of a lender's quarter, by name. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every name is a key, by construction
export const bookSumIndex = Object.fromEntries(bookPlaces) as Record<BookSumName, number>;

/** Sums of a quarter, and of a lender. */
export const sumCount = sumNames.length;
export const lenderSumCount = lenderSums.length;
export const bookSumCount = bookSums.length;

/**
 * A leaf's books of lenders. It holds sums that are settled at signing once, for the quarter at work, and sums that time brings
 * by age, since loans of that age belong to an earlier quarter.
 */
export const signedSums = bookSums.indexOf('defaults');
export const laterSums = bookSumCount - signedSums;

/** Numbers that a leaf's books of a quarter take. */
export function bookCount(lenders: number, term: number): number {
  return lenders * (signedSums + term * laterSums);
}
