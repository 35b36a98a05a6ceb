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

const id = 'who-gains';

/** Who gains and loses by each reform, from the experiment in the folder; none where it has not been done. */
export function whoGainsAnswers(
  { experiments, scenario }: Pick<DrawableRun, 'experiments' | 'scenario'>,
  cast: Cast,
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
  const { replicates, seed } = stored;
  const size = inWords(cast.language ?? 'en', {
    en: `By “creditlab experiment who-gains”: the same persons in both arms, ${replicates} replicates, seed ${seed}.`,
    zh: `由“creditlab experiment who-gains”得出：两臂为同一批人，${replicates} 次重复，种子 ${seed}。`,
  });
  return readingOf(experimentOf(id))
    .answers(experimentSamples(rows, dictionary), cast, summary)
    .map(({ question, sentences }) => ({ question, sentences: [...sentences, size] }));
}
