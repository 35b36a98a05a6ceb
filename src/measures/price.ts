import type { Measure } from './measure.ts';
import { ratio } from './sums.ts';

/** What credit costs the borrower. */
export const price: readonly Measure[] = [
  {
    id: 'rate',
    title: 'Rate paid',
    unit: 'share of principal per loan',
    better: 'lower',
    population: 'among loans taken',
    source: 'definition: mean of D − 1, D the gross repayment',
    series: true,
    of: ratio('rate', 'loans'),
  },
  {
    id: 'offered-rate',
    title: 'Rate offered',
    unit: 'share of principal per loan',
    better: 'lower',
    population: 'among approved applications',
    source: 'definition: mean of D − 1 over offers, taken up or not',
    series: false,
    of: ratio('approvedRate', 'approvals'),
  },
];
