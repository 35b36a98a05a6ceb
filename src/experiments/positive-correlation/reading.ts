import { estimate } from '../../math/interval.ts';
import { fixed } from '../../measures/index.ts';
import type { ExperimentSummaryRow } from '../experiment-rows.ts';
import type { ExperimentReading } from '../reading.ts';
import { enumerated, institutionName } from '../../findings/index.ts';

const actual = { world: 'actual' } as const;

export const positiveCorrelationReading: ExperimentReading = {
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
      head: ['field version,', 'selection alone'],
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
  truths: [
    {
      says: 'Correlation of taking and potential default',
      world: 'actual',
      measure: 'positive-correlation:given-information',
      less: 'positive-correlation:given-information-true',
    },
  ],
  legend: [
    'Correlation of taking the loan with defaulting on it, potential default included, after what the lender saw (5% test of Chiappori & Salanié).',
    'Field version: choosing the contract with less collateral, and default; it mixes selection with moral hazard.',
  ],
  answers: (samples, cast, summary) => {
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
        : [`${sentence}: ${enumerated(institutions.map((one) => institutionName(one, cast)))}.`];
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
      { question: 'How large a sample does the test need?', sentences: power(summary) },
    ];
  },
};

/** Power by sample size over the institutions, and the size of the test where there is nothing to find. */
function power(summary: readonly ExperimentSummaryRow[]): string[] {
  const points = summary.filter(
    (row) => row.measure === 'positive-correlation:power' && !Number.isNaN(row.mean),
  );
  const sizes = [...new Set(points.map((row) => row.at ?? NaN))].toSorted((a, b) => a - b);
  const percent = (share: number) => fixed(100 * share, 0);
  const told = sizes.flatMap((size) => {
    const at = (world: string) =>
      points.filter((row) => row.at === size && row.world === world).map((row) => row.mean);
    const found = at('actual');
    const nothing = at('types-visible');
    if (found.length === 0 || nothing.length === 0) return [];
    const mean = nothing.reduce((sum, share) => sum + share, 0) / nothing.length;
    return [
      `${size} approved applications: rejects in ${percent(Math.min(...found))} to ${percent(Math.max(...found))}% of samples; where types are visible, in ${fixed(100 * mean, 1)}% (5 would be right).`,
    ];
  });
  return told.length === 0
    ? ['Not defined: fewer approved applications than a sample needs.']
    : told;
}
