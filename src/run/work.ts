import { simulateWorlds } from '../engine/simulate.ts';
import { UserError } from '../errors.ts';
import { experimentOf } from '../experiments/index.ts';
import { rowsOf } from '../experiments/rows.ts';
import { loadExternalInstitution } from '../institutions/external.ts';
import { regimeOf } from '../institutions/resolve.ts';
import type { Row } from '../measures/row.ts';
import type { Job } from './job.ts';

/** One number of a job; the rest of its row follows from the job and the scenario. */
export interface Value extends Pick<Row, 'world' | 'quarter' | 'measure' | 'value'> {
  /** Of an experiment: where along the measure's curve. */
  readonly at?: number | null;
}

/**
 * Does a job: simulates its worlds and measures their ledgers, or does its experiment.
 *
 * @throws UserError if the institution's own code fails
 */
export async function work(job: Job): Promise<Value[]> {
  const { market, institution, worlds, sanctions, experiment } = job;
  const regime = await regimeOf(institution, market.lenders, loadExternalInstitution);
  const run = { scenario: '', institution: institution.id, replicate: 0 };
  try {
    if (experiment !== undefined) {
      const findings = experimentOf(experiment).observe(market, regime);
      return findings.map((finding) => ({ ...finding, quarter: null }));
    }
    return rowsOf(
      simulateWorlds(market, regime, worlds, { sanctions: sanctions ?? 'held' }),
      run,
    ).map(({ world, quarter, measure, value }) => ({ world, quarter, measure, value }));
  } catch (error) {
    if (institution.from.kind !== 'module' || error instanceof UserError) throw error;
    const message = `${institution.id}: its rules failed during the simulation: ${String(error)}`;
    throw new UserError([{ file: institution.from.path, message }], { cause: error });
  }
}
