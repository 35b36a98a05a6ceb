import { proportion, type Measure } from './measure.ts';
import { ratio } from './sums.ts';

const shared = {
  unit: 'share of loans',
  range: proportion,
  better: 'lower',
  population: 'among loans taken, realised',
  series: true,
} as const;

/** Who does not repay, and why: the two kinds of default are kept apart everywhere. */
export const repayment: readonly Measure[] = [
  {
    id: 'default-rate',
    title: 'Default rate',
    source: 'definition: (cannot pay + will not pay) / loans',
    of: ratio(['cannotPay', 'willNotPay'], 'loans'),
    ...shared,
  },
  {
    id: 'cannot-pay-rate',
    title: 'Default: cannot pay',
    source: 'model §2: the project failed',
    of: ratio('cannotPay', 'loans'),
    ...shared,
    series: false,
  },
  {
    id: 'will-not-pay-rate',
    title: 'Default: will not pay',
    source: 'model §2: able and unwilling (strategic default)',
    of: ratio('willNotPay', 'loans'),
    ...shared,
  },
];
