import { proportion, zeroOrMore, type Measure } from '../measure.ts';
import { meanBelief, ratio } from '../sums.ts';

const shared = { population: 'among loans taken' } as const;

/** Hidden action: what borrowers do with the loan, and what they have to lose. */
export const discipline: readonly Measure[] = [
  {
    id: 'effort',
    title: 'Effort',
    unit: 'share of own failures prevented',
    range: proportion,
    better: 'higher',
    source: 'model §3.2: e = clamp((1 − h)(U1 − U0)/(ψΣS), 0, ē), mean over loan-quarters',
    population: 'among quarters that loans live through',
    of: ratio('effort', 'loanQuarters'),
    series: true,
  },
  {
    id: 'stake',
    title: 'Stake in reputation',
    unit: 'share of a mean loan',
    range: zeroOrMore,
    better: 'higher',
    source: 'model §7: V, what one more default costs a borrower in its next loans',
    of: ratio(['stakeOwn', 'stakeShared'], 'loans'),
    ...shared,
    series: true,
  },
  {
    id: 'stake-shared',
    title: 'Stake in reputation, part that sharing makes',
    unit: 'share of the stake',
    range: proportion,
    better: 'neither',
    source: 'model §7: V_s / V; the rest is the own lender’s memory',
    of: ratio('stakeShared', ['stakeOwn', 'stakeShared']),
    ...shared,
    series: false,
  },
  {
    id: 'stake-scale',
    title: 'Scale of the stake (θ)',
    unit: 'ratio',
    range: zeroOrMore,
    better: 'neither',
    population: 'among quarters; one number a market',
    source: 'model §7.3: what twins lose over what the stake foresaw',
    of: meanBelief('theta'),
    series: true,
  },
];
