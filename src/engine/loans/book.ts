import { pageSize } from '../../random/draws.ts';
import { leavesPerPage } from '../columns/shape.ts';
import type { Allocate } from '../memory/allocate.ts';
import { planCapacity, type RoomPlan } from '../memory/room.ts';
import type { Economy } from '../parameters.ts';

/** What has become of a loan. Ended loans stay in the book until their vintage has taught. */
export const Status = { open: 0, repaid: 1, cannotPay: 2, willNotPay: 3 } as const;

/**
 * The loans of a world by page: a ring of T vintages. Vintage v = quarter mod T holds the loans signed in that quarter, in row
 * order (leaf by leaf: borrowers, then twins), from signing to the end of quarter signed + T − 1; then the next takes its
 * place. All loans of a vintage have the same number of instalments left. A slot has at most one loan in a vintage, and at
 * most one open loan with a lender.
 *
 * Loan k of vintage v of page p lies at `vintageStart(book, p, v) + k`, k < count.
 *
 * This is what lenders, files and institutions may see; `Motives` holds what only the borrower knows.
 */
export interface LoanBook {
  readonly term: number;
  /** Loans that a vintage of a page can hold. */
  readonly capacity: number;
  /** Loans signed. Shape (pages × T). */
  readonly count: Int32Array;
  /**
   * Where leaves end among a vintage's loans: leaf l's are those from [2l − 1] to [2l + 1] − 1, its twins' from [2l]. Shape
   * (pages × T × 2·leavesPerPage).
   */
  readonly leafEnds: Int32Array;

  // by loan
  readonly slot: Uint16Array;
  readonly lender: Uint8Array;
  /** `Status`. */
  readonly status: Uint8Array;
  /** Number of the instalment at which it ended: 1 … T; 0 while open. */
  readonly endedAt: Uint8Array;
  /** S and I = D·S/T, in mean loans; ρ a quarter. */
  readonly size: Float64Array;
  readonly instalment: Float64Array;
  readonly rate: Float64Array;
  /** p at signing, by the lender's reckoning. */
  readonly estimate: Float64Array;
  // the report at signing, as scorecards take it in (see `visible`); x_k and ℓ are fixed for life: of the person
  readonly income: Float64Array;
  readonly balances: Float64Array;
  /** Empty where the institution keeps no score. */
  readonly score: Float64Array;
  readonly ownRepaid: Uint8Array;
  readonly ownDefaults: Uint8Array;
  readonly sharedRepaid: Uint16Array;
  /** 255 stands for more: cards count no more than four. */
  readonly sharedDefaults: Uint8Array;
  readonly fileExists: Uint8Array;
}

/** What the borrower alone knows of its loans, at the places of the loan book. */
export interface Motives {
  /** υ = R·S/T, use a quarter. */
  readonly use: Float64Array;
  /** V_o and V_s (perks included) of signing. */
  readonly ownStake: Float64Array;
  readonly sharedStake: Float64Array;
}

/** First place of vintage v of a page. */
export function vintageStart({ term, capacity }: LoanBook, page: number, vintage: number): number {
  return (page * term + vintage) * capacity;
}

/** Age in quarters, at quarter t, of the vintage at place v of the ring: 0 for loans signed in t. */
export function ageOf(term: number, quarter: number, vintage: number): number {
  return (quarter - vintage) % term; // quarters before 0 hold no loans: their count is 0
}

/** Bytes of a number of double precision, and of a whole one. */
const double = Float64Array.BYTES_PER_ELEMENT;
const word = Int32Array.BYTES_PER_ELEMENT;

/** What a book must have room for. */
interface BookPlan extends RoomPlan {
  /** Whether the institution keeps a score, so that there is one to remember. */
  readonly scored: boolean;
}

export function createLoanBook(
  economy: Economy,
  borrowers: number,
  plan: BookPlan,
  allocate: Allocate,
): LoanBook {
  const { term } = economy.loan;
  const pages = Math.ceil(borrowers / pageSize);
  const capacity = planCapacity(economy, Math.min(borrowers, pageSize), plan);
  const n = pages * term * capacity;
  const f64 = () => new Float64Array(allocate(double * n));
  // As long as the other columns (`createTwins` tells them by their length), in memory of whole words.
  const u16 = () => new Uint16Array(allocate(2 * n));
  const u8 = () => new Uint8Array(allocate(n));
  return {
    term,
    capacity,
    count: new Int32Array(allocate(word * pages * term)),
    leafEnds: new Int32Array(allocate(word * pages * term * 2 * leavesPerPage)),
    slot: u16(),
    lender: u8(),
    status: u8(),
    endedAt: u8(),
    size: f64(),
    instalment: f64(),
    rate: f64(),
    estimate: f64(),
    income: f64(),
    balances: f64(),
    score: plan.scored ? f64() : new Float64Array(0),
    ownRepaid: u8(),
    ownDefaults: u8(),
    sharedRepaid: u16(),
    sharedDefaults: u8(),
    fileExists: u8(),
  };
}

export function createMotives({ capacity, count }: LoanBook, allocate: Allocate): Motives {
  const n = count.length * capacity;
  const f64 = () => new Float64Array(allocate(double * n));
  return {
    use: f64(),
    ownStake: f64(),
    sharedStake: f64(),
  };
}

/** What a quarter shows of the loans that were open when it began: what files may know of it. */
export interface OpenLoans {
  /** B_n, balance at the start of the quarter, of open loans. */
  readonly balance: Float64Array;
  /** 1 for those that live through the quarter: open at its start, or just signed. */
  readonly wasOpen: Uint8Array;
}

/** Which loans ended in the quarter, once they have lived through it: known to all, since they leave records. */
export interface EndedLoans {
  /** The k-th that ended of vintage v of the page, as its place in the vintage, at v · capacity + k, k < `endedCount[v]`. */
  readonly ended: Int32Array;
  readonly endedCount: Int32Array;
}

/**
 * What the quarter does to the open loans of the page that is worked on, loan by loan: scratch at place
 * v · capacity + k of the page's own book (k-th loan of vintage v), valid in step 9 and after it.
 */
export interface LoanQuarter extends OpenLoans, EndedLoans {
  /** 1 if the loan is in the set that its borrower would refuse. */
  readonly inSet: Uint8Array;
  /** rec_n and cb_n: what the lender recovers on default now, and what of it collections take from the borrower. */
  readonly recovered: Float64Array;
  readonly collected: Float64Array;
  /** W_{n−1} and Q_{n−1}: what the loan is worth, and use that goes on after a refusal, once today's instalment is dealt with. */
  readonly valueAfter: Float64Array;
  readonly useAfter: Float64Array;
  /** g: what refusing this loan gains, before what a default event costs. */
  readonly gain: Float64Array;
}

export function createLoanQuarter(term: number, capacity: number): LoanQuarter {
  const n = term * capacity;
  return {
    balance: new Float64Array(n),
    wasOpen: new Uint8Array(n),
    ended: new Int32Array(n),
    endedCount: new Int32Array(term),
    inSet: new Uint8Array(n),
    recovered: new Float64Array(n),
    collected: new Float64Array(n),
    valueAfter: new Float64Array(n),
    useAfter: new Float64Array(n),
    gain: new Float64Array(n),
  };
}
