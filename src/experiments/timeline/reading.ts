import { inquiries, withRecord, type Series } from '../../paper/index.ts';
import { fixed } from '../../measures/index.ts';
import { institutionName } from '../../findings/index.ts';
import type { ExperimentReading } from '../reading.ts';

/** Curves of the experiment that the paper has points of. */
const compared = [
  { measure: 'timeline:with-record', series: withRecord, what: 'People with a record' },
  { measure: 'timeline:inquiries', series: inquiries, what: 'Inquiries of a year' },
] as const;

/** What the paper states of a series, relative to its first point, and how many years after it. */
function stated({ points: [first, ...later] }: Series) {
  return later.map(({ year, value }) => ({
    year,
    after: year - first.year,
    ratio: value / first.value,
  }));
}

export const timelineReading: ExperimentReading = {
  table: [],
  laws: [],
  truths: [],
  legend: [
    'Year by year in experiments/timeline.csv, relative to the first counted year. The paper states 2015 as the first; points between those that it states are not in it.',
  ],
  answers: (_, cast, summary) => [
    {
      question: 'What grew beside what the paper states of China?',
      sentences: compared.flatMap(({ measure, series, what }) =>
        stated(series).flatMap(({ year, after, ratio }) => {
          const told = summary.flatMap((row) => {
            if (row.measure !== measure || row.at !== after + 1) return [];
            const band = Number.isNaN(row.low)
              ? ''
              : ` (${fixed(row.low, 2)} to ${fixed(row.high, 2)})`;
            return [`${institutionName(row.institution, cast)} ${fixed(row.mean, 2)}${band}`];
          });
          if (told.length === 0) return [];
          return [
            `${what}, ${year} over the first year: the paper ${fixed(ratio, 2)}; ${told.join('; ')}.`,
          ];
        }),
      ),
    },
  ],
};
