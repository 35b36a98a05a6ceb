import { pageSize } from '../../random/draws.ts';
import type { traitNames } from '../ledger.ts';

/** Borrowers per leaf: floating sums are made per leaf and combined in leaf order (model.md §9). */
export const leafSize = 1024;
export const leavesPerPage = pageSize / leafSize;

/** Lenders of a market, at most: a set of them is the bits of a word. */
export const maxLenders = 32;

/**
 * Working columns of the applicants of one page and quarter: row r is one application. Columns "per lender" hold
 * lender j's rows at j · pageSize.
 */
export interface Page {
  /** First borrower of the page. */
  first: number;
  /** Borrowers on the page (the last may be short). */
  size: number;
  /** Applications: rows 0 … n − 1 are in use, in borrower order. */
  n: number;
  /** Rows of leaf l end at leafEnd[l]. */
  readonly leafEnd: Int32Array;

  /** A number for each row, for the stage at work. */
  readonly draw: Float64Array;

  // who applies, and what it is (the private side)
  /** Index within the page. */
  readonly index: Int32Array;
  /** Bits of its records that still count, as the borrower comes back (`rememberedAfter`). */
  readonly remembered: Uint32Array;
  /** The five latent traits this quarter. */
  readonly traits: Readonly<Record<(typeof traitNames)[number], Float32Array>>;
  /** log-odds of failure before effort at D = 1, in this quarter's macro state. */
  readonly hazardOdds: Float64Array;
  /** 1 if the hazard before effort is below the population's median (at Z = 0). */
  readonly safe: Uint8Array;
  /** R, project value. */
  readonly value: Float64Array;
  /** κ, stigma. */
  readonly stigma: Float64Array;
  /** ℓ, collateral. */
  readonly collateral: Float64Array;
  /** u, outside option less taste shock. */
  readonly outside: Float64Array;
  /** demand · A(1, 31) of this borrower's patience: what one's own lender can still do to it. */
  readonly ownWeight: Float64Array;
  /** demand · A(1 + lag, lag + retention), 0 if unaware or not reported. */
  readonly sharedWeight: Float64Array;
  /** 1 if a loan of this size is reported. */
  readonly reported: Uint8Array;

  // what lenders can see
  readonly income: Float64Array;
  readonly capital: Float64Array;
  /** (score − 600)/100 of the institution's score, 0 without one. */
  readonly footprint: Float64Array;
  /** Which set of lenders was asked, as a place in the search table; and its lenders: bit j, lender j. */
  readonly askedSet: Uint32Array;
  readonly asked: Uint32Array;
  /** Bit j: lender j looks the applicant up (see `lookUp`). */
  readonly interested: Uint32Array;
  /** How many applicants lender j looks up. Shape (lenders). */
  readonly lookUps: Int32Array;
  /** per lender: their rows, in order. The columns per lender that follow are filled in these rows only. */
  readonly rowsOf: Int32Array;
  /** Bit j: lender j finds a loan on file. */
  readonly onFile: Uint32Array;
  // per lender: features from files, as counts
  readonly ownRepaid: Uint16Array;
  readonly ownDefault: Uint16Array;
  readonly sharedRepaid: Uint16Array;
  readonly sharedDefaults: Uint16Array;
  readonly fileExists: Uint16Array;
  /** per lender: log-odds of default by its scorecard, odds that its price reckons with, price at which it breaks even. */
  readonly logOdds: Float64Array;
  readonly odds: Float64Array;
  readonly breakEven: Float64Array;
  /** per lender: log-odds and break-even price by the scorecard that sanctions. */
  readonly sanctionLogOdds: Float64Array;
  readonly sanctionPrice: Float64Array;
  /** What one more default in the score's ecosystem does to `footprint`. */
  readonly footprintDrop: Float64Array;
  /** 1 if the borrower inflated its footprint for this application. */
  readonly misreports: Uint8Array;
  /** per lender and variant (see stake.ts): what reader j would take away after one more default. */
  readonly sharedLoss: Float64Array;
  /** Bit j: lender j may be the one that lends. */
  readonly candidates: Uint32Array;
  /** per lender: V if the loan is lender j's; filled only where types are visible, for those who ask it. */
  readonly stakeBy: Float64Array;

  // the contract
  /** Lender with the lowest quote. */
  readonly winner: Uint8Array;
  readonly approved: Uint8Array;
  /** 1 if granted only to learn. */
  readonly explored: Uint8Array;
  /** D charged; the cap where refused. */
  readonly price: Float64Array;
  /** Price-setting PD of the winner, and its log-odds. */
  readonly estimate: Float64Array;
  readonly estimateLogOdds: Float64Array;
  /** V with the winner. */
  readonly stake: Float64Array;

