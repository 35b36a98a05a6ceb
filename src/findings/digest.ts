import { resultDictionary, type Row, type SummaryRow } from '../measures/index.ts';
import { summarise, summariseSeries, type SeriesRow } from '../replicates/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Answer } from './contest.ts';
import type { AdmissibleCounts } from './ensemble-words.ts';
import { verdict } from './verdict.ts';
import { reformAnswers } from './verdict-reforms.ts';

/** What a run's rows come to. */
export interface Digest {
  readonly summary: readonly SummaryRow[];
  readonly series: readonly SeriesRow[];
  readonly answers: readonly Answer[];
}

/** @param admissible what was counted over other economies that fit, where that is at hand */
export function digestOf(
  scenario: Scenario,
  rows: readonly Row[],
  admissible?: AdmissibleCounts,
): Digest {
  const { reference, institutions } = scenario;
  const labels = new Map(institutions.map(({ id, label }) => [id, label]));
  const cast = { labels, reference, admissible };
  return {
    summary: summarise(rows, reference, resultDictionary),
    series: summariseSeries(rows, resultDictionary),
    answers: [...reformAnswers(scenario, rows, cast), ...verdict(rows, cast)],
  };
}
