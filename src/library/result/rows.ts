import type { ExperimentRow } from '../../experiments/index.ts';
import type { Row } from '../../measures/index.ts';

/**
 * Rows as columns of equal length, in the order of results.csv: what `aq.table(rows)` of arquero, a data frame or a loop
 * takes as it is. A value that is not defined is NaN.
 */
export interface Rows {
  readonly scenario: readonly string[];
  readonly institution: readonly string[];
  readonly world: readonly string[];
  /** From 0. */
  readonly replicate: Int32Array;
  /** From 0; null for a number of the whole run. */
  readonly quarter: readonly (number | null)[];
  /** Ids, as `creditlab list measures` tells. */
  readonly measure: readonly string[];
  /** In the unit of the measure. */
  readonly value: Float64Array;
}

/** The same of an experiment, in the order of its file. */
export interface ExperimentRows extends Omit<Rows, 'quarter'> {
  /** Where along the measure's curve; null for a measure that is one number. */
  readonly at: readonly (number | null)[];
}

export function rowsAsColumns(rows: readonly Row[]): Rows {
  return {
    scenario: rows.map((row) => row.scenario),
    institution: rows.map((row) => row.institution),
    world: rows.map((row) => row.world),
    replicate: Int32Array.from(rows, (row) => row.replicate),
    quarter: rows.map((row) => row.quarter),
    measure: rows.map((row) => row.measure),
    value: Float64Array.from(rows, (row) => row.value),
  };
}

export function experimentColumns(rows: readonly ExperimentRow[]): ExperimentRows {
  const { quarter: _, ...columns } = rowsAsColumns(rows.map((row) => ({ ...row, quarter: null })));
  return { ...columns, at: rows.map((row) => row.at) };
}
