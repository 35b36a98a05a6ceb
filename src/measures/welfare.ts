import { zeroOrMore, type Measure } from './measure.ts';
import { ratio } from './sums.ts';

const shared = {
  unit: 'principals per application',
  population: 'among applications; without a loan counted 0',
  series: false,
} as const;

/** Money, per application: who gains what from the market. */
export const welfare: readonly Measure[] = [
  {
    id: 'welfare',
    title: 'Welfare',
    better: 'higher',
    source:
      'model §8: resource identity; borrower surplus + lender profit + institution revenue − cost',
    of: ratio('welfare', 'applications'),
    ...shared,
  },
  {
    id: 'borrower-surplus',
    title: 'Borrower surplus',
    better: 'higher',
    source:
      'model §8: value above the outside option, expected; the stake is private and added back',
    of: ratio('borrowerSurplus', 'applications'),
    ...shared,
  },
  {
    id: 'lender-profit',
    title: 'Lender profit, expected',
    better: 'higher',
    source: 'model §8: (1 − PD)·D + PD·recovery·ℓ − (1 + funding + operating + fee)',
    of: ratio('lenderProfit', 'applications'),
    ...shared,
  },
  {
    id: 'realised-profit',
    title: 'Lender profit, realised',
    better: 'higher',
    source: 'model §8: the same with realised repayment for the probability',
    of: ratio('realisedProfit', 'applications'),
    ...shared,
  },
  {
    id: 'institution-revenue',
    title: 'Fees paid to the institution',
    better: 'neither',
    source: 'model §6: fee on each granted loan',
    of: ratio('institutionRevenue', 'applications'),
    ...shared,
    range: zeroOrMore,
  },
  {
    id: 'institution-cost',
    title: 'Cost of the institution',
    better: 'lower',
    source: 'institution parameter costPerReport, on each granted loan that was reported on',
    of: ratio('institutionCost', 'applications'),
    ...shared,
    range: zeroOrMore,
  },
];
