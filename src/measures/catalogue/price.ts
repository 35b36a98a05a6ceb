import { zeroOrMore, type Measure } from '../measure.ts';
import { ratio } from '../sums.ts';

/** What credit costs the borrower: a rate a year, and how much more than the amount lent is paid back. */
export const price: readonly Measure[] = [
  {
    id: 'apr',
    title: 'APR paid',
    unit: 'share a year',
    range: zeroOrMore,
    better: 'lower',
    population: 'among loans taken',
    source: 'model §2: four times the contract rate of a quarter, on the balance still owed',
    series: true,
    of: ratio('apr', 'loans'),
  },
  {
    id: 'total-cost',
    title: 'Cost of credit',
    unit: 'share of the amount lent',
    range: zeroOrMore,
    better: 'lower',
    population: 'among loans taken, over the life of the loan if it is repaid',
    source: 'definition: mean of D − 1, D what is repaid per unit lent',
    series: false,
    of: ratio('totalCost', 'loans'),
  },
  {
    id: 'offered-apr',
    title: 'APR offered',
    unit: 'share a year',
    range: zeroOrMore,
    better: 'lower',
    population: 'among approved applications',
    source: 'definition: mean over offers, taken up or not',
    series: false,
    of: ratio('approvedApr', 'approvals'),
  },
];
