import type { Column } from '../../institutions/institution.ts';
import { pageSize } from '../../random/draws.ts';

/**
 * How columns lie in memory. A thread works on one page of borrowers at a time, and each column exists once: row r of
 * every column is the r-th application of the page at work. Columns "per lender" hold lender j's rows at j · pageSize.
 *
 * The folder has no door: which room imports which columns is its information set. Readers get `Column`s; who writes
 * imports the writer. A table in test/architecture.test.ts says who may do which.
 */

/** Borrowers per leaf: floating sums are made per leaf and combined in leaf order. */
export const leafSize = 1024;
export const leavesPerPage = pageSize / leafSize;

/** Lenders of a market, at most: a set of them is the bits of a word. */
export const maxLenders = 32;

/** Columns as they are read: the same numbers, which cannot be written. */
export type Readers<Writer> = {
  readonly [Name in keyof Writer]: Writer[Name] extends number
    ? number
    : Writer[Name] extends Column
      ? Column
      : Readers<Writer[Name]>;
};

/** Room for one number a row; `width` of them for columns per lender. */
export const f64 = (width = 1) => new Float64Array(pageSize * width);
export const f32 = () => new Float32Array(pageSize);
export const u32 = () => new Uint32Array(pageSize);
export const u16 = (width = 1) => new Uint16Array(pageSize * width);
export const u8 = (width = 1) => new Uint8Array(pageSize * width);
/** A list of rows. One more: it is made by writing every row and moving on only past those that belong to it. */
export const rowList = (width = 1) => new Int32Array(pageSize * width + 1);
