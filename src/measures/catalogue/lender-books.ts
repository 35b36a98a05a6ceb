import {
  bookSums,
  lenderSums,
  type BookSumName,
  type Ledger,
  type LenderSumName,
} from '../../engine/index.ts';
import { proportion, zeroOrMore, type Measure } from '../measure.ts';
import type { Passport } from '../passport.ts';
import { countedQuarters, quotient } from '../sums.ts';

/** Lenders with fewer loans say nothing about their estimates. */
export const fewestLoans = 500;

/** One sum of one lender over the counted quarters. */
export function ofLender(ledger: Ledger, lender: number, name: LenderSumName): number {
  return ledger.lenders[lender * lenderSums.length + lenderSums.indexOf(name)];
}

/** Numbers of the lenders, in market order. */
export function lendersOf({ lenders }: Ledger): number[] {
  return [...Array(lenders.length / lenderSums.length).keys()];
}

/** That sum over the sum of all lenders. */
function shareOf(ledger: Ledger, lender: number, name: LenderSumName): number {
  let all = 0;
  for (const each of lendersOf(ledger)) all += ofLender(ledger, each, name);
  return quotient(ofLender(ledger, lender, name), all);
}

type Within = (ledger: Ledger, lender: number, from: number, to: number) => number;

/** One sum of one lender over the quarters from … to − 1. */
function booked(ledger: Ledger, lender: number, name: BookSumName, from: number, to: number) {
  const lenders = lendersOf(ledger).length;
  let sum = 0;
  for (let quarter = from; quarter < to; quarter++) {
    sum += ledger.books[(quarter * lenders + lender) * bookSums.length + bookSums.indexOf(name)];
  }
  return sum;
}

/** A ratio of two sums of one lender's book. */
const bookRatio =
  (top: BookSumName, bottom: BookSumName): Within =>
  (ledger, lender, from, to) =>
    quotient(booked(ledger, lender, top, from, to), booked(ledger, lender, bottom, from, to));

/** A lender's part of what all lenders have. */
const bookShare =
  (name: BookSumName): Within =>
  (ledger, lender, from, to) => {
    let all = 0;
    for (const each of lendersOf(ledger)) all += booked(ledger, each, name, from, to);
    return quotient(booked(ledger, lender, name, from, to), all);
  };

/** A measure of each lender; its rows are called id@lender. */
export interface LenderMeasure extends Passport {
  /** Over the counted quarters. */
  readonly ofLender: (ledger: Ledger, lender: number) => number;
  /** Over the quarters from … to − 1; absent if it is not told by quarter. */
  readonly within?: Within;
}

/** What is told by quarter too, over the counted ones. */
const overCounted =
  (within: Within): LenderMeasure['ofLender'] =>
  (ledger, lender) =>
    within(ledger, lender, ...countedQuarters(ledger));

const loansInAll: Within = (ledger, lender, from, to) =>
  quotient(1000 * booked(ledger, lender, 'loans', from, to), ledger.borrowers * (to - from));

const book = { series: false, better: 'neither' } as const;
const perLoan = (name: LenderSumName) => (ledger: Ledger, lender: number) =>
  quotient(ofLender(ledger, lender, name), ofLender(ledger, lender, 'loans'));
const perPrincipal = (name: LenderSumName) => (ledger: Ledger, lender: number) =>
  quotient(ofLender(ledger, lender, name), ofLender(ledger, lender, 'principal'));

