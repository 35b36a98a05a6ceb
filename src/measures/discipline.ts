import { proportion, zeroOrMore, type Measure } from './measure.ts';
import { ratio } from './sums.ts';

const shared = { population: 'among loans taken', series: false } as const;

/** Hidden action: what borrowers do with the loan, and what they have to lose. */
export const discipline: readonly Measure[] = [
  {
    id: 'effort',
    title: 'Effort',
    unit: 'share of the failure hazard removed',
    range: proportion,
    better: 'higher',
    source: 'model §2: e = clamp((U1 − U0)/ψ, 0, ē)',
    of: ratio('effort', 'loans'),
    ...shared,
    series: true,
  },
  {
    id: 'first-best-effort',
    title: 'First-best effort',
    unit: 'share of the failure hazard removed',
    range: proportion,
    better: 'neither',
    source: 'model §2: effort that a contract on effort would ask of the same borrowers',
    of: ratio('firstBestEffort', 'loans'),
    ...shared,
  },
  {
    id: 'effort-ratio',
    title: 'Effort against first best',
    unit: 'ratio of means',
    range: zeroOrMore,
    better: 'higher',
    source: 'definition: effort / first-best effort, both summed over the same loans',
    of: ratio('effort', 'firstBestEffort'),
    ...shared,
  },
  {
    id: 'stake',
    title: 'Reputational stake',
    unit: 'principals per loan',
    better: 'higher',
    source: 'model §5: what one more default is believed to cost later',
    of: ratio('stake', 'loans'),
    ...shared,
  },
];
