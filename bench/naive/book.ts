import type { Person } from './borrowers.ts';
import type { Owed } from './choice.ts';
import type { Loan } from './loan.ts';
import type { Lender } from './parameters.ts';
import type { Institution } from './institution.ts';
import { emptyFile, type LenderFile } from './records.ts';

/** What one borrower owes and what is on file about it. A twin has a book of its own for the same person. */
export interface Book {
  readonly person: Person;
  /** Open loans, in market order. */
  loans: Loan[];
  /** One file a lender. */
  readonly files: readonly LenderFile[];
  /** Expected surplus of this quarter's offer; 0 without one. */
  surplus: number;
  /** Whether it took a loan this quarter. */
  takenNow: boolean;
  /** Loans that ended repaid this quarter, in market order. */
  repaidNow: Loan[];
}

export const createBook = (
  person: Person,
  lenders: readonly Lender[],
  institution: Institution,
): Book => ({
  person,
  loans: [],
  files: lenders.map(() => emptyFile(institution)),
  surplus: 0,
  takenNow: false,
  repaidNow: [],
});

/** A loan of the book as the choice of quarter t sees it. */
export function owedIn(loan: Loan, t: number, term: number, lenders: readonly Lender[]): Owed {
  return {
    size: loan.size,
    instalment: loan.instalment,
    rate: loan.rate,
    useValue: loan.useValue,
    stakeOwn: loan.stakeOwn,
    stakeShared: loan.stakeShared,
    recovery: lenders[loan.lender].recovery,
    left: term - (t - loan.signed),
  };
}
