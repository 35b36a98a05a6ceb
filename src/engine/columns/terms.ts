import { f64, u8, type Readers } from './layout.ts';

/** The contract that each applicant is offered. */
export const termsWriter = {
  /** Lender with the lowest quote. */
  winner: u8(),
  approved: u8(),
  /** 1 if granted only to learn. */
  explored: u8(),
  /** D charged; the cap where refused. */
  price: f64(),
  /** Price-setting PD of the winner, and its log-odds. */
  estimate: f64(),
  estimateLogOdds: f64(),
};

export const terms: Readers<typeof termsWriter> = termsWriter;
