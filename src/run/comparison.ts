import { shapley } from '../experiments/decomposition.ts';
import { errorRate } from '../experiments/ranking.ts';
import type { SummaryRow } from '../measures/row.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { alikeMark, headline, headlineColumn, headlineLegend, type Headline } from './headline.ts';
import type { TextColumn } from './text-table.ts';

const none = { n: 0, mean: NaN, standardError: NaN, low: NaN, high: NaN };

/** The columns that compare the institutions of a run, in the scenario's order: mean ± half of the interval. */
export function comparison(scenario: Scenario, summary: readonly SummaryRow[]): TextColumn[] {
  const { institutions, reference } = scenario;
  const names: TextColumn = {
    head: ['institution'],
    cells: institutions.map(({ id, label }) => (id === reference ? `${label} *` : label)),
    align: 'left',
  };
  const columns = headline
    .map((each) => [each, rowsOf(summary, each)] as const)
    .filter(([, rows]) => rows.length > 0)
    .map(([each, rows]) => {
      const entries = institutions.map(({ id }) => {
        const row = rows.find(({ institution }) => institution === id);
        return { value: row ?? none, alike: row !== undefined && row.adjustedP > errorRate };
      });
      return headlineColumn(each, entries);
    });
  return [names, ...columns];
}

/** What the reader of the table must know. */
export function legend(scenario: Scenario, summary: readonly SummaryRow[]): string[] {
  const { replicates, reference, institutions } = scenario;
  const label = institutions.find(({ id }) => id === reference)?.label ?? reference;
  const undefinedSome = headline.some((each) => rowsOf(summary, each).some(({ n }) => n === 0));
  const meaning = [
    ...headlineLegend(summary.some(({ world }) => world === shapley)),
    ...(undefinedSome ? ['no loans: not defined, because nobody borrowed.'] : []),
  ];
  if (replicates < 2) {
    return [...meaning, 'One replicate: no intervals, and nothing can be told apart from chance.'];
  }
  const gain = medianGain(summary);
  return [
    ...meaning,
    `± half of the 95% interval (Student's t, ${replicates} replicates). * reference: ${label}.`,
    `${alikeMark} cannot be told apart from the reference (paired by seed; 5%, Holm over the institutions of the column).`,
    ...(gain > 0
      ? [
          `Without pairing by seed, the median difference here would need ${gainText(gain)} times the replicates.`,
        ]
      : []),
  ];
}

/** Differences by chance alone can be pairs of almost equal numbers; how almost is of no interest. */
function gainText(gain: number): string {
  return gain > 1000 ? 'over a thousand' : gain.toPrecision(2);
}

/** Median of what pairing saves over the differences of the table; NaN if there are none. */
function medianGain(summary: readonly SummaryRow[]): number {
  const gains = headline
    .flatMap((each) => rowsOf(summary, each).map((row) => row.pairingGain))
    .filter((gain) => !Number.isNaN(gain))
    .toSorted((a, b) => a - b);
  return gains[Math.floor(gains.length / 2)] ?? NaN;
}

function rowsOf(summary: readonly SummaryRow[], { world, measure }: Headline): SummaryRow[] {
  return summary.filter((row) => row.world === world && row.measure === measure);
}
