import { summarise, summariseSeries, type SeriesRow } from '../replicates/index.ts';
import { verdict, type Answer } from '../findings/index.ts';
import { resultDictionary, type Row, type SummaryRow } from '../measures/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { dataDictionary } from './data-dictionary.ts';
import type { Content } from './files.ts';
import { manifestName, manifestText } from './manifest.ts';
import { resultsCsv, resultsParquet } from './results-file.ts';
import { moduleCopies } from './module-copies.ts';
import { seriesCsv, summaryCsv } from './summary-files.ts';
import { verdictMarkdown } from './verdict-file.ts';

/** What a run's rows come to. */
export interface Digest {
  readonly summary: readonly SummaryRow[];
  readonly series: readonly SeriesRow[];
  readonly answers: readonly Answer[];
}

export function digestOf(scenario: Scenario, rows: readonly Row[]): Digest {
  const { reference, institutions } = scenario;
  const labels = new Map(institutions.map(({ id, label }) => [id, label]));
  return {
    summary: summarise(rows, reference, resultDictionary),
    series: summariseSeries(rows, resultDictionary),
    answers: verdict(rows, { labels, reference }),
  };
}

/**
 * The files of a finished run by name, the manifest last: a pure function of the scenario and its rows,
 * so that a second run can prove the first.
 *
 * @param scenario in order (`inOrder`)
 * @param rows in canonical order
 */
export function outputsOf(
  scenario: Scenario,
  rows: readonly Row[],
  { summary, series, answers } = digestOf(scenario, rows),
): Map<string, Content> {
  const files = new Map<string, Content>([
    ['results.csv', resultsCsv(rows)],
    ['results.parquet', resultsParquet(rows)],
    ['summary.csv', summaryCsv(summary)],
    ['series.csv', seriesCsv(series)],
    ['data-dictionary.md', dataDictionary()],
    ['verdict.md', verdictMarkdown(scenario, answers)],
    ...moduleCopies(scenario),
  ]);
  files.set(manifestName, manifestText(scenario, files));
  return files;
}
