import { isFrozen, isHeadline, standingsAt, unmet, type PointDigest } from '../findings/index.ts';
import { resultDictionary, type Row, type SummaryRow } from '../measures/index.ts';
import { samplesOf, summarise, summariseSeries, type Samples } from '../replicates/index.ts';
import type { Point, Points } from '../scenario/design/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { cellText, csvLine } from '../text/csv.ts';
import { dataDictionary } from './data-dictionary.ts';
import { pointCells, designPage, headlineRows, tableColumns } from './design-page.ts';
import type { Content, Staged } from './publish/files.ts';
import { manifestName, manifestText } from './manifest.ts';
import { moduleCopies } from './module-copies.ts';
import { pointsParquet, resultColumns } from './results-file.ts';
import type { Publication } from './publish/publication.ts';
import type { StagedFile } from './publish/stage.ts';
import { standingsName, standingsText } from './ensemble/standings-file.ts';
import { remembering } from './remembering.ts';
import { seriesColumns, summaryColumns } from './summary-files.ts';
import { summaryOfOne } from './summary-of-one.ts';

/** The files of a finished design and what they come to. */
export interface DesignOutputs {
  /** The manifest last; large ones are staged. */
  readonly files: Map<string, Content | Staged>;
  readonly points: readonly PointDigest[];
  /** Lines of results.csv. */
  readonly lines: number;
}

/**
 * Writes the files of a design point by point, so that memory is that of one point: a pure function of the scenario and
 * its rows, byte for byte.
 *
 * @param into where they are staged
 * @param scenario in order (`inOrderOfRecord`)
 * @param points in the order of the files
 * @param rowsAt the rows of a point in canonical order
 */
export function designOutputs(
  into: Publication,
  scenario: Scenario,
  points: Points,
  rowsAt: (index: number) => readonly Row[],
): DesignOutputs {
  const { design } = scenario;
  const dictionary = remembering(resultDictionary);
  const keys = design?.factors.map(({ key }) => key) ?? [];
  const names = ['points.csv', 'table.csv', 'results.csv', 'results.parquet', 'summary.csv'];
  if (design?.series) names.push('series.csv');
  const stages = new Map(names.map((name) => [name, into.stage(name)]));
  const write = (name: string, piece: string) => stages.get(name)?.write(piece);
  const withPoint = ([first, ...rest]: readonly string[]) => [first, 'point', ...rest];
  {
    write('points.csv', `${csvLine(['point', ...keys, 'left-out'])}\n`);
    write('table.csv', `${csvLine(tableColumns(keys))}\n`);
    write('results.csv', `${csvLine(withPoint(resultColumns))}\n`);
    write('summary.csv', `${csvLine(withPoint(summaryColumns))}\n`);
    write('series.csv', `${csvLine(withPoint(seriesColumns))}\n`);
    const parquet = pointsParquet(found(stages, 'results.parquet'));
    const digests: PointDigest[] = [];
    const seen = new Set<string>();
    let lines = 1;
    for (let index = 0; index < points.count; index++) {
      const point = points.at(index);
      if (seen.has(point.name)) continue;
      seen.add(point.name);
      const rows = rowsAt(index);
      const samples = samplesOf(rows, dictionary);
      const summary =
        samples.replicates.length === 1
          ? summaryOfOne(samples, scenario.id, scenario.reference)
          : summarise(rows, scenario.reference, dictionary);
      const start = startOf(scenario, index % points.sampled);
      const digest = { ...digestOf(scenario, point, samples, summary), ...start };
      digests.push(digest);
      lines += rows.length;
      write('points.csv', `${csvLine([point.name, ...pointCells(point), digest.leftOut ?? ''])}\n`);
      for (const row of headlineRows(digest, scenario, keys.length)) {
        write('table.csv', `${csvLine(row)}\n`);
      }
      write('results.csv', linesOf(point, resultColumns, rows));
      write('summary.csv', linesOf(point, summaryColumns, summary));
      if (design?.series) {
        const series = summariseSeries(rows, dictionary);
        write('series.csv', linesOf(point, seriesColumns, series));
      }
      parquet.add(point.name, rows);
    }
    parquet.end();
    const files = new Map<string, Content | Staged>();
    for (const [name, file] of stages) files.set(name, file.end());
    files.set('data-dictionary.md', dataDictionary());
    files.set('verdict.md', designPage(scenario, digests));
    const standings = standingsText(scenario, digests);
    if (standings !== undefined) files.set(standingsName, standings);
    for (const [name, content] of moduleCopies(scenario)) files.set(name, content);
    files.set(manifestName, manifestText(scenario, files));
    return { files, points: digests, lines };
  }
}

function found(stages: ReadonlyMap<string, StagedFile>, name: string): StagedFile {
  const file = stages.get(name);
  if (!file) throw new Error(`${name} is not written`);
  return file;
}

function digestOf(
  scenario: Scenario,
  { name, values }: Point,
  samples: Samples,
  summary: readonly SummaryRow[],
): PointDigest {
  const leftOut = unmet(samples, scenario, scenario.design?.require ?? []);
  const frozen = scenario.institutions.filter(({ id }) => isFrozen(samples, id));
  const ids = scenario.institutions.map(({ id }) => id);
  const isOfFile = scenario.design?.sample?.kind === 'file';
  const standings = isOfFile ? standingsAt(samples, ids) : undefined;
  return {
    ...{ name, values },
    ...(leftOut !== undefined && { leftOut }),
    frozen: frozen.map(({ id }) => id),
    summary: summary.filter(isHeadline),
    ...(standings && { standings }),
  };
}

/** Where the point of a file comes from, if that says it. */
function startOf({ design }: Scenario, row: number): Pick<PointDigest, 'start'> {
  const starts = design?.sample?.kind === 'file' ? design.sample.starts : undefined;
  return starts ? { start: starts[row] } : {};
}

/** Rows with the name of their point after that of the scenario. */
function linesOf<K extends string>(
  { name }: Point,
  columns: readonly K[],
  rows: readonly Readonly<Record<K, string | number | boolean | null>>[],
): string {
  let text = '';
  const [first, ...rest] = columns;
  for (const row of rows) {
    // Written cell by cell: a list for each of so many rows would be most of the work.
    text += `${cellText(row[first])},${name}`;
    for (const column of rest) text += `,${cellText(row[column])}`;
    text += '\n';
  }
  return text;
}
