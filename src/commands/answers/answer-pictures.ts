import { isMissing, type Table } from '../../charts/index.ts';
import { charts } from '../../charts/registry.ts';
import type { Language } from '../../language.ts';
import { economyStanding, spokenIn, type Scenario } from '../../scenario/index.ts';
import type { Picture } from '../design/design-pictures.ts';

/** The figures of an experiment from its table, as `creditlab figures` will draw them again. */
export function answerPictures(
  experiment: string,
  run: Scenario,
  table: Table,
  language: Language,
): Picture[] {
  const scenario = spokenIn(run, language);
  const { seed, replicates, borrowers } = scenario;
  const inputs = {
    scenario,
    ...{ rows: [], summary: [], tables: { [experiment]: table } },
    experiments: { [experiment]: { seed, replicates, borrowers } },
    economy: economyStanding(scenario),
  };
  return charts
    .filter((chart) => chart.experiment === experiment)
    .flatMap(({ id, title, draw }) => {
      const drawing = draw(inputs);
      return isMissing(drawing) ? [] : [{ id, title, drawing }];
    });
}
