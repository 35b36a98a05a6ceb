import type { ExperimentSummaryRow } from '../../experiments/index.ts';
import type { Answer } from '../../findings/index.ts';
import type { ExperimentOutcome } from '../../jobs/index.ts';
import { inReadingOrder, type Scenario } from '../../scenario/index.ts';
import { choose, type Which } from './choose.ts';
import { figureOf, type Figure, type FigureOptions } from './figure.ts';
import { experimentColumns, type ExperimentRows } from './rows.ts';

/** What an experiment comes to. */
export interface ExperimentResult {
  readonly experiment: string;
  readonly scenario: Scenario;
  readonly rows: ExperimentRows;
  /** What it shows, and how far its conditions hold. */
  readonly verdict: readonly Answer[];
  readonly summary: (which?: Which) => ExperimentSummaryRow[];
  /** A figure of this experiment; without an id the one that bears its name. */
  readonly figure: (id?: string, options?: FigureOptions) => Figure;
}

export function experimentResult(
  id: string,
  scenario: Scenario,
  { rows, summary, answers }: ExperimentOutcome,
): ExperimentResult {
  const table = rows.map(
    ({ scenario: name, institution, world, replicate, measure, at, value }) => {
      return {
        scenario: name,
        institution,
        world,
        replicate,
        measure,
        at,
        value: Number.isNaN(value) ? null : value,
      };
    },
  );
  const inputs = {
    scenario: { ...scenario, institutions: inReadingOrder(scenario.institutions) },
    ...{ rows: [], summary: [], tables: { [id]: table } },
    experiments: {
      [id]: {
        seed: scenario.seed,
        replicates: scenario.replicates,
        borrowers: scenario.borrowers,
      },
    },
  };
  return {
    ...{ experiment: id, scenario, rows: experimentColumns(rows), verdict: answers },
    summary: (which) => choose(summary, which),
    figure: (figure = id, options = {}) => figureOf(figure, inputs, options),
  };
}
