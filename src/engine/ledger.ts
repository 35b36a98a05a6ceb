import type { World } from './setup.ts';
import type { Posted } from './stake/beliefs.ts';
export { beliefNames } from './stake/belief-names.ts';

/**
 * Sums of a quarter that every measure is made of (docs/model.md, "Sums of a quarter"). All are plain totals, so leaves,
 * threads and shards add up. A row is the quarter of application or signing, wherever in time what it counts happens; the
 * stocks alone are of the calendar quarter. Twins count nowhere. Money is in mean loans, discounted to signing.
 */
export const sumNames = [
  // applicants
  'applications',
  'approvals',
  'exploratoryOffers',
  'inquiries', // lenders asked to whom something is open
  'thinApplications', // nobody asked finds a record or an open loan
  'thinApprovals',
  'safeApplications', // a hazard below the population's median
  'safeApprovals',
  'safeLoans',
  'strainApplications',
  'sizeAsked',
  'applicantPd', // life PD at the contract offered; at the cap if refused
  'applicantEstimate', // the lender's p at that price
  'applicantBrier', // expected (estimate − outcome)²
  'applicantBrierPd', // (estimate − PD)²
  'misreports',
  'misreportingCost',
  // approvals
  'approvedPd',
  'approvedApr',
  'approvedTotalCost', // D − 1
  // offers, exploratory ones too
  'tasteTaking',
  // loans
  'loans',
  'exploratoryLoans',
  'principal',
  'loanPd',
  'loanEstimate',
  'fundedBrier', // (estimate − realised outcome)²
  'price', // D
  'apr',
  'totalCost', // D − 1
  'stakeOwn', // V_o
  'stakeShared', // V_s
  'cannotPay', // realised
  'willNotPay',
  'expectedCannotPay', // F, over loan-quarters lived
  'expectedWillNotPay',
  'loanQuarters',
  'effort', // e, over loan-quarters lived
  'defaultedPrincipal', // of realised defaults: S, instalments paid before, balance due, what is recovered of it
  'paidBeforeDefault',
  'defaultedBalance',
  'recovered',
  // money, in conditional expectation but for the realised profit
  'use',
  'instalments',
  'collectionsTaken',
  'collateralLost',
  'stigma',
  'enforcement',
  'effortCost',
  'perksLost',
  'outside',
  'leakLosses', // what borrowers lose because records of their loans leak
  'borrowerSurplus',
  'lenderInflow',
  'resources',
  'fees',
  'institutionCost',
  'lenderProfit',
  'realisedProfit',
  'collateralDestroyed',
  'funding',
  'time',
  'tasteRefusing',
  'welfare',
  // stocks of the calendar quarter, once its loans are signed
  'openLoans',
  'owing', // borrowers with at least one
  'owingSeveral', // with at least two
  'openBalance', // before the instalment
  'service',
  'serviceToIncome', // over those owing
  'income', // over all borrowers
] as const;
export type SumName = (typeof sumNames)[number];

export const traitNames = ['character', 'capacity', 'capital', 'collateral', 'conditions'] as const;
export const quintileCounts = ['applications', 'approvals', 'loans', 'defaults'] as const;

/** Bins of the estimate's log-odds, −8 … 8; the ends are open. */
export const logitBins = 1024;
export const histogramNames = [
  'applicantGood', // weight 1 − PD, in units of 2⁻²⁰
  'applicantBad', // weight PD, in units of 2⁻²⁰
  'fundedGood', // realised
  'fundedBad',
  'fundedExpectedGood', // weight 1 − PD, in units of 2⁻²⁰
  'fundedExpectedBad',
] as const;
export type HistogramName = (typeof histogramNames)[number];

/** Sums of a lender over the quarters counted. */
export const lenderSums = [
  'asked',
  'willing', // asked, and it does not refuse
  'loans',
  'principal',
  'defaults',
  'estimate',
  'lifePd',
  'profit', // expected
  'realisedProfit',
] as const;
export type LenderSumName = (typeof lenderSums)[number];

/** Sums of a lender by quarter, burn-in included: of the askings of a quarter, and of the loans signed in it. */
export const bookSums = [
  'asked',
  'loans',
  'principal',
  'estimate',
  'apr',
  'defaults', // realised, whenever they happen
  'realisedProfit',
] as const;
export type BookSumName = (typeof bookSums)[number];

/** Bins of price from D = 1 to the cap, of which fifths are formed; what is counted in each. */
export const priceBins = 100;
export const priceCounts = ['loans', 'defaults', 'estimate'] as const;

/** What missed instalments are counted by. */
export const defaultKinds = ['cannotPay', 'willNotPay'] as const;

/** All that one run of one market leaves behind: sufficient statistics, never loans. */
export interface Ledger {
  readonly world: World;
  readonly borrowers: number;
  readonly quarters: number;
  readonly burnIn: number;
  readonly term: number;
  /** Row t holds the sums of quarter t in the order of `sumNames`. Shape (quarters × sums). */
  readonly sums: Float64Array;
  /** Shape (quarters × beliefNames). */
  readonly beliefs: Float64Array;
  /** Cards, times of default and beliefs in use in each quarter. */
  readonly posted: Posted;
  /** Realised defaults by quarter of signing and instalment missed. Shape (quarters × term × defaultKinds). */
  readonly ages: Float64Array;
  /** Shape (lenders × lenderSums); counted quarters. */
  readonly lenders: Float64Array;
  /** Shape (quarters × lenders × bookSums). */
  readonly books: Float64Array;
  /** Shape (lenders × priceBins × priceCounts); counted quarters. */
  readonly prices: Float64Array;
  /** Shape (histogramNames × logitBins); counted quarters. */
  readonly histograms: Float64Array;
  /** Shape (traits × quintiles × quintileCounts); counted quarters. */
  readonly quintiles: Float64Array;
  /** Borrowers with a file that some lender other than the furnisher can read, at the end of the run. */
  readonly covered: number;
}

/** Whether applications and loans of this quarter count: those after the burn-in whose loans all come to their end. */
export function counts(
  { burnIn, quarters, term }: { burnIn: number; quarters: number; term: number },
  quarter: number,
): boolean {
  return quarter >= burnIn && quarter <= quarters - term;
}
