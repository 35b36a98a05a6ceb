import { readingOf } from '../experiments/index.ts';
import { experimentOf } from '../experiments/registry.ts';
import type { ExperimentOutcome } from '../jobs/index.ts';
import type { Language } from '../language.ts';
import { spokenIn, type Scenario } from '../scenario/index.ts';
import { plainPage } from '../text/markdown.ts';
import type { TextColumn } from '../text/text-table.ts';
import { experimentLegend, experimentTable } from './experiment-table.ts';

/** What a person reads of an experiment, on the terminal and on its page. */
export interface ExperimentTold extends Pick<ExperimentOutcome, 'answers'> {
  readonly title: string;
  /** Title of the scenario. */
  readonly about: string;
  /** No columns where an experiment is read in sentences alone, as a time line year by year. */
  readonly table: readonly TextColumn[];
  readonly legend: readonly string[];
}

/** @param outcome with answers in `language`, where the experiment speaks it */
export function experimentTold(
  id: string,
  told: Scenario,
  { summary, answers }: Pick<ExperimentOutcome, 'summary' | 'answers'>,
  language: Language,
): ExperimentTold {
  const experiment = experimentOf(id);
  const reading = readingOf(experiment);
  const spoken = reading.spoken?.[language];
  const scenario = spoken ? spokenIn(told, language) : told;
  const hasTable = reading.table.length > 0;
  return {
    title: spoken?.title ?? experiment.title,
    about: scenario.title,
    table: hasTable ? experimentTable(reading, scenario, summary, language) : [],
    legend: hasTable
      ? experimentLegend(reading, scenario, language)
      : (spoken?.legend ?? reading.legend),
    answers,
  };
}

/** The same as a page: experiments/<id>.md. */
export function experimentPage({ title, about, table, legend, answers }: ExperimentTold): string {
  return plainPage(title, about, [
    { table, sentences: legend },
    ...answers.map(({ question, sentences }) => ({ heading: question, sentences })),
  ]);
}
