import { dictionary } from '../dictionary.ts';
import {
  experimentSamples,
  readingOf,
  summariseExperiment,
  type ExperimentRow,
} from '../experiments/index.ts';
import { experimentOf } from '../experiments/registry.ts';
import type { Answer, Cast } from '../findings/index.ts';
import { inWords } from '../language.ts';
import type { DrawableRun } from './inputs.ts';
import type { StoredExperiment } from './stored-experiments.ts';

/** Who gains and loses by each reform, from the experiment in the folder; none where it has not been done. */
export function whoGainsAnswers(run: Folder, cast: Cast): Answer[] {
  return answersFrom('who-gains', run, cast, ({ replicates, seed }) =>
    inWords(cast.language ?? 'en', {
      en: `By “creditlab experiment who-gains”: the same persons in both arms, ${replicates} replicates, seed ${seed}.`,
      zh: `由“creditlab experiment who-gains”得出：两臂为同一批人，${replicates} 次重复，种子 ${seed}。`,
    }),
  );
}

/** What grew beside what the paper states, from the experiment in the folder; none where it has not been done. */
export function timelineAnswers(run: Folder, cast: Cast): Answer[] {
  return answersFrom('timeline', run, cast, ({ replicates, seed }) =>
    inWords(cast.language ?? 'en', {
      en: `By “creditlab experiment timeline”: ${replicates} replicates, seed ${seed}; in brackets 95% intervals.`,
      zh: `由“creditlab experiment timeline”得出：${replicates} 次重复，种子 ${seed}；括号内为 95% 区间。`,
    }),
  );
}

type Folder = Pick<DrawableRun, 'experiments' | 'scenario'>;

function answersFrom(
  id: string,
  { experiments, scenario }: Folder,
  cast: Cast,
  origin: (stored: StoredExperiment) => string,
): Answer[] {
  const stored = experiments.find((one) => one.id === id);
  if (!stored) return [];
  const rows = stored.table.map((cells): ExperimentRow => {
    const { institution, world, replicate, measure, at, value } = cells;
    return {
      scenario: scenario.id,
      institution: String(institution),
      world: String(world),
      replicate: Number(replicate),
      measure: String(measure),
      at: typeof at === 'number' ? at : null,
      value: typeof value === 'number' ? value : NaN,
    };
  });
  const summary = summariseExperiment(rows, scenario.reference, dictionary);
  return readingOf(experimentOf(id))
    .answers(experimentSamples(rows, dictionary), cast, summary)
    .map(({ question, sentences }) => ({ question, sentences: [...sentences, origin(stored)] }));
}
