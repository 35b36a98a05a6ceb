import { fixed } from '../../measures/index.ts';
import type { ExperimentSummaryRow } from '../experiment-rows.ts';
import {
  apartFromZero,
  enumerated,
  institutionName,
  type Answer,
  type Cast,
} from '../../findings/index.ts';
import type { Samples } from '../../replicates/index.ts';
import type { ExperimentReading } from '../reading.ts';
import { groupNames, places } from './groups.ts';
import { whoGainsPrinted, whoGainsWords, type WhoGainsWords } from './words.ts';

/** The first group that nobody in the market can see. */
const firstHidden = groupNames.findIndex((name) => name.startsWith('hidden'));

/** Who gains and who loses by each reform, and how people move between refusal and prices. */
function answers(_: Samples, cast: Cast, summary: readonly ExperimentSummaryRow[]): Answer[] {
  const say = whoGainsWords[cast.language ?? 'en'];
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
    const groups = say.groups.map((name, k) => ({ name, row: of('group-mean', k + 1) }));
    const told = (sign: 1 | -1) =>
      groups
        .slice(0, firstHidden)
        .flatMap(({ name, row }) =>
          row && (sign === 1 ? row.low > 0 : row.high < 0)
            ? [say.ofGroup(name, amount(row, say))]
            : [],
        );
    const [gain, lose] = [told(1), told(-1)];
    return {
      question: say.question(institutionName(institution, cast)),
      sentences: [
        say.counts(shareOf(of('better'), say), shareOf(of('worse'), say), amount(of('mean'), say)),
        gain.length > 0 ? say.gain(enumerated(gain, cast.language)) : say.noneGains,
        lose.length > 0 ? say.lose(enumerated(lose, cast.language)) : say.noneLoses,
        moves(of, say),
        say.hidden(
          enumerated(
            groups.slice(firstHidden).map(({ name, row }) => say.ofHidden(name, amount(row, say))),
            cast.language,
          ),
        ),
      ],
    };
  });
}

/** Borrowers whose last decision is another one with the reform than without it. */
function moves(
  of: (measure: string, at: number) => ExperimentSummaryRow | undefined,
  say: WhoGainsWords,
): string {
  const sum = (isMeant: (from: number, to: number) => boolean) => {
    let all = 0;
    places.forEach((_, from) =>
      places.forEach((__, to) => {
        if (isMeant(from, to)) all += of('movers', 10 * from + to)?.mean ?? 0;
      }),
    );
    return `${fixed(100 * all, 1)}%`;
  };
  return say.moves({
    admitted: sum((from, to) => from === 1 && to > 1),
    refused: sum((from, to) => from > 1 && to === 1),
    cheaper: sum((from, to) => from > 1 && to > 1 && to < from),
    dearer: sum((from, to) => from > 1 && to > from),
  });
}

function amount(row: ExperimentSummaryRow | undefined, say: WhoGainsWords): string {
  if (!row || Number.isNaN(row.mean)) return say.undefined;
  const decimals = apartFromZero(row, 100, 2);
  const show = (value: number) => fixed(100 * value, decimals);
  return say.amount(show(row.mean), ends(row, show, say));
}

function shareOf(row: ExperimentSummaryRow | undefined, say: WhoGainsWords): string {
  if (!row || Number.isNaN(row.mean)) return say.undefined;
  const show = (value: number) => fixed(100 * Math.max(0, Math.min(1, value)), 1);
  const certainty = ends(row, show, say);
  return `${show(row.mean)}%${certainty}`;
}

function ends(
  { low, high }: ExperimentSummaryRow,
  show: (value: number) => string,
  say: WhoGainsWords,
): string {
  return Number.isNaN(low) ? '' : say.certainty(show(low), show(high));
}

export const whoGainsReading: ExperimentReading = {
  table: whoGainsPrinted.en.columns.map((column, k) => ({
    ...column,
    ...{ measure: `who-gains:${['better', 'worse', 'mean'][k]}`, world: 'actual' },
  })),
  laws: [],
  truths: [],
  legend: whoGainsPrinted.en.legend,
  spoken: whoGainsPrinted,
  answers,
};
