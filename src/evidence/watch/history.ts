import type { Market } from '../../engine/index.ts';
import { type Observed, Status, vintageStart } from '../../engine/observe/index.ts';
import { pageSize } from '../../random/draws.ts';

/** A loan of a borrower that lives through a quarter. */
export interface LivingLoan {
  /** Number of the borrower in the market. */
  readonly borrower: number;
  /** Place in the loan book, and in the quarter's columns. */
  readonly at: number;
  readonly local: number;
  /** Quarter of signing. */
  readonly signed: number;
  readonly status: number;
}

/** Calls `visit` for every borrower's loan that lives through the quarter; always the same object. Inside `quarterEnd`. */
export function eachLoan(seen: Observed, visit: (loan: LivingLoan) => void): void {
  const { book, now, page, quarter } = seen;
  const { term, capacity } = book;
  const loan = { borrower: 0, at: 0, local: 0, signed: 0, status: 0 };
  for (let age = Math.min(term - 1, quarter); age >= 0; age--) {
    const vintage = (quarter - age) % term;
    const start = vintageStart(book, page, vintage);
    const count = book.count[page * term + vintage];
    for (let k = 0; k < count; k++) {
      const slot = book.slot[start + k];
      const local = vintage * capacity + k;
      if (slot >= pageSize || now.wasOpen[local] === 0) continue;
      loan.borrower = seen.roll.first + slot;
      loan.at = start + k;
      loan.local = local;
      loan.signed = quarter - age;
      loan.status = book.status[start + k];
      visit(loan);
    }
  }
}

/** How the loans of each borrower ended, since the run began. By borrower. */
export interface History {
  readonly repaid: Float64Array;
  readonly defaults: Float64Array;
  /** 1 if one of the loans that ended last was defaulted on, 0 if not; NaN without one. */
  readonly lastDefaulted: Float64Array;
  /** Quarter in which a loan ended last, and of the last default; NaN without one. */
  readonly lastEnd: Float64Array;
  readonly lastDefault: Float64Array;
}

export function createHistory({ borrowers }: Market): History {
  const column = (value: number) => new Float64Array(borrowers).fill(value);
  return {
    repaid: column(0),
    defaults: column(0),
    lastDefaulted: column(NaN),
    lastEnd: column(NaN),
    lastDefault: column(NaN),
  };
}

/** Adds a loan, if it ended in this quarter. */
export function remember(history: History, quarter: number, { borrower, status }: LivingLoan) {
  if (status === Status.open) return;
  const { repaid, defaults, lastDefaulted, lastEnd, lastDefault } = history;
  const isDefault = Number(status !== Status.repaid);
  defaults[borrower] += isDefault;
  repaid[borrower] += 1 - isDefault;
  // Of loans that end in the same quarter, a default counts.
  const isTogether = lastEnd[borrower] === quarter;
  lastDefaulted[borrower] = isTogether ? Math.max(lastDefaulted[borrower], isDefault) : isDefault;
  lastEnd[borrower] = quarter;
  if (isDefault === 1) lastDefault[borrower] = quarter;
}
