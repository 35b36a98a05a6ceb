import { Piscina } from 'piscina';
import { UserError } from '../errors.ts';
import type { Executor, OnResult } from './executor.ts';
import type { Job } from './job.ts';
import { sourceLoader } from './source-loader.ts';
import { blame } from './work.ts';
import type { Reply } from './worker.ts';

/**
 * Jobs on worker threads. Results do not depend on how many: a job is a pure function, and rows are put
 * in order at the end.
 *
 * @param lanes threads, ≥ 1
 */
export function threads(lanes: number): Executor {
  return { lanes, run: (jobs, onResult, signal) => run(lanes, jobs, onResult, signal) };
}

async function run(
  lanes: number,
  jobs: readonly Job[],
  onResult: OnResult,
  signal: AbortSignal,
): Promise<void> {
  const pool = new Piscina<Job, Reply>({
    ...sourceLoader('worker'),
    minThreads: 1,
    maxThreads: Math.max(1, Math.min(lanes, jobs.length)),
  });
  const queue = jobs.values();
  const lane = async () => {
    for (const job of queue) {
      signal.throwIfAborted();
      const reply = await pool.run(job, { signal }).catch((error: unknown) => {
        // A user's module may have ended its thread, or filled its memory.
        throw blame(job.institution, error);
      });
      if ('problems' in reply) throw new UserError(reply.problems);
      await onResult(job, reply.values);
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
