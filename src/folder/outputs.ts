import { digestOf } from '../findings/index.ts';
import { resultDictionary, type Row } from '../measures/index.ts';
import {
  phaseAt,
  reformEffects,
  reformPaths,
  reformSeries,
  reformsOf,
  type Reform,
} from '../replicates/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { dataDictionary } from './data-dictionary.ts';
import type { Content } from './publish/files.ts';
import { manifestName, manifestText } from './manifest.ts';
import { resultsCsv, resultsParquet } from './results-file.ts';
import { reformPathsCsv, reformsCsv } from './reform-files.ts';
import { moduleCopies } from './module-copies.ts';
import type { ModuleRecord } from './module-record.ts';
import { admissibleCounts } from './ensemble/standings-file.ts';
import { seriesCsv, summaryCsv } from './summary-files.ts';
import { verdictMarkdown } from './verdict-file.ts';

/**
 * The files of a finished run by name, the manifest last: a pure function of the scenario and its rows,
 * so that a second run can prove the first.
 *
 * @param scenario in order (`inOrderOfRecord`)
 * @param rows in canonical order
 */
export function outputsOf(
  scenario: Scenario,
  rows: readonly Row[],
  { summary, series, answers } = digestOf(scenario, rows, admissibleCounts(scenario)),
  modules?: ModuleRecord,
): Map<string, Content> {
  const reforms = reformsOf(scenario);
  const phaseOf = reforms.length > 0 ? phasesOfRows(reforms) : undefined;
  const files = new Map<string, Content>([
    ['results.csv', resultsCsv(rows, phaseOf)],
    ['results.parquet', resultsParquet(rows, phaseOf)],
    ['summary.csv', summaryCsv(summary)],
    ['series.csv', seriesCsv(series)],
    ['data-dictionary.md', dataDictionary()],
    ['verdict.md', verdictMarkdown(scenario, answers)],
    ...(reforms.length > 0 ? reformFiles(scenario, rows) : []),
    ...moduleCopies(scenario),
  ]);
  files.set(manifestName, manifestText(scenario, files, modules && { modules }));
  return files;
}

/** What reforms change, by quarter and over spans. */
function reformFiles(scenario: Scenario, rows: readonly Row[]): [string, Content][] {
  const series = reformSeries(scenario, rows);
  return [
    ['reform-paths.csv', reformPathsCsv(reformPaths(scenario, series, resultDictionary))],
    ['reforms.csv', reformsCsv(reformEffects(scenario, series, resultDictionary))],
  ];
}

/** The phase of an institution in which a row's quarter lies. */
function phasesOfRows(reforms: readonly Reform[]): (row: Row) => number | undefined {
  const from = new Map(reforms.map((reform) => [reform.id, reform.from]));
  return ({ institution, quarter }) =>
    quarter === null ? undefined : phaseAt(from.get(institution) ?? [], quarter);
}
