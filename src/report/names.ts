import { charts } from '../charts/registry.ts';
import { formats } from '../figures/index.ts';
import type { Scenario } from '../scenario/index.ts';

/** Name of the scenario, every number stated, in an output folder: in a folder of its own, away from the user's file. */
export const scenarioFileOf = ({ id }: Pick<Scenario, 'id'>): string => `scenario/${id}.yaml`;

/** Every name that the report of a run and its figures may take in an output folder. */
export function reportNames(scenario: Pick<Scenario, 'id'>): string[] {
  const tables = ['results', 'institutions', 'assumptions'];
  return [
    ...['report.html', 'report.md', scenarioFileOf(scenario)],
    ...tables.flatMap((id) => [`tables/${id}.tex`, `tables/${id}.csv`]),
    ...charts.flatMap(({ id }) => formats.map((format) => `figures/${id}.${format}`)),
  ];
}
