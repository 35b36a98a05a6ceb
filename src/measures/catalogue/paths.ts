import type { Ledger, SumName } from '../../engine/index.ts';
import type { Measure } from '../measure.ts';
import { quotient, total } from '../sums.ts';

/** Money of a quarter by 1,000 borrowers, so that quarters add up. */
const unit = 'mean loans per 1,000 borrowers';
const perThousand = (name: SumName) => (ledger: Ledger, from: number, to: number) =>
  quotient(1000 * total(ledger, name, from, to), ledger.borrowers);

const shared = {
  unit,
  series: true,
  population: 'among all borrowers; expected, discounted to signing, in the quarter of signing',
} as const;

/**
 * What only reforms tell, quarter by quarter: the accounts of a ministry. Welfare is what borrowers and lenders gain and the
 * institution takes in, less what it spends.
 */
export const pathMeasures: readonly Measure[] = [
  {
    id: 'money-borrowers',
    title: 'Borrowers’ surplus',
    better: 'higher',
    source: 'model §9.1',
    of: perThousand('borrowerSurplus'),
    ...shared,
  },
  {
    id: 'money-lenders',
    title: 'Lenders’ profit, expected',
    better: 'higher',
    source: 'model §9.1',
    of: perThousand('lenderProfit'),
    ...shared,
  },
  {
    id: 'money-revenue',
    title: 'The institution’s revenue',
    better: 'neither',
    source: 'model §6.2: fees',
    of: perThousand('fees'),
    ...shared,
  },
  {
    id: 'money-cost',
    title: 'The institution’s cost',
    better: 'lower',
    source: 'model §6.2: what reports cost it',
    of: perThousand('institutionCost'),
    ...shared,
  },
  {
    id: 'money-welfare',
    title: 'Welfare in money',
    better: 'higher',
    source: 'model §9.1: borrowers’ surplus + lenders’ profit + revenue − cost',
    of: perThousand('welfare'),
    ...shared,
  },
];

/** Measures of all runs that reforms tell by quarter too, so that phases have them. */
export const alsoByQuarter: readonly string[] = [
  ...['thin-file-approval', 'safe-type-exclusion', 'inquiries', 'misreporting-share'],
  ...['cannot-pay-rate', 'loss-given-default', 'total-cost', 'owing', 'owing-several'],
  ...['borrower-surplus', 'lender-surplus', 'lender-profit', 'realised-profit'],
  ...['institution-revenue', 'institution-cost'],
  ...['calibration-gap-funded', 'brier-funded'],
];
