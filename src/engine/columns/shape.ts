import { pageSize } from '../../random/draws.ts';

/** Borrowers per leaf: floating sums are made per leaf and combined in leaf order (model.md §11). */
export const leafSize = 1024;
export const leavesPerPage = pageSize / leafSize;

/** Lenders of a market, at most: a set of them is the bits of a word. */
export const maxLenders = 32;

/** Longest term of a loan, in quarters. */
export const maxTerm = 12;

/**
 * Slots of a page: 0 … pageSize − 1 are borrowers, pageSize + i is the twin of borrower i, if there is one. `slot & personMask`
 * is whose traits and luck a slot has.
 */
export const slotsPerPage = 2 * pageSize;
export const personMask = pageSize - 1;

/** Applications of a page and quarter, at most. */
export const maxRows = slotsPerPage;

/**
 * Distance between two lenders' rows in a column "per lender": lender j's value in row r is at j · lenderStride + r. Not a
 * power of two, or the same row of all lenders would fall on the same lines of the cache.
 */
export const lenderStride = maxRows + 72;
