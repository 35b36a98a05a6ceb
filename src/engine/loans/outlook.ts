import type { Column } from '../../institutions/institution.ts';
import { loanSums } from '../columns/loan-sums.ts';
import { everyone, roll } from '../columns/roll.ts';
import { maxRows, personMask } from '../columns/shape.ts';
import type { Lender } from '../setup.ts';
import { Status, vintageStart, type LoanBook, type LoanQuarter, type Motives } from './book.ts';
import type { ChoicePlan, LookAhead } from './choice-plan.ts';
import { expectTrouble, expectTroubleOf } from './trouble.ts';
import { trial } from './trial.ts';

/** Constants of living through a quarter, made once per market. */
export interface LivePlan {
  readonly choice: ChoicePlan;
  readonly recovery: Float64Array;
  /** What a good record with lender j buys outside credit. */
  readonly perks: Float64Array;
}

export function planLiving(
  lenders: readonly Lender[],
  choice: ChoicePlan,
  perks: Float64Array,
): LivePlan {
  return {
    choice,
    recovery: Float64Array.from(lenders, (lender) => lender.recovery),
    perks,
  };
}

/** Slots that owe something today, in order, and whose they are. */
export const owing = {
  n: 0,
  slot: new Int32Array(maxRows + 1),
  person: new Int32Array(maxRows + 1),
};

/** Lists the slots that owe something, new loans included: borrowers, then twins. */
export function listOwing(): void {
  owing.n = 0;
  addOwing(everyone, roll.size);
  addOwing(roll.twins, roll.twinCount);
}

function addOwing(slots: Column, count: number): void {
  const { slot, person } = owing;
  const { sizes } = loanSums;
  let { n } = owing;
  for (let k = 0; k < count; k++) {
    const s = slots[k];
    slot[n] = s;
    person[n] = s & personMask;
    n += Number(sizes[s] > 0);
  }
  owing.n = n;
}

/** W_{n−1} and Q_{n−1} of the open loans signed before this quarter; those of new ones `sign` has kept. */
export function lookPastToday(
  plan: LivePlan,
  book: LoanBook,
  motives: Motives,
  now: LoanQuarter,
  page: number,
  quarter: number,
  lookAhead: LookAhead,
): void {
  const { term, capacity } = book;
  expectTroubleOf(plan.choice, owing.slot, owing.n, term);
  for (let age = Math.min(term - 1, quarter); age >= 1; age--) {
    const vintage = (quarter - age) % term;
    const left = term - age;
    const start = vintageStart(book, page, vintage);
    const n = book.count[page * term + vintage];
    if (left === 1) {
      // Nothing comes after the last instalment.
      now.valueAfter.fill(0, vintage * capacity, vintage * capacity + n);
      now.useAfter.fill(0, vintage * capacity, vintage * capacity + n);
      continue;
    }
    const open = tryOpen(plan, book, motives, start, n);
    expectTrouble(open, left, left - 1);
    lookAhead(plan.choice, open, left, left - 1, 0, false);
    keep(now, vintage * capacity, open);
  }
}

/** Places on trial, from the start of their vintage. */
const place = new Int32Array(maxRows + 1);

function tryOpen(
  { recovery }: LivePlan,
  book: LoanBook,
  motives: Motives,
  start: number,
  n: number,
): number {
  const { status, slot, lender } = book;
  let open = 0;
  for (let k = 0; k < n; k++) {
    place[open] = k;
    open += Number(status[start + k] === Status.open);
  }
  for (let k = 0; k < open; k++) {
    const at = start + place[k];
    const s = slot[at];
    trial.slot[k] = s;
    trial.person[k] = s & personMask;
    trial.size[k] = book.size[at];
    trial.instalment[k] = book.instalment[at];
    trial.rate[k] = book.rate[at];
    trial.use[k] = motives.use[at];
    trial.ownStake[k] = motives.ownStake[at];
    trial.sharedStake[k] = motives.sharedStake[at];
    trial.recovery[k] = recovery[lender[at]];
  }
  return open;
}

function keep({ valueAfter, useAfter }: LoanQuarter, start: number, open: number): void {
  for (let k = 0; k < open; k++) {
    valueAfter[start + place[k]] = trial.value[k];
    useAfter[start + place[k]] = trial.useAlone[k];
  }
}
