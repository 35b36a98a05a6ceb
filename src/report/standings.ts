import type { ChartInputs } from '../charts/index.ts';
import { admissibleCounts } from '../folder/ensemble/standings-file.ts';
import type { Scenario } from '../scenario/index.ts';

/**
 * How rankings stand over the economies that fit the targets as well as the shipped one. Nothing where there is no file
 * of them, or where they were counted with another engine or for other markets.
 */
export function admissibleStandings(scenario: Scenario): ChartInputs['standings'] {
  const counts = admissibleCounts(scenario);
  if (counts?.kind !== 'counted') return undefined;
  const { vectors, measures, institutions } = counts;
  const isCounted = (id: string) => institutions.includes(id);
  return {
    economies: vectors,
    pairs: measures.flatMap(({ measure, pairs }) =>
      pairs
        .filter(({ first, second }) => isCounted(first) && isCounted(second))
        .map(({ first, second, ahead, behind }) => ({ measure, first, second, ahead, behind })),
    ),
  };
}
