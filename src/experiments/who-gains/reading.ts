import { fixed } from '../../measures/index.ts';
import type { ExperimentSummaryRow } from '../experiment-rows.ts';
import { list, nameOf, type Answer, type Cast } from '../../findings/index.ts';
import type { Samples } from '../../replicates/index.ts';
import type { Reading } from '../reading.ts';
import { groupNames, places } from './groups.ts';

/** The first group that nobody in the market can see. */
const firstHidden = groupNames.findIndex((name) => name.startsWith('hidden'));

/** Who gains and who loses by each reform, and how people move between refusal and prices. */
function answers(_: Samples, cast: Cast, summary: readonly ExperimentSummaryRow[]): Answer[] {
  const reforms = [...cast.labels.keys()].filter((id) =>
    summary.some(({ institution, measure }) => institution === id && measure === 'who-gains:mean'),
  );
  return reforms.map((institution): Answer => {
    const of = (measure: string, at: number | null = null) =>
      summary.find(
        (row) =>
          row.institution === institution &&
          row.measure === `who-gains:${measure}` &&
          row.at === at,
      );
    const groups = groupNames.map((name, k) => ({ name, row: of('group-mean', k + 1) }));
    const told = (some: typeof groups, sign: 1 | -1) =>
      some.flatMap(({ name, row }) =>
        row && (sign === 1 ? row.low > 0 : row.high < 0) ? [`${name} (${amount(row)})`] : [],
      );
    const seen = groups.slice(0, firstHidden);
    const [gain, lose] = [told(seen, 1), told(seen, -1)];
    return {
      question: `Who wins and who loses by ${nameOf(institution, cast)}?`,
      sentences: [
        `${shareOf(of('better'))} of those who apply are better off by more than .1% of a loan per application, ${shareOf(of('worse'))} worse; the mean gain is ${amount(of('mean'))}.`,
        gain.length > 0
          ? `Groups on the eve of the reform that gain: ${list(gain)}.`
          : 'No group on the eve of the reform can be told to gain.',
        lose.length > 0 ? `Groups that lose: ${list(lose)}.` : 'No group can be told to lose.',
        moves(of),
        `What nobody in the market can see: ${list(groups.slice(firstHidden).map(({ name, row }) => `${name.replace('hidden: ', '')} ${amount(row)}`))}.`,
      ],
    };
  });
}

/** Borrowers whose last decision is another one with the reform than without it. */
function moves(of: (measure: string, at: number) => ExperimentSummaryRow | undefined): string {
  const sum = (isMeant: (from: number, to: number) => boolean) => {
    let all = 0;
    places.forEach((_, from) =>
      places.forEach((__, to) => {
        if (isMeant(from, to)) all += of('movers', 10 * from + to)?.mean ?? 0;
      }),
    );
    return `${fixed(100 * all, 1)}%`;
  };
  return (
    `At their last decision of the run ${sum((from, to) => from === 1 && to > 1)} of borrowers are refused without it and approved with it, ` +
    `${sum((from, to) => from > 1 && to === 1)} the other way round; ${sum((from, to) => from > 1 && to > 1 && to < from)} pay a lower fifth of price, ` +
    `${sum((from, to) => from > 1 && to > from)} a higher one.`
  );
}

function amount(row: ExperimentSummaryRow | undefined): string {
  if (!row || Number.isNaN(row.mean)) return 'not defined';
  const show = (value: number) => fixed(100 * value, 2);
  const ends = Number.isNaN(row.low) ? '' : ` (95%: ${show(row.low)} to ${show(row.high)})`;
  return `${show(row.mean)}% of a mean loan per application${ends}`;
}

function shareOf(row: ExperimentSummaryRow | undefined): string {
  if (!row || Number.isNaN(row.mean)) return 'not defined';
  const show = (value: number) => fixed(100 * Math.max(0, Math.min(1, value)), 1);
  const ends = Number.isNaN(row.low) ? '' : ` (95%: ${show(row.low)} to ${show(row.high)})`;
  return `${show(row.mean)}%${ends}`;
}

export const whoGainsReading: Reading = {
  table: [
    {
      head: ['better', 'off'],
      unit: '% of borrowers',
      measure: 'who-gains:better',
      world: 'actual',
    },
    { head: ['worse', 'off'], unit: '% of borrowers', measure: 'who-gains:worse', world: 'actual' },
    {
      head: ['mean', 'gain'],
      unit: '% of a mean loan per application',
      measure: 'who-gains:mean',
      world: 'actual',
    },
  ],
  laws: [],
  truths: [],
  legend: [
    'The same persons with the reform and without it, in the counted quarters from its beginning (or announcement) on; 0 where refused.',
    'Better or worse: by more than .1% of a loan per application. Rows without phases are no reforms.',
  ],
  answers,
};
