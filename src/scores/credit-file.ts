/** What one reader finds on file about one borrower. Quarters count back from the one of the report. */
export interface CreditFile {
  /** Loans repaid, as recorded. */
  repaid: number;
  /** Loans defaulted, as recorded. */
  defaults: number;
  /** Quarters since the last default, 1..31; 0 if there is none. */
  sinceDefault: number;
  /** Quarters since the oldest record, 1..31; 0 without a file. */
  length: number;
  /** Lenders whose oldest record is at most four quarters old. */
  newLenders: number;
  /** Kinds of lender with a record, 0..3. */
  kinds: number;
}

export function emptyFile(): CreditFile {
  return { repaid: 0, defaults: 0, sinceDefault: 0, length: 0, newLenders: 0, kinds: 0 };
}

/** A file that shows open loans too (economy 2). */
export interface FileWithDebts extends CreditFile {
  /** Open loans seen. */
  openLoans: number;
  /** Those of them signed in the last four quarters. */
  newLoans: number;
  /** Their balances at the start of the quarter, in mean loans. */
  balances: number;
}

export function emptyFileWithDebts(): FileWithDebts {
  return { ...emptyFile(), openLoans: 0, newLoans: 0, balances: 0 };
}
