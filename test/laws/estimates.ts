import { dictionary } from '../../src/dictionary.ts';
import { coverageOf } from '../../src/experiments/coverage.ts';
import { experimentSamples, readingOf, type ExperimentRow } from '../../src/experiments/index.ts';
import { experimentOf } from '../../src/experiments/registry.ts';

/** One line of the table of laws. */
export interface LawLine {
  readonly law: string;
  readonly bound: string;
  readonly measured: string;
  readonly holds: boolean;
}

/** The experiments whose estimates have a truth, or must be zero. */
const estimated = ['karlan-zinman', 'positive-correlation', 'cost-curves'] as const;

/** Institutions in which an interval may miss by luck. */
const allowed = 1;

/** What must be run: all experiments at once on small markets of every institution. */
export const run = {
  experiment: 'agreement',
  scenario: 'baseline',
  options: ['--replicates', '12', '--borrowers', '1500', '--quarters', '44', '--burn-in', '24'],
} as const;

/**
 * The laws on estimates: each 95% interval over the replicates covers what the engine says is true, and zero where a zero law
 * says so, in all institutions but one.
 *
 * @param rows of experiments/agreement.csv
 */
export function estimateLaws(rows: readonly ExperimentRow[]): LawLine[] {
  const institutions = [...new Set(rows.map(({ institution }) => institution))];
  const samples = experimentSamples(rows, dictionary);
  const least = institutions.length - allowed;
  return estimated.flatMap((id) => {
    const experiment = experimentOf(id);
    const { truths, laws } = readingOf(experiment);
    const told = (of: typeof truths, what: string) =>
      coverageOf(of, samples, institutions).map(({ law, tested, covered }) => ({
        law: `${experiment.title}: ${law.says}, ${what}`,
        bound: `covered in ${least} of ${institutions.length} institutions`,
        measured: `${covered.length} of ${tested.length}`,
        holds: tested.length === institutions.length && covered.length >= least,
      }));
    return [...told(truths, 'interval covers the truth'), ...told(laws, 'interval covers zero')];
  });
}

/** The planted fault: an estimate that finds a hundredth too much in every replicate. The laws must notice. */
export function withFault(rows: readonly ExperimentRow[]): ExperimentRow[] {
  return rows.map((row) =>
    row.measure === 'karlan-zinman:incentive' ? { ...row, value: row.value - 0.01 } : row,
  );
}