  /** Rows that decide, for `choose`. */
  readonly deciding: Int32Array;

  // what follows (potential outcomes where not approved or not taken)
  /** f, before effort, at this price. */
  readonly hazard: Float64Array;
  readonly effort: Float64Array;
  /** F = f(1 − e). */
  readonly failure: Float64Array;
  /** w: pays if able. */
  readonly willing: Float64Array;
  /** H(w), entropy of that choice; 0 where it is contracted. */
  readonly entropy: Float64Array;
  readonly pd: Float64Array;
  /** U, value of the loan to the borrower. */
  readonly loanValue: Float64Array;
  readonly taken: Uint8Array;
  /** Rows of the loans taken, in order; those of leaf l end at takerEnd[l]. */
  readonly takers: Int32Array;
  readonly takerEnd: Int32Array;
  /** per lender: rows of its loans, in order; those of leaf l end at loanEnd[l · maxLenders + lender]. */
  readonly loansOf: Int32Array;
  readonly loanEnd: Int32Array;
  /** 0 repaid, 1 cannot pay, 2 will not pay; potential for every row. */
  readonly outcome: Uint8Array;
}

function createPage(): Page {
  const f64 = (width = 1) => new Float64Array(pageSize * width);
  const f32 = () => new Float32Array(pageSize);
  const u32 = () => new Uint32Array(pageSize);
  const u16 = (width = 1) => new Uint16Array(pageSize * width);
  const u8 = () => new Uint8Array(pageSize);
  // One more: a list is made by writing every row and moving on only past those that belong to it.
  const rows = (width = 1) => new Int32Array(pageSize * width + 1);
  const each = maxLenders;
  return {
    first: 0,
    size: 0,
    n: 0,
    leafEnd: new Int32Array(leavesPerPage),
    draw: f64(),
    index: rows(),
    remembered: u32(),
    traits: {
      character: f32(),
      capacity: f32(),
      capital: f32(),
      collateral: f32(),
      conditions: f32(),
    },
    hazardOdds: f64(),
    safe: u8(),
    value: f64(),
    stigma: f64(),
    collateral: f64(),
    outside: f64(),
    ownWeight: f64(),
    sharedWeight: f64(),
    reported: u8(),
    income: f64(),
    capital: f64(),
    footprint: f64(),
    askedSet: u32(),
    asked: u32(),
    interested: u32(),
    lookUps: new Int32Array(each),
    rowsOf: rows(each),
    onFile: u32(),
    ownRepaid: u16(each),
    ownDefault: u16(each),
    sharedRepaid: u16(each),
    sharedDefaults: u16(each),
    fileExists: u16(each),
    logOdds: f64(each),
    odds: f64(each),
    breakEven: f64(each),
    sanctionLogOdds: f64(each),
    sanctionPrice: f64(each),
    footprintDrop: f64(),
    misreports: u8(),
    sharedLoss: f64(each * 3),
    candidates: u32(),
    stakeBy: f64(each),
    winner: u8(),
    approved: u8(),
    explored: u8(),
    price: f64(),
    estimate: f64(),
    estimateLogOdds: f64(),
    stake: f64(),
    deciding: rows(),
    hazard: f64(),
    effort: f64(),
    failure: f64(),
    willing: f64(),
    entropy: f64(),
    pd: f64(),
    loanValue: f64(),
    taken: u8(),
    takers: rows(),
    takerEnd: new Int32Array(leavesPerPage),
    loansOf: rows(each),
    loanEnd: new Int32Array(leavesPerPage * each),
    outcome: u8(),
  };
}

/**
 * The one page that is worked on, reused for every page of every market: a thread simulates one at a time.
 *
 * Each stage holds it, and what else its loops use of other modules, as constants of its own: V8 compiles those into a
 * loop, columns with their places and functions with their bodies. A column that is handed over takes three times as
 * long to read, and an imported name is looked up and checked at every use.
 */
export const workingPage: Page = createPage();

/** How many loans this lender granted, of those listed in `loansOf`. */
export function loansBy(lender: number): number {
  return workingPage.loanEnd[(leavesPerPage - 1) * maxLenders + lender];
}

/** Empties what a market without a score, or a lender that reads nothing, leaves as it was. */
export function clearWorkingPage(lenders: number): void {
  const { footprint, footprintDrop, misreports } = workingPage;
  const { sharedRepaid, sharedDefaults, fileExists } = workingPage;
  for (const column of [footprint, footprintDrop, misreports]) column.fill(0);
  for (const column of [sharedRepaid, sharedDefaults, fileExists]) {
    column.fill(0, 0, lenders * pageSize);
  }
}
