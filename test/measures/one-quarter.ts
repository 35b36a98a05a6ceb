import { hiddenWriter, stakesWriter } from '../../src/engine/columns/hidden.ts';
import { outcomeWriter } from '../../src/engine/columns/outcome.ts';
import { rollWriter } from '../../src/engine/columns/roll.ts';
import { lenderStride } from '../../src/engine/columns/shape.ts';
import { termsWriter } from '../../src/engine/columns/terms.ts';
import { reportsWriter, signalsWriter } from '../../src/engine/columns/visible.ts';
import type { Ledger } from '../../src/engine/ledger.ts';
import { refusal } from '../../src/engine/lenders/break-even.ts';
import { quotes } from '../../src/engine/lenders/quotes.ts';
import { createLoanBook, createLoanQuarter, createMotives } from '../../src/engine/loans/book.ts';
import { writeContracts } from '../../src/engine/loans/contract.ts';
import { listOwing } from '../../src/engine/loans/outlook.ts';
import { settle } from '../../src/engine/loans/settle.ts';
import { sign } from '../../src/engine/loans/sign.ts';
import { trial } from '../../src/engine/loans/trial.ts';
import { plainMemory } from '../../src/engine/memory/allocate.ts';
import type { Economy } from '../../src/engine/parameters.ts';
import { planTally, tallyCount } from '../../src/engine/tally/plan.ts';
import { completeSums, enterTotals, tally } from '../../src/engine/tally/tally.ts';
import { economy as prototype } from '../engine/economy.ts';
import { ledgerOf } from './fixture.ts';

/** Loans of one quarter, and sanctions and effort that cost round amounts. */
const economy: Economy = {
  ...prototype,
  loan: { ...prototype.loan, term: 1 },
  behaviour: { ...prototype.behaviour, effortCost: 2 },
  sanctions: { ...prototype.sanctions, enforcement: 0.1, involuntaryShare: 0.5 },
};

/** Money costs them a quarter of what they get back: a unit received at the end is worth 0.8. The registry is open to the bank. */
const lenders = [
  { id: 'bank', kind: 'bank', share: 0.5, funding: 0.25, operating: 0.05, recovery: 1 },
  { id: 'net', kind: 'internet', share: 0.5, funding: 0.25, operating: 0.1, recovery: 1 },
] as const;
const sharing = {
  inquires: [1, 0],
  fee: Float64Array.of(0.01, 0.02),
  cost: Float64Array.of(0.005, 0.005),
  leaks: new Float64Array(2),
};

export interface Applicant {
  /** Income of the quarter, in mean loans like all money here. */
  readonly income: number;
  /** Of the safer half of the population. */
  readonly safe: 0 | 1;
  /** The bank knows it: it repaid there once. */
  readonly known: 0 | 1;
  /** 0 the bank, 1 the internet lender. */
  readonly lender: 0 | 1;
  readonly offer: 'approved' | 'explored' | 'refused';
  readonly takes: 0 | 1;
  readonly size: number;
  /** Total repayment per unit lent. */
  readonly price: number;
  /** What the lender thinks the chance of default to be, and what it is. */
  readonly estimate: number;
  readonly pd: number;
  /** Of a loan: worth of its use; chances of failure and, of who is able, of refusal; what is recovered; what happens. */
  readonly use: number;
  readonly failure: number;
  readonly refusal: number;
  readonly recovered: number;
  readonly event: number;
}

/** Writes what has happened up to the offers, so that signing, settling and adding up are left. */
function apply(people: readonly Applicant[]): void {
  const n = people.length;
  rollWriter.first = 0;
  rollWriter.size = n;
  rollWriter.n = n;
  rollWriter.twinCount = 0;
  rollWriter.leafOriginals.fill(n);
  rollWriter.leafEnd.fill(n);
  for (const [r, one] of people.entries()) {
    const { size, price } = one;
    rollWriter.slot[r] = r;
    rollWriter.person[r] = r;
    rollWriter.rowOf[r] = r;
    rollWriter.asked[r] = 0b11;
    rollWriter.askedCount[r] = 2;
    for (const j of [0, 1]) {
      rollWriter.askedAt[j * lenderStride + r] = j;
      const offers = one.offer === 'approved' && one.lender === j;
      quotes.breakEven[j * lenderStride + r] = offers ? price : refusal;
    }
    signalsWriter.size[r] = size;
    reportsWriter.ownRepaid[r] = one.known; // of the bank, whose row it is
    stakesWriter.ownStake[r] = 0.2;
    stakesWriter.sharedStake[r] = 0.3;
    hiddenWriter.income[r] = one.income;
    hiddenWriter.safe[r] = one.safe;
    hiddenWriter.outside[r] = 0.1;
    hiddenWriter.stigmaCost[r] = 1;
    hiddenWriter.ownFailure[r] = 0.1;
    termsWriter.lender[r] = one.lender;
    termsWriter.approved[r] = Number(one.offer === 'approved');
    termsWriter.explored[r] = Number(one.offer === 'explored');
    termsWriter.price[r] = price;
    termsWriter.estimate[r] = one.estimate;
    trial.use[r] = one.use;
    outcomeWriter.taken[r] = one.takes;
    outcomeWriter.pd[r] = one.pd;
  }
  writeContracts(1);
}

/** The ledger of the quarter in which they apply, sign, and pay or not. */
export function ledgerOfTheQuarter(people: readonly Applicant[]): Ledger {
  const borrowers = people.length;
  const market = { economy, lenders, borrowers, quarters: 1, burnIn: 0, seed: [1, 2] as const };
  const plan = planTally(market, sharing, 1.4);
  const book = createLoanBook(
    economy,
    borrowers,
    { room: 'sure', twins: true, scored: false },
    plainMemory,
  );
  const motives = createMotives(book, plainMemory);
  const now = createLoanQuarter(1, book.capacity);
  apply(people);
  sign(book, motives, now, new Uint8Array(2), 0, 0);
  listOwing();
  let loan = 0;
  for (const [s, one] of people.entries()) {
    if (one.takes === 0) continue;
    now.wasOpen[loan] = 1;
    now.gain[loan] = one.refusal > 0 ? 1 : -1;
    now.recovered[loan] = one.recovered;
    now.collected[loan] = one.recovered;
    outcomeWriter.loans[s] = 1;
    outcomeWriter.service[s] = one.price * one.size;
    outcomeWriter.sizes[s] = one.size;
    outcomeWriter.setSizes[s] = one.size;
    outcomeWriter.effort[s] = 0.5;
    outcomeWriter.failure[s] = one.failure;
    outcomeWriter.refusal[s] = one.refusal;
    outcomeWriter.event[s] = one.event;
    loan++;
  }
  settle(book, now, 0, 0);
  const totals = new Float64Array(tallyCount(plan));
  tally(plan, book, motives, now, 0, 0, totals, 0, totals.length);
  const ledger = ledgerOf({ borrowers, sums: [{}], lenders: [{}, {}], books: [[{}, {}]] });
  enterTotals(plan, totals, 0, 0, ledger.sums, ledger.lenders, ledger.books);
  completeSums(ledger.sums);
  return ledger;
}
