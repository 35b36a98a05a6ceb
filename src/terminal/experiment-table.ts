import { dictionary } from '../dictionary.ts';
import {
  enrolledBorrowers,
  type ExperimentSummaryRow,
  type ExperimentReading,
  type ReadingColumn,
} from '../experiments/index.ts';
import { decimalsFor, displayOf, fixed } from '../measures/index.ts';
import { halfWidth, tMultiplier } from '../math/interval.ts';
import type { Scenario } from '../scenario/index.ts';
import type { TextColumn } from '../text/text-table.ts';

/** A regression over thousands of loans has as good as unlimited degrees of freedom. */
const manyDegrees = 10_000;

/** The table of an experiment: institutions in the scenario's order, mean ± half of the interval. */
export function experimentTable(
  { table }: ExperimentReading,
  scenario: Scenario,
  summary: readonly ExperimentSummaryRow[],
): TextColumn[] {
  const names: TextColumn = {
    head: ['institution'],
    cells: scenario.institutions.map(({ label }) => label),
    align: 'left',
  };
  return [names, ...table.map((column) => columnOf(column, scenario, summary))];
}

function columnOf(
  { head, unit, measure, world }: ReadingColumn,
  scenario: Scenario,
  summary: readonly ExperimentSummaryRow[],
): TextColumn {
  const { factor } = displayOf(dictionary.passportOf(measure).unit);
  const rowOf = (institution: string, of: string) =>
    summary.find(
      (row) =>
        row.institution === institution &&
        row.world === world &&
        row.measure === of &&
        row.at === null,
    );
  const entries = scenario.institutions.map(({ id }) => {
    const row = rowOf(id, measure);
    if (row === undefined || row.n === 0) return { mean: NaN, half: NaN };
    // A single replicate has no interval of its own, but its regression may have one.
    const error = row.n === 1 ? (rowOf(id, `${measure}-error`)?.mean ?? NaN) : NaN;
    const half = row.n === 1 ? tMultiplier(manyDegrees) * error : halfWidth(row);
    return { mean: factor * row.mean, half: factor * half };
  });
  const halves = entries.map(({ half }) => half).filter((half) => half > 0);
  const middle = halves.toSorted((a, b) => a - b)[Math.floor(halves.length / 2)];
  const decimals = decimalsFor(middle, factor === 100 ? 1 : 4);
  return {
    head: unit === '' ? head : [...head, unit],
    cells: entries.map(({ mean, half }) => {
      if (Number.isNaN(mean)) return 'not defined';
      const centre = fixed(mean, decimals);
      return Number.isNaN(half) ? centre : `${centre} ± ${fixed(half, decimals)}`;
    }),
    align: 'right',
  };
}

/** How the numbers of the table are to be read. */
export function experimentLegend({ legend }: ExperimentReading, scenario: Scenario): string[] {
  const { borrowers, replicates, sanctions } = scenario;
  const intervals =
    replicates < 2
      ? 'One replicate: ± is the regression’s own 95% interval where there is one; nothing else has an interval. For intervals over replicates: --replicates 20.'
      : `± half of the 95% interval (Student's t, ${replicates} replicates).`;
  const enrolled = enrolledBorrowers.toLocaleString('en');
  return [
    ...legend,
    `${intervals} Not defined: no loans, or no such price.`,
    ...(borrowers > enrolledBorrowers
      ? [`Trials follow the first ${enrolled} borrowers of each market.`]
      : []),
    ...(sanctions === 'relearned'
      ? ['Experiments hold sanctions at the actual world’s, whatever the scenario says.']
      : []),
  ];
}
