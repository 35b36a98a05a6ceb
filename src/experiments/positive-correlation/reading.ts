import { estimate } from '../../math/interval.ts';
import { fixed } from '../../measures/index.ts';
import type { ExperimentSummaryRow } from '../experiment-rows.ts';
import type { ExperimentReading } from '../reading.ts';
import { enumerated, institutionName } from '../../findings/index.ts';
import { checkLaws } from '../zero-laws.ts';

const actual = { world: 'actual' } as const;

const correlation = {
  says: 'Correlation of taking and potential default',
  ...actual,
  measure: 'positive-correlation:given-information',
};

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
  truths: [{ ...correlation, less: 'positive-correlation:given-information-true' }],
  legend: [
    'Correlation of taking the loan with defaulting on it, potential default included, after what the lender saw (5% test of Chiappori & Salanié).',
    'Field version: choosing the contract with less collateral, and default; it mixes selection with moral hazard.',
  ],
  answers: (samples, cast, summary) => {
    const institutions = [...cast.labels.keys()];
    // The test of the figure's title, with its correction over institutions: both must say the same.
    const [{ broken }] = checkLaws([correlation], samples, institutions);
    const sideOf = (institution: string) => {
      if (!broken.includes(institution)) return 'unsure';
      const { world, measure } = correlation;
      return estimate(samples.values(institution, world, measure)).mean > 0 ? 'above' : 'below';
    };
    const say = (sentence: string, side: ReturnType<typeof sideOf>) => {
      const those = institutions.filter((one) => sideOf(one) === side);
      if (those.length === 0) return [];
      return [`${sentence}: ${enumerated(those.map((one) => institutionName(one, cast)))}.`];
    };
    return [
      {
        question: 'Do those who take the loan default more, in ways that the lender does not see?',
        sentences: [
          ...say('They do (adverse selection)', 'above'),
          ...say('They default less (advantageous selection)', 'below'),
          ...say('Cannot tell, or not defined', 'unsure'),
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
