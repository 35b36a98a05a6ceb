import type { Readers } from './readers.ts';
import { leafSize } from './shape.ts';

const loan = () => new Float64Array(leafSize);
const count = () => new Uint16Array(leafSize);
const few = () => new Uint8Array(leafSize);

/**
 * What a leaf's loans of the vintage that has come of age teach: how they ended, and the report at signing. Loans that are
 * younger, and those of twins, lenders are not told of; nor whose a loan is. By loan, in the order of signing.
 */
export const lessonWriter = {
  /** Loans. A borrower signs one a quarter at most. */
  n: 0,
  lender: few(),
  /** 1 if it defaulted; number of the instalment at which it ended, 1 … T. */
  defaulted: few(),
  endedAt: few(),
  /** D, total repayment per unit lent; S in mean loans. */
  price: loan(),
  size: loan(),
  // the report (see `visible`)
  income: loan(),
  capital: loan(),
  collateral: loan(),
  balances: loan(),
  /** 0 for lenders that see no score. */
  score: loan(),
  ownRepaid: few(),
  ownDefaults: few(),
  sharedRepaid: count(),
  sharedDefaults: count(),
  fileExists: few(),
};

export const lesson: Readers<typeof lessonWriter> = lessonWriter;
