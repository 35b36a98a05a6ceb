import { proportion, type Measure } from '../measure.ts';
import { quotient, ratio, totalOf } from '../sums.ts';

const shared = {
  unit: 'share of loans',
  range: proportion,
  better: 'lower',
  population: "among loans taken, realised over the loan's life",
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
    source: 'model §3.2: liquidity or own failure, which effort makes rarer',
    of: ratio('cannotPay', 'loans'),
    ...shared,
    series: false,
  },
  {
    id: 'will-not-pay-rate',
    title: 'Default: will not pay',
    source: 'model §3.2: able and unwilling (strategic default)',
    of: ratio('willNotPay', 'loans'),
    ...shared,
  },
  {
    id: 'will-not-pay-share',
    title: 'Defaults by choice',
    unit: 'share of defaults',
    range: proportion,
    better: 'lower',
    population: 'among loans in default, realised',
    source: 'definition: will not pay / (cannot pay + will not pay)',
    series: false,
    of: ratio('willNotPay', ['cannotPay', 'willNotPay']),
  },
  {
    id: 'loss-given-default',
    title: 'Loss given default',
    unit: 'share of the amount lent',
    range: [-1, 1],
    better: 'lower',
    population: 'among loans in default, realised, not discounted',
    source: 'model §9.3: 1 − (instalments paid before + recovered) / amount lent',
    series: false,
    of: (ledger, from, to) =>
      1 -
      quotient(
        totalOf(ledger, ['paidBeforeDefault', 'recovered'], from, to),
        totalOf(ledger, 'defaultedPrincipal', from, to),
      ),
  },
  {
    id: 'life-pd-gap',
    title: 'Borrowers’ own forecast of default less what comes',
    unit: 'share of loans',
    range: [-1, 1],
    better: 'neither',
    population: 'among loans taken',
    source: 'model §9.3: (life PD at signing − defaults) / loans; 0 = beliefs are right on average',
    series: false,
    of: ratio({ plus: ['loanPd'], minus: ['cannotPay', 'willNotPay'] }, 'loans'),
  },
];
