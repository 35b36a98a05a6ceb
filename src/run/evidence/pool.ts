import { Piscina } from 'piscina';
import { UserError } from '../../errors.ts';
import type { FactValue } from '../../evidence/index.ts';
import { sourceLoader } from '../source-loader.ts';
import type { EvidenceJob, EvidenceReply } from './job.ts';

/**
 * Does the jobs on worker threads, in any order.
 *
 * @param lanes threads, ≥ 1
 * @throws the signal's reason once it aborts, or the first error of a job
 */
export async function onThreads(
  lanes: number,
  jobs: readonly EvidenceJob[],
  settle: (job: EvidenceJob, values: readonly FactValue[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const pool = new Piscina<EvidenceJob, EvidenceReply>({
    ...sourceLoader('evidence/worker'),
    minThreads: 1,
    maxThreads: Math.min(lanes, jobs.length),
  });
  const queue = jobs.values();
  const lane = async () => {
    for (const job of queue) {
      signal.throwIfAborted();
      const reply = await pool.run(job, { signal });
      if ('problems' in reply) throw new UserError(reply.problems);
      settle(job, reply.values);
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    await pool.destroy();
  }
}
