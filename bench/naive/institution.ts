import { join } from '../../src/engine/files/join.ts';
import type { Market, Regime } from '../../src/engine/setup.ts';
import { Access } from '../../src/institutions/institution.ts';
import type { Borrower } from './borrowers.ts';

/** What tells lenders apart: their row in the market. */
interface Row {
  readonly row: number;
}

/** A credit-reporting institution, as far as this version goes: no score, no threshold, no gap in standards. */
export interface Institution {
  readonly contributes: (lender: Row) => boolean;
  /** What a reader sees of what a contributor reports. */
  readonly sees: (reader: Row, contributor: Row) => 'nothing' | 'defaults' | 'everything';
  readonly fee: (lender: Row) => number;
  readonly costPerReport: (lender: Row) => number;
  /** What a good record with this lender buys outside credit. */
  readonly perks: (lender: Row) => number;
  readonly retentionNegative: number;
  readonly retentionPositive: number;
  readonly lag: number;
  readonly falseDefault: number;
  readonly missedDefault: number;
}

/** A built-in institution in this form. */
export function institutionOf({ lenders }: Market, regime: Regime): Institution {
  const { n, level, contributing, fee, cost, perks, records, errors, score } = join(
    lenders,
    regime,
  );
  if (score || errors.standardsGap > 0 || records.threshold > 0) {
    throw new Error('this version knows no scores, no gap in standards, no threshold');
  }
  const { retentionNegative, retentionPositive, lag } = records;
  const { falseDefault, missedDefault } = errors;
  return {
    contributes: ({ row }) => contributing[row] === 1,
    sees(reader, contributor) {
      const seen = level[reader.row * n + contributor.row];
      if (seen === Access.none) return 'nothing';
      return seen === Access.negative ? 'defaults' : 'everything';
    },
    fee: ({ row }) => fee[row],
    costPerReport: ({ row }) => cost[row],
    perks: ({ row }) => perks[row],
    retentionNegative,
    retentionPositive,
    lag,
    falseDefault,
    missedDefault,
  };
}

/** What a lender knows of a borrower's past. */
export interface Report {
  readonly ownRepaid: number;
  readonly ownDefault: boolean;
  readonly sharedRepaid: number;
  readonly sharedDefaults: number;
  readonly fileExists: boolean;
}

/** A lender's memory: what is older, it has forgotten. */
const longestMemory = 31;

/** The report on a borrower, with the reader's own records (model.md §4). */
export function reportOn(
  borrower: Borrower,
  reader: Row,
  quarter: number,
  institution: Institution,
): Report {
  const { lag, retentionNegative, retentionPositive } = institution;
  const age = (loan: { quarter: number }) => quarter - loan.quarter;
  const own = borrower.loans.filter((loan) => loan.lender === reader && age(loan) <= longestMemory);
  const others = borrower.loans
    .filter((loan) => loan.lender !== reader && institution.contributes(loan.lender))
    .map((loan) => ({ loan, seen: institution.sees(reader, loan.lender) }));
  const defaults = others.filter(
    ({ loan, seen }) =>
      seen !== 'nothing' &&
      loan.reportedDefault &&
      age(loan) > lag &&
      age(loan) <= lag + retentionNegative,
  );
  const repaid = others.filter(
    ({ loan, seen }) =>
      seen === 'everything' &&
      !loan.reportedDefault &&
      age(loan) > lag &&
      age(loan) <= lag + retentionPositive,
  );
  return {
    ownRepaid: own.filter((loan) => !loan.defaulted).length,
    ownDefault: own.some((loan) => loan.defaulted),
    sharedRepaid: repaid.length,
    sharedDefaults: defaults.length,
    fileExists: repaid.length > 0 || defaults.some(({ seen }) => seen === 'everything'),
  };
}
