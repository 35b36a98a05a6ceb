import type { World } from './setup.ts';

/**
 * Sums over one quarter that every measure is made of. All are plain additive totals, so blocks,
 * threads and shards add up. Counts are of realised events; "expected" uses true probabilities.
 */
export const sumNames = [
  // among applicants
  'applications',
  'approvals',
  'loans',
  'inquiries',
  'thinApplications', // no repaid or defaulted loan on any file the asked lenders can see
  'thinApprovals',
  'safeApplications', // hazard before effort below the population's median
  'safeApprovals',
  'safeLoans',
  'applicantPd', // true PD at the contract offered, or at the cap if refused
  'applicantEstimate', // price-setting PD
  'applicantBrier', // expected (estimate − outcome)², outcome drawn from the true PD
  'applicantBrierPd', // (estimate − true PD)²
  // among approved
  'approvedPd',
  'approvedRate', // D − 1 offered
  // among loans taken
  'cannotPay', // realised
  'willNotPay', // realised
  'expectedCannotPay',
  'expectedWillNotPay',
  'loanPd',
  'loanEstimate',
  'fundedBrier', // (estimate − realised outcome)²
  'rate', // D − 1
  'effort',
  'firstBestEffort',
  'borrowerSurplus',
  'lenderProfit', // expected
  'realisedProfit',
  'institutionRevenue',
  'institutionCost',
  'stake', // V
  'welfare', // by the resource identity of model.md §8, not as the sum of the parts
  'projectValue',
  'stigmaLoss',
  'enforcementLoss',
  'collateralLoss',
  'effortCost',
  'exploratoryLoans',
  // among applicants again
  'misreports',
  'misreportingCost',
] as const;
export type SumName = (typeof sumNames)[number];

/** Integer tables over the quarters after the burn-in. */
export const traitNames = ['character', 'capacity', 'capital', 'collateral', 'conditions'] as const;
export const quintileCounts = ['applications', 'approvals', 'loans', 'defaults'] as const;

/** Bins of the estimate's log-odds, −8 … 8; the ends are open. */
export const logitBins = 1024;
export const histogramNames = [
  'applicantGood', // weight 1 − true PD, in units of 2⁻²⁰
  'applicantBad', // weight true PD, in units of 2⁻²⁰
  'fundedGood', // realised
  'fundedBad',
  'fundedExpectedGood', // weight 1 − true PD, in units of 2⁻²⁰
  'fundedExpectedBad',
] as const;
export type HistogramName = (typeof histogramNames)[number];

/** Per-lender sums after the burn-in; realised profit in units of 2⁻²⁰ principals, so that sums are exact. */
export const lenderSums = ['asked', 'loans', 'realisedProfit', 'defaults'] as const;

/** All that one run of one market leaves behind: sufficient statistics, never loans. */
export interface Ledger {
  readonly world: World;
  readonly borrowers: number;
  readonly quarters: number;
  readonly burnIn: number;
  /** Row t holds the sums of quarter t in the order of `sumNames`. Shape (quarters × sums). */
  readonly sums: Float64Array;
  /** Shape (histogramNames × logitBins); after the burn-in. */
  readonly histograms: Float64Array;
  /** Shape (traits × quintiles × quintileCounts); after the burn-in. */
  readonly quintiles: Float64Array;
  /** Shape (lenders × lenderSums); after the burn-in. */
  readonly lenders: Float64Array;
  /** Scorecards that lenders priced with. Shape (quarters × lenders × features). */
  readonly posted: Float64Array;
  /** Borrowers with a file that some lender other than the furnisher can read, at the end of the run. */
  readonly covered: number;
}
