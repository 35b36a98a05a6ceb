import { f64, maxLenders, u16, u32, type Readers } from './layout.ts';

/** What any lender asked can verify of an applicant. Written by the applicant. */
export const signalsWriter = {
  income: f64(),
  capital: f64(),
  /** ℓ, collateral. */
  collateral: f64(),
};

/** What is on file. Written where the files are; features come from it as counts. */
export const reportsWriter = {
  /** Bit j: lender j finds a loan on file. */
  onFile: u32(),
  // per lender
  ownRepaid: u16(maxLenders),
  ownDefault: u16(maxLenders),
  sharedRepaid: u16(maxLenders),
  sharedDefaults: u16(maxLenders),
  fileExists: u16(maxLenders),
  /** (score − 600)/100 of the institution's score, 0 without one. */
  footprint: f64(),
  /** What one more default in the score's ecosystem does to `footprint`. */
  footprintDrop: f64(),
};

/** What lenders make of it, per lender. Each reads its own rows; a test holds it to that. */
export const scoresWriter = {
  /** log-odds of default by its scorecard, odds that its price reckons with, price at which it breaks even. */
  logOdds: f64(maxLenders),
  odds: f64(maxLenders),
  breakEven: f64(maxLenders),
  /** log-odds and break-even price by the scorecard that sanctions. */
  sanctionLogOdds: f64(maxLenders),
  sanctionPrice: f64(maxLenders),
};

/** All that lenders see of who applies, and the institution's score sees of its own. */
export const visible: Readers<typeof signalsWriter & typeof reportsWriter & typeof scoresWriter> = {
  ...signalsWriter,
  ...reportsWriter,
  ...scoresWriter,
};
