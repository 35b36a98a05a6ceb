import { simulateWorlds } from '../engine/simulate.ts';
import { UserError } from '../errors.ts';
import { rowsOf } from '../experiments/rows.ts';
import { loadExternalInstitution } from '../institutions/external.ts';
import { regimeOf } from '../institutions/resolve.ts';
import type { Row } from '../measures/row.ts';
import type { Job } from './job.ts';

/** One number of a job; the rest of its row follows from the job and the scenario. */
export type Value = Pick<Row, 'world' | 'quarter' | 'measure' | 'value'>;

/**
 * Does a job: simulates its worlds and measures their ledgers.
 *
 * @throws UserError if the institution's own code fails
 */
export async function work({ market, institution, worlds, sanctions }: Job): Promise<Value[]> {
  const regime = await regimeOf(institution, market.lenders, loadExternalInstitution);
  const run = { scenario: '', institution: institution.id, replicate: 0 };
  try {
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
