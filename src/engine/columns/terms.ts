import type { Readers } from './readers.ts';
import { maxRows } from './shape.ts';

const row = () => new Float64Array(maxRows);

/** The contract that each application ends with: what a lender offers, or what it would have been at the cap. By row. */
export const termsWriter = {
  /** The lender whose price is taken; where refused, the one asked with the lowest p at D_cap. */
  lender: new Uint8Array(maxRows),
  /** 1 if a lender asked offers a price by its own reckoning. */
  approved: new Uint8Array(maxRows),
  /** 1 if refused by all and lent to in order to learn; no approval. */
  explored: new Uint8Array(maxRows),
  /** D, total repayment per unit lent; D_cap where refused or explored. */
  price: row(),
  /** I = D·S/T and ρ, contract rate a quarter. */
  instalment: row(),
  rate: row(),
  /** p at that price by the lender's reckoning, and its log-odds (price included). */
  estimate: row(),
  logOdds: row(),
};

export const terms: Readers<typeof termsWriter> = termsWriter;
