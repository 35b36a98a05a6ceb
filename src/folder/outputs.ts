import { digestOf } from '../findings/index.ts';
import type { Row } from '../measures/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { dataDictionary } from './data-dictionary.ts';
import type { Content } from './publish/files.ts';
import { manifestName, manifestText } from './manifest.ts';
import { resultsCsv, resultsParquet } from './results-file.ts';
import { moduleCopies } from './module-copies.ts';
import { admissibleCounts } from './ensemble/standings-file.ts';
import { seriesCsv, summaryCsv } from './summary-files.ts';
import { verdictMarkdown } from './verdict-file.ts';

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
  { summary, series, answers } = digestOf(scenario, rows, admissibleCounts(scenario)),
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
