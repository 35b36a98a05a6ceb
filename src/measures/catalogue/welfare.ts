import { zeroOrMore, type Measure } from '../measure.ts';
import { perApplication } from './money.ts';
import { ratio } from '../sums.ts';

const perUnitLent = {
  unit: 'share of the amount lent',
  population: 'among loans taken',
  series: false,
} as const;

/** Money: who gains what from the market. */
export const welfare: readonly Measure[] = [
  {
    id: 'welfare',
    title: 'Welfare',
    better: 'higher',
    source: 'model §9.1: borrower surplus + lender profit + fees − cost of the institution',
    of: ratio('welfare', 'applications'),
    ...perApplication,
    series: true,
  },
  {
    id: 'borrower-surplus',
    title: 'Borrower surplus',
    better: 'higher',
    source: 'model §9.1: use and all that borrowers pay and bear, above the outside option',
    of: ratio('borrowerSurplus', 'applications'),
    ...perApplication,
  },
  {
    id: 'lender-profit',
    title: 'Lender profit, expected',
    better: 'higher',
    source: 'model §9.1: inflow − amount lent − operating cost − fees, over the amount lent',
    of: ratio('lenderProfit', 'principal'),
    ...perUnitLent,
  },
  {
    id: 'realised-profit',
    title: 'Lender profit, realised',
    better: 'higher',
    source: 'model §9.1: the same with what is really paid',
    of: ratio('realisedProfit', 'principal'),
    ...perUnitLent,
  },
  {
    id: 'lender-surplus',
    title: 'Lender profit per application',
    better: 'higher',
    source: 'model §9.1: the lenders’ part of welfare',
    of: ratio('lenderProfit', 'applications'),
    ...perApplication,
  },
  {
    id: 'institution-revenue',
    title: 'Fees paid to the institution',
    better: 'neither',
    source: 'model §6.2: fee on each loan signed',
    of: ratio('fees', 'applications'),
    ...perApplication,
    range: zeroOrMore,
  },
  {
    id: 'institution-cost',
    title: 'Cost of the institution',
    better: 'lower',
    source: 'model §6.2: costPerReport on each loan signed by a lender to whom something is open',
    of: ratio('institutionCost', 'applications'),
    ...perApplication,
    range: zeroOrMore,
  },
];
