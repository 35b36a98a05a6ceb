import { estimate } from '../../math/interval.ts';
import type { Cells, ChartInputs } from '../chart.ts';
import { withinShare } from './frame.ts';
import { institutionEstimate, type InstitutionEstimate } from './select.ts';

/** One point of a curve of one institution, over replicates. */
export interface CurvePoint extends InstitutionEstimate {
  readonly at: number;
}

/**
 * One number of an experiment by institution, in scenario order.
 *
 * The table is experiments/<stem>.csv in long form: institution, world, replicate, measure, at (empty), value.
 */
export function singles(
  inputs: ChartInputs,
  stem: string,
  measure: string,
  world = 'actual',
): InstitutionEstimate[] {
  const rows = experimentRowsOf(inputs, stem, measure, world);
  return inputs.scenario.institutions.flatMap(({ id, label }) => {
    const values = rows.flatMap(({ institution, value }) =>
      institution === id ? [numberOf(value)] : [],
    );
    return values.length === 0 ? [] : [institutionEstimate(id, label, estimate(values))];
  });
}

/** A curve of an experiment by institution, its points from left to right: as above, `at` filled. */
export function curves(
  inputs: ChartInputs,
  stem: string,
  measure: string,
  world = 'actual',
): CurvePoint[] {
  const rows = experimentRowsOf(inputs, stem, measure, world);
  return inputs.scenario.institutions.flatMap(({ id, label }) => {
    const byPlace = new Map<number, number[]>();
    for (const { institution, at, value } of rows) {
      if (institution !== id || typeof at !== 'number') continue;
      byPlace.set(at, [...(byPlace.get(at) ?? []), numberOf(value)]);
    }
    return [...byPlace]
      .toSorted(([a], [b]) => a - b)
      .map(([at, values]) => ({ at, ...institutionEstimate(id, label, estimate(values)) }));
  });
}

/** The same of a share or a probability: their intervals end at 0 and 1. */
export function asShares<T extends InstitutionEstimate>(rows: readonly T[]): T[] {
  const bounded = (end: number | null) => (end === null ? null : withinShare(end));
  return rows.map((row) => ({ ...row, low: bounded(row.low), high: bounded(row.high) }));
}

/** The inputs as an experiment knows them: its own seed and number of replicates. */
export function asExperiment(inputs: ChartInputs, stem: string): ChartInputs {
  const own = inputs.experiments?.[stem];
  return own === undefined ? inputs : { ...inputs, scenario: { ...inputs.scenario, ...own } };
}

/** Rows of one number of an experiment. */
export function experimentRowsOf(
  inputs: ChartInputs,
  stem: string,
  measure: string,
  world: string,
): Cells[] {
  return (inputs.tables[stem] ?? []).filter(
    (row) => row['measure'] === measure && row['world'] === world,
  );
}

function numberOf(value: Cells[string] | undefined): number {
  return typeof value === 'number' ? value : NaN;
}
