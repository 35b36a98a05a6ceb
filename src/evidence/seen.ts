import type { Ledger, Market } from '../engine/index.ts';
import type { FileView } from '../engine/observe/index.ts';
import type { Columns } from './table.ts';

/** Columns of applications and loans: what each number is. Money in mean loans; quarters from the start of the run. */
export const applicationColumns = {
  borrower: 'number of who applies, from 0; the same person in every market of a seed',
  quarter: 'quarter of the application',
  // what was public
  lender: 'number of the lender whose contract it is, in market order',
  isHome: '1 if that is the borrower’s home lender',
  size: 'size of the loan asked',
  price: 'D, total repayment per unit lent; at the cap where refused',
  apr: 'annual rate',
  approved: '1 if a lender offers a price by its own reckoning',
  explored: '1 if refused by all and lent to in order to learn',
  taken: '1 if the loan is taken',
  incomeSignal: 'x_a, the signal of income that lenders see',
  capitalSignal: 'x_k, the signal of capital that lenders see',
  incomeInferred: 'income a quarter as lenders infer it',
  collateral: 'collateral per unit lent',
  ownRepaid: 'loans repaid to this lender, as it knows them',
  ownDefaults: 'defaults on this lender',
  sharedRepaid: 'loans repaid to others, as this lender reads them',
  sharedDefaults: 'defaults on others, as this lender reads them',
  fileExists: '1 if it finds a file',
  balances: 'owed to others, as it reads them',
  // scores
  estimate: 'the lender’s probability of default at that price',
  score: '(the institution’s score − 600)/100; 0 without one',
  breakEven: 'price at which the lender breaks even by its own reckoning; NaN where it refuses',
  // realised and potential outcomes
  pd: 'true probability of default over the loan’s life under that contract',
  bad: 'potential outcome: 1 if it would end in default, whether or not it is granted',
  defaulted: 'realised outcome: 1 if it ended in default, 0 if repaid; NaN if not taken',
  willNot: '1 if that default was a refusal of who could pay; NaN if not taken',
  endedAt: 'number of the instalment at which it ended; NaN if not taken',
  received: 'all that the lender received over the loan’s life, recoveries too; NaN if not taken',
  effort: 'effort, mean over the quarters that the loan lived; NaN if not taken',
  // what is true and nobody is told
  income: 'income a quarter',
  earlierRepaid: 'loans repaid before, to anybody, since the run began',
  earlierDefaults: 'loans defaulted on before, since the run began',
  lastDefaulted: '1 if the loan that ended last was defaulted on, 0 if repaid; NaN without one',
  sinceDefault: 'quarters since the last default; NaN without one',
} as const;
export type ApplicationColumn = keyof typeof applicationColumns;
export type Applications = Columns<ApplicationColumn>;

/** Columns of a snapshot of everybody, row i is borrower i. */
export const peopleColumns = {
  income: 'income a quarter',
  need: 'chance to need a loan in a quarter, without strain',
  strain: '1 under strain',
  character: 'trait, standard normal',
  capacity: 'trait, standard normal',
  capital: 'trait, standard normal',
  openLoans: 'open loans, of anybody',
  sinceDefault: 'quarters since the last default; NaN without one since the run began',
  applied: 'applications in the quarters ahead',
  signed: 'loans signed in the quarters ahead',
  defaulted: 'loans, old and new, defaulted on in the quarters ahead',
  refusedBad:
    'applications of the quarters ahead that were refused and would have ended in default',
} as const;
export type PeopleColumn = keyof typeof peopleColumns;

/** Columns of a file, as a reader sees it. Quarters count back from the snapshot. */
export const fileColumns = {
  repaid: 'loans repaid, as recorded',
  defaults: 'loans defaulted on, as recorded',
  sinceDefault: 'quarters since the last default; 0 if there is none',
  length: 'quarters since the oldest record or the signing of an open loan; 0 without a file',
  newest: 'quarters since the newest record or the signing of an open loan; 0 without a file',
  openLoans: 'open loans',
  recentLoans: 'open loans signed in the last four quarters',
  balances: 'owed on open loans',
  kinds: 'kinds of lender with a record or an open loan, 0..3',
  wrong: 'records that tell a repaid loan as a default, or the other way round',
} as const;
export type FileColumn = keyof typeof fileColumns;
export type Files = Columns<FileColumn>;

/** Everybody at the start of one quarter. */
export type People = Columns<PeopleColumn> & {
  /** What each reader finds on file, by the names in the need. */
  readonly files: Readonly<Record<string, Files>>;
};

/** Columns of the randomised offers: approved applicants, each in arms drawn by lot. */
export const trialColumns = {
  borrower: 'number of the subject',
  quarter: 'quarter of the offer',
  ownPrice: 'D that the lender would ask',
  estimate: 'the lender’s probability of default at that price',
  highOffer: '1 if offered its APR + 5 points, 0 if − 5 points',
  ownContract:
    '1 if the contract is at its own APR, 0 if 5 points lower (a surprise after a high offer)',
  incentive:
    '1 if .15 of the loan more hangs on its name with the lender, which it learns after taking',
  offerPrice: 'D offered',
  contractPrice: 'D contracted',
  took: '1 if it takes the offer',
  pd: 'true probability of default under its contract and incentive; NaN if it does not take',
  bad: '1 if it ends in default; NaN if it does not take',
} as const;
export type TrialColumn = keyof typeof trialColumns;
export type Trials = Columns<TrialColumn>;

/** What to write down of everybody, when. */
export interface PeopleNeed {
  /** Quarters after the burn-in at which the snapshot is taken; everybody as the quarter begins. */
  readonly after: number;
  /** Quarters whose events are counted from then on, that quarter included. */
  readonly ahead: number;
  /** Whose eyes files are read with, by a name of yours: a lender's number, an outsider's access, or 'complete'. */
  readonly files?: Readonly<Record<string, FileView>>;
}

/** What to write down of a market; all else is dropped, but for its ledger, which is always kept. */
export interface WatchNeed {
  /** Every application of the quarters that count, granted or not. */
  readonly applications?: boolean;
  /** Loans signed in the quarters that count. */
  readonly loans?: boolean;
  /** Randomised prices and incentives. */
  readonly trials?: boolean;
  readonly people?: PeopleNeed;
}

/** A market as a fact sees it. A column that was not asked for throws when it is read. */
export interface Seen {
  readonly market: Market;
  readonly ledger: Ledger;
  /** A measure of the catalogue (docs/measures.md), over the quarters that count or from … to − 1. */
  readonly measure: (id: string, from?: number, to?: number) => number;
  /** A sum of the ledger (docs/model.md, section 9.2), over the same. */
  readonly sum: (name: string, from?: number, to?: number) => number;
  readonly applications: Applications;
  readonly loans: Applications;
  readonly trials: Trials;
  readonly people: People;
}
