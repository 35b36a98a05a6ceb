import type { Market } from '../../engine/index.ts';
import {
  type Observed,
  Status,
  breakEvenPrice,
  lenderStride,
  offsetPrice,
  recoveryValue,
  refusal,
} from '../../engine/observe/index.ts';
import { pageSize } from '../../random/draws.ts';
import { type ApplicationColumn, applicationColumns, type Applications } from '../seen.ts';
import type { History, LivingLoan } from './history.ts';
import { addRow, createGrowing, finished, type Growing } from '../table.ts';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- keys of a literal
const names = Object.keys(applicationColumns) as ApplicationColumn[];

type ApplicationColumns = Growing<ApplicationColumn>['column'];

/** Writes applications down, and what becomes of those that are loans. */
export interface ApplicationBook {
  /** Inside `applications`, for pages and quarters that count. @param fate uniform draws of potential outcomes, by row */
  readonly enter: (seen: Observed, fate: Float64Array) => void;
  /** Inside `quarterEnd`, for each loan that lives through the quarter. */
  readonly follow: (seen: Observed, loan: LivingLoan) => void;
  /** All of them; or the loans alone. */
  readonly all: () => Applications;
  readonly loans: () => Applications;
}

/** @param onlyLoans whether what is not taken may be left out */
export function createApplicationBook(
  { borrowers, economy }: Market,
  history: History,
  onlyLoans: boolean,
): ApplicationBook {
  const { term } = economy.loan;
  const table = createGrowing(names);
  const { column } = table;
  /** Row of the loan that a borrower signed in a quarter, by borrower and vintage; −1 without one. */
  const rowOf = new Int32Array(borrowers * term).fill(-1);
  /** Quarters that each loan has lived so far, by row. */
  const lived: number[] = [];

  const enter = (seen: Observed, fate: Float64Array): void => {
    const { roll, terms, outcome, page, quarter } = seen;
    for (let i = roll.first; i < roll.first + roll.size; i++)
      rowOf[i * term + (quarter % term)] = -1;
    for (let r = 0; r < roll.n; r++) {
      if (roll.slot[r] >= pageSize) continue;
      const taken = outcome.taken[r];
      if (onlyLoans && taken === 0) continue;
      const row = addRow(table, names);
      lived.push(0);
      const borrower = page * pageSize + roll.person[r];
      if (taken === 1) rowOf[borrower * term + (quarter % term)] = row;
      writeApplication(column, seen, r, row);
      column.borrower[row] = borrower;
      column.bad[row] = Number(fate[r] < outcome.pd[r]);
      column.approved[row] = terms.approved[r];
      column.explored[row] = terms.explored[r];
      column.taken[row] = taken;
      writeHistory(column, history, borrower, quarter, row);
      if (taken === 1) column.received[row] = column.effort[row] = 0;
    }
  };

  const follow = (seen: Observed, { borrower, at, local, signed, status }: LivingLoan): void => {
    const row = rowOf[borrower * term + (signed % term)];
    if (row < 0) return;
    const { book, now, outcome } = seen;
    const past = lived[row]++;
    const effort = outcome.effort[book.slot[at]];
    column.effort[row] += (effort - column.effort[row]) / (past + 1);
    const failed = status === Status.cannotPay || status === Status.willNotPay;
    column.received[row] += failed ? now.recovered[local] : book.instalment[at];
    if (status === Status.open) return;
    column.endedAt[row] = book.endedAt[at];
    column.defaulted[row] = Number(failed);
    column.willNot[row] = Number(status === Status.willNotPay);
  };

  const all = () => finished(table, names);
  return { enter, follow, all, loans: () => (onlyLoans ? all() : takenOf(all())) };
}

/** What was known and agreed when row r of a page applied, into this row of the table. */
function writeApplication(
  column: ApplicationColumns,
  seen: Observed,
  r: number,
  row: number,
): void {
  const { roll, hidden, visible, terms, outcome, quarter } = seen;
  const person = roll.person[r];
  const lender = terms.lender[r];
  const cell = lender * lenderStride + r;
  column.quarter[row] = quarter;
  column.lender[row] = lender;
  column.isHome[row] = Number(hidden.home[person] === lender);
  column.size[row] = visible.size[r];
  column.price[row] = terms.price[r];
  column.apr[row] = 4 * terms.rate[r];
  column.incomeSignal[row] = visible.income[r];
  column.capitalSignal[row] = visible.capital[r];
  column.incomeInferred[row] = visible.incomeInferred[r];
  column.collateral[row] = visible.collateral[r];
  column.ownRepaid[row] = visible.ownRepaid[cell];
  column.ownDefaults[row] = visible.ownDefaults[cell];
  column.sharedRepaid[row] = visible.sharedRepaid[cell];
  column.sharedDefaults[row] = visible.sharedDefaults[cell];
  column.fileExists[row] = visible.fileExists[cell];
  column.balances[row] = visible.balances[cell];
  column.estimate[row] = terms.estimate[r];
  column.score[row] = visible.score[r];
  column.breakEven[row] = breakEvenOf(seen, r);
  column.pd[row] = outcome.pd[r];
  column.income[row] = hidden.income[person];
}

/** How the borrower's loans had ended by then, with all lenders. */
function writeHistory(
  column: ApplicationColumns,
  history: History,
  borrower: number,
  quarter: number,
  row: number,
): void {
  column.earlierRepaid[row] = history.repaid[borrower];
  column.earlierDefaults[row] = history.defaults[borrower];
  column.lastDefaulted[row] = history.lastDefaulted[borrower];
  column.sinceDefault[row] = quarter - history.lastDefault[borrower];
}

/** Price at which the lender of a row breaks even by its own reckoning; NaN where it refuses. */
function breakEvenOf({ terms, visible, pricing, constants }: Observed, r: number): number {
  const { priceSlope, cap } = pricing;
  const j = terms.lender[r];
  const price = breakEvenPrice(
    terms.logOdds[r] - priceSlope * (terms.price[r] - offsetPrice),
    recoveryValue(pricing, constants, j, visible.collateral[r]),
    1 + pricing.operating[j] + pricing.fee[j] / visible.size[r],
    constants.paidInFull[j],
    constants.unpaid[j],
    priceSlope,
    cap,
  );
  return price === refusal ? NaN : price;
}

/** The rows that are loans. */
function takenOf(applications: Applications): Applications {
  const rows: number[] = [];
  for (let row = 0; row < applications.n; row++) {
    if (applications.taken[row] === 1) rows.push(row);
  }
  const columns = names.map((name) => [
    name,
    Float64Array.from(rows, (row) => applications[name][row]),
  ]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one column a name
  return { n: rows.length, ...Object.fromEntries(columns) } as Applications;
}
