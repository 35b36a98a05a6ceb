import { leavesPerPage, maxLenders, rowList, u32, u8, type Readers } from './layout.ts';

/** Who applies this quarter, to whom, and in which row. Everyone may read it. */
export const rollWriter = {
  /** First borrower of the page. */
  first: 0,
  /** Borrowers on the page (the last may be short). */
  size: 0,
  /** Applications: rows 0 … n − 1 are in use, in borrower order. */
  n: 0,
  /** Rows of leaf l end at leafEnd[l]. */
  leafEnd: new Int32Array(leavesPerPage),
  /** Index within the page. */
  index: rowList(),
  /** Bits of its records that still count, as the borrower comes back (`rememberedAfter`). */
  remembered: u32(),
  /** 1 if a loan of the size it asks for is reported. */
  reported: u8(),
  /** Which set of lenders was asked, as a place in the search table; and its lenders: bit j, lender j. */
  askedSet: u32(),
  asked: u32(),
  /** Bit j: lender j looks the applicant up (see `lookUp`). */
  interested: u32(),
  /** How many applicants lender j looks up. Shape (lenders). */
  lookUps: new Int32Array(maxLenders),
  /** per lender: their rows, in order. Visible columns per lender are filled in these rows only. */
  rowsOf: rowList(maxLenders),
};

export const roll: Readers<typeof rollWriter> = rollWriter;
