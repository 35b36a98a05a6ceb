import { estimate } from '../math/interval.ts';
import type { Reading } from './reading.ts';
import { list, nameOf } from './sentences.ts';

const actual = { world: 'actual' } as const;

export const positiveCorrelationReading: Reading = {
  table: [
    {
      ...actual,
      head: ['correlation', 'given info'],
      unit: '',
      measure: 'positive-correlation:given-information',
    },
    {
      ...actual,
      head: ['test', 'rejects'],
      unit: '% of runs',
      measure: 'positive-correlation:rejects',
    },
    {
      ...actual,
      head: ['uncon-', 'ditional'],
      unit: '',
      measure: 'positive-correlation:unconditional',
    },
    { ...actual, head: ['field', 'version'], unit: '', measure: 'positive-correlation:field' },
    {
      ...actual,
      head: ['… selection', 'alone'],
      unit: '',
      measure: 'positive-correlation:field-selection',
    },
    {
      head: ['rejects where', 'visible'],
      unit: '% of runs',
      measure: 'positive-correlation:rejects',
      world: 'types-visible',
    },
  ],
  laws: [
    {
      says: 'Correlation, where types are visible',
      world: 'types-visible',
      measure: 'positive-correlation:given-information',
    },
  ],
  truths: [],
  legend: [
    'Correlation of taking the loan with defaulting on it, potential default included, after what the lender saw (5 % test of Chiappori & Salanié).',
    'Field version: choosing the contract with less collateral, and default; it mixes selection with moral hazard.',
  ],
  answers: (samples, cast) => {
    const of = (institution: string) =>
      estimate(samples.values(institution, 'actual', 'positive-correlation:given-information'));
    const named = (fits: (low: number, high: number) => boolean) =>
      [...cast.labels.keys()].filter((institution) => {
        const { low, high } = of(institution);
        return fits(low, high);
      });
    const say = (sentence: string, institutions: readonly string[]) =>
      institutions.length === 0
        ? []
        : [`${sentence}: ${list(institutions.map((one) => nameOf(one, cast)))}.`];
    const adverse = named((low) => low > 0);
    const advantageous = named((_, high) => high < 0);
    const neither = named((low, high) => !(low > 0) && !(high < 0));
    return [
      {
        question: 'Do those who take the loan default more, in ways that the lender does not see?',
        sentences: [
          ...say('They do (adverse selection)', adverse),
          ...say('They default less (advantageous selection)', advantageous),
          ...say('Cannot tell, or not defined', neither),
        ],
      },
    ];
  },
};
