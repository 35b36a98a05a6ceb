import { f32, f64, maxLenders, u8, type Readers } from './layout.ts';

/** What only nature, the borrower and the ledger know. */
export const hiddenWriter = {
  /** The five latent traits this quarter. */
  traits: {
    character: f32(),
    capacity: f32(),
    capital: f32(),
    collateral: f32(),
    conditions: f32(),
  },
  /** log-odds of failure before effort at D = 1, in this quarter's macro state. */
  hazardOdds: f64(),
  /** 1 if the hazard before effort is below the population's median (at Z = 0). */
  safe: u8(),
  /** R, project value. */
  value: f64(),
  /** κ, stigma. */
  stigma: f64(),
  /** u, outside option less taste shock. */
  outside: f64(),
  /** demand · A(1, 31) of this borrower's patience: what one's own lender can still do to it. */
  ownWeight: f64(),
  /** demand · A(1 + lag, lag + retention), 0 if unaware or not reported. */
  sharedWeight: f64(),
  /** 1 if the borrower inflated its footprint for this application. */
  misreports: u8(),
  /** per lender: V if the loan is lender j's; filled for those that may lend. */
  stakeBy: f64(maxLenders),
  /** V with the winner. */
  stake: f64(),
  // What follows is potential where not approved or not taken.
  /** f, before effort, at this price. */
  hazard: f64(),
  effort: f64(),
  /** F = f(1 − e). */
  failure: f64(),
  /** w: pays if able. */
  willing: f64(),
  /** H(w), entropy of that choice; 0 where it is contracted. */
  entropy: f64(),
  pd: f64(),
  /** U, value of the loan to the borrower. */
  loanValue: f64(),
  /** `Outcome` code of the loan, whether or not it is made. */
  potential: u8(),
};

export const hidden: Readers<typeof hiddenWriter> = hiddenWriter;
