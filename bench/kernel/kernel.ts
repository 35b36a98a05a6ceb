/**
 * A market small enough to be written for any framework: each quarter a borrower applies with a chance, is scored on a
 * noisy signal and its history, gets the loan if the score reaches the cut-off, repays or defaults, and its history
 * grows by that. No prices, no learning, no stakes.
 */
export const kernel = {
  /** Chance that a borrower applies in a quarter. */
  demand: 0.35,
  signalNoise: 1,
  /** score = signal · strength seen + repaid · ln(1 + loans repaid) + defaults · min(defaults, counted) */
  weights: { signal: 0.5, repaid: 0.3, defaults: -0.9, counted: 3 },
  cutOff: -0.5,
  /** Log-odds of default of a borrower of strength 0; each unit of strength takes one off. */
  hazard: -1.5,
} as const;

/** What became of everybody in all quarters. */
export interface KernelOutcome {
  readonly applications: number;
  readonly approvals: number;
  readonly defaults: number;
}
