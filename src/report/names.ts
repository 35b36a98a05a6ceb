import { charts } from '../charts/registry.ts';
import { formats } from '../figures/index.ts';
import { languages, fileNameIn } from '../language.ts';
import type { Scenario } from '../scenario/index.ts';

/** Name of the scenario, every number stated, in an output folder: in a folder of its own, away from the user's file. */
export const scenarioFileOf = ({ id }: Pick<Scenario, 'id'>): string => `scenario/${id}.yaml`;

/** Every name that the report of a run and its figures may take in an output folder. */
export function reportNames(scenario: Pick<Scenario, 'id'>): string[] {
  const tables = ['results', 'reforms', 'institutions', 'assumptions'];
  const words = [
    ...['report.html', 'report.md', 'report.docx', 'verdict.md'],
    ...tables.flatMap((id) => [`tables/${id}.tex`, `tables/${id}.csv`]),
    ...['tables/results-wide.csv', 'tables/figures.tex', 'tables/assumptions-appendix.tex'],
    'tables/creditlab.bib',
  ];
  // The verdict in English is a result, and not the report's.
  const inAll = languages.flatMap((language) => words.map((name) => fileNameIn(name, language)));
  return [
    ...inAll.filter((name) => name !== 'verdict.md'),
    scenarioFileOf(scenario),
    ...charts.flatMap(({ id }) => formats.map((format) => `figures/${id}.${format}`)),
  ];
}
