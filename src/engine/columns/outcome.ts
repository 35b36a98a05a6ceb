import { leavesPerPage, maxLenders, rowList, u8, type Readers } from './layout.ts';

/** The loans that are taken, and what becomes of them. What would have become of the others is hidden. */
export const outcomeWriter = {
  taken: u8(),
  /** Rows of the loans taken, in order; those of leaf l end at takerEnd[l]. */
  takers: rowList(),
  takerEnd: new Int32Array(leavesPerPage),
  /** per lender: rows of its loans, in order; those of leaf l end at loanEnd[l · maxLenders + lender]. */
  loansOf: rowList(maxLenders),
  loanEnd: new Int32Array(leavesPerPage * maxLenders),
  /** per lender, in the order of `loansOf`: 1 if the loan is not paid back. */
  defaulted: u8(maxLenders),
};

export const outcome: Readers<typeof outcomeWriter> = outcomeWriter;

/** How many loans this lender granted, of those listed in `loansOf`. */
export function loansBy(lender: number): number {
  return outcome.loanEnd[(leavesPerPage - 1) * maxLenders + lender];
}
