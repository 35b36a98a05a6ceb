/** What one reader finds on file about one borrower. Quarters count back from the one of the report. */
export interface CreditFile {
  /** Loans repaid, as recorded. */
  repaid: number;
  /** Loans defaulted, as recorded. */
  defaults: number;
  /** Quarters since the last default, 1..31; 0 if there is none. */
  sinceDefault: number;
  /** Quarters since the oldest record or the signing of an open loan, 1..31; 0 without a file. */
  length: number;
  /** Open loans, and those of them signed in the last four quarters. */
  openLoans: number;
  recentLoans: number;
  /** What is owed on the open loans, in mean loans. */
  balances: number;
  /** Kinds of lender with a record or an open loan, 0..3. */
  kinds: number;
}

export function emptyFile(): CreditFile {
  return {
    repaid: 0,
    defaults: 0,
    sinceDefault: 0,
    length: 0,
    openLoans: 0,
    recentLoans: 0,
    balances: 0,
    kinds: 0,
  };
}