/** Each lender's book: what it is asked and lends, what it expects and gets. */
export const lenderBooks: readonly LenderMeasure[] = [
  {
    id: 'lender-asked',
    title: 'Share of all askings',
    unit: 'share of askings',
    range: proportion,
    population: 'among lenders asked for a loan',
    source: 'definition: applications that ask the lender / the same of all lenders',
    ofLender: (ledger, lender) => shareOf(ledger, lender, 'asked'),
    within: bookShare('asked'),
    ...book,
  },
  {
    id: 'lender-willing',
    title: 'Askings not refused',
    unit: 'share of askings',
    range: proportion,
    population: 'among applications that ask the lender',
    source: 'definition: askings that the lender answers with a price / askings',
    ofLender: (ledger, lender) =>
      quotient(ofLender(ledger, lender, 'willing'), ofLender(ledger, lender, 'asked')),
    ...book,
  },
  {
    id: 'lender-loans',
    title: 'Share of all loans',
    unit: 'share of loans',
    range: proportion,
    population: 'among loans taken',
    source: 'definition: loans of the lender / all loans',
    ofLender: (ledger, lender) => shareOf(ledger, lender, 'loans'),
    within: bookShare('loans'),
    ...book,
  },
  {
    id: 'lender-loan-count',
    title: 'Number of loans',
    unit: 'loans a quarter by 1,000 borrowers',
    range: zeroOrMore,
    population: 'among loans of the lender',
    source: 'definition: loans of the lender / quarters / borrowers',
    ofLender: overCounted(loansInAll),
    within: loansInAll,
    ...book,
  },
  {
    id: 'lender-apr',
    title: 'APR paid',
    unit: 'share a year',
    range: zeroOrMore,
    population: 'among loans of the lender',
    source:
      'model §9.2, books: four times the contract rate of a quarter, on the balance still owed',
    ofLender: overCounted(bookRatio('apr', 'loans')),
    within: bookRatio('apr', 'loans'),
    ...book,
  },
  {
    id: 'lender-estimate',
    title: 'Default that the lender expects',
    unit: 'share of loans',
    range: proportion,
    population: 'among loans of the lender',
    source: 'definition: mean estimate at signing',
    ofLender: perLoan('estimate'),
    within: bookRatio('estimate', 'loans'),
    ...book,
  },
  {
    id: 'lender-default',
    title: 'Default rate',
    unit: 'share of loans',
    range: proportion,
    population: "among loans of the lender, realised over the loan's life",
    source: 'definition: loans of the lender that default / its loans',
    ofLender: perLoan('defaults'),
    within: bookRatio('defaults', 'loans'),
    ...book,
    better: 'lower',
  },
  {
    id: 'lender-return',
    title: 'Profit, realised',
    unit: 'share of the amount lent',
    population: 'among loans of the lender',
    source: 'model §9.1: realised profit / amount lent',
    ofLender: perPrincipal('realisedProfit'),
    within: bookRatio('realisedProfit', 'principal'),
    ...book,
    better: 'higher',
  },
];

const lenders = {
  population: `among lenders with at least ${fewestLoans} loans`,
  series: false,
} as const;

/** What would be wrong with a market if it were far from zero: whom lenders serve, and whether they know what they do. */
export const lenderGaps: readonly Measure[] = [
  {
    id: 'lender-share-gap',
    title: 'Largest gap between a lender’s share of loans and of askings',
    unit: 'share of loans',
    range: proportion,
    better: 'lower',
    population: 'among all lenders',
    source: 'model §9.3',
    series: false,
    of: (ledger) =>
      largest(
        lendersOf(ledger).map((lender) =>
          Math.abs(shareOf(ledger, lender, 'loans') - shareOf(ledger, lender, 'asked')),
        ),
      ),
  },
  {
    id: 'lender-calibration-gap',
    title: 'Largest gap between a lender’s estimate and its defaults',
    unit: 'share of loans',
    range: proportion,
    better: 'lower',
    source: 'model §9.3: largest |estimate − default rate|',
    of: (ledger) =>
      largest(
        seasoned(ledger).map((lender) =>
          Math.abs(perLoan('estimate')(ledger, lender) - perLoan('defaults')(ledger, lender)),
        ),
      ),
    ...lenders,
  },
  {
    id: 'lender-worst-profit',
    title: 'Profit of the lender that earns least',
    unit: 'share of the amount lent',
    better: 'higher',
    source: 'model §9.3: lowest realised profit / amount lent',
    of: (ledger) =>
      -largest(seasoned(ledger).map((lender) => -perPrincipal('realisedProfit')(ledger, lender))),
    ...lenders,
  },
];

function seasoned(ledger: Ledger): number[] {
  return lendersOf(ledger).filter((lender) => ofLender(ledger, lender, 'loans') >= fewestLoans);
}

/** The largest value; NaN when there is none. */
export function largest(values: readonly number[]): number {
  return values.length === 0 ? NaN : Math.max(...values);
}
