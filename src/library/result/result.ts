import { inFigureOrder, type ChartInputs } from '../../charts/index.ts';
import { sightsOf } from '../../figures/who-sees-what.ts';
import { digestOf, type Answer, type Digest } from '../../findings/index.ts';
import { resultsCsv, resultsParquet } from '../../folder/results-file.ts';
import { inOrderOfRecord } from '../../jobs/index.ts';
import type { Row, SummaryRow } from '../../measures/index.ts';
import type { SeriesRow } from '../../replicates/index.ts';
import {
  economyStanding,
  inReadingOrder,
  type LoadInstitution,
  type Scenario,
} from '../../scenario/index.ts';
import { choose, type Which } from './choose.ts';
import { figureOf, type Figure, type FigureOptions } from './figure.ts';
import { rowsAsColumns, type Rows } from './rows.ts';

/** What a run comes to. */
export interface Result {
  /** As it was run: resolved, every number stated. */
  readonly scenario: Scenario;
  /** Every number, as results.csv has it. */
  readonly rows: Rows;
  /** The questions that a run answers, each with its sentences; the first is the one of the title. */
  readonly verdict: readonly Answer[];
  /**
   * Means over replicates with 95% intervals, and paired differences to the reference.
   *
   * @throws UserError for a measure, institution or world that stands in no row
   */
  readonly summary: (which?: Which) => SummaryRow[];
  /** The same quarter by quarter, of the measures that have a series. */
  readonly series: (which?: Which) => SeriesRow[];
  /**
   * A figure as Vega-Lite.
   *
   * @throws UserError if there is none of this id, or these results do not allow it
   */
  readonly figure: (id: string, options?: FigureOptions) => Figure;
  /** The text of results.csv, byte for byte what the command line writes. */
  readonly csv: () => string;
  /** results.parquet, byte for byte. */
  readonly parquet: () => Uint8Array;
}

/** A result, and what it was made from. */
export interface Made {
  readonly result: Result;
  readonly inputs: ChartInputs;
  /** In canonical order. */
  readonly rows: readonly Row[];
}

/**
 * @param scenario as the user gave it
 * @param rows in canonical order
 * @param digest what they come to, where that is known already
 */
export async function resultOf(
  scenario: Scenario,
  rows: readonly Row[],
  load: LoadInstitution,
  { summary, series, answers }: Digest = digestOf(inOrderOfRecord(scenario), rows),
): Promise<Made> {
  const read = { ...scenario, institutions: inReadingOrder(scenario.institutions) };
  const tables = { 'who-sees-what': await sightsOf(read, load) };
  const drawn = { ...read, institutions: inFigureOrder(read.institutions, summary) };
  const economy = economyStanding(scenario);
  const inputs = { scenario: drawn, rows, summary, tables, economy };
  const result = {
    ...{ scenario, rows: rowsAsColumns(rows), verdict: answers },
    summary: (which?: Which) => choose(summary, which),
    series: (which?: Which) => choose(series, which),
    figure: (id: string, options?: FigureOptions) => figureOf(id, inputs, options),
    csv: () => resultsCsv(rows),
    parquet: () => resultsParquet(rows),
  };
  return { result, inputs, rows };
}
