import { Piscina } from 'piscina';
import type { Posted } from '../engine/index.ts';
import { UserError } from '../errors.ts';
import { believer, inLanes, type Alone, type Executor, type Job } from '../jobs/index.ts';
import { sourceLoader } from './source-loader.ts';
import { blame } from '../jobs/work.ts';
import type { Reply } from './worker.ts';

/**
 * Jobs on worker threads. Results do not depend on how many: a job is a pure function, and rows are put
 * in order at the end.
 *
 * @param lanes threads, ≥ 1
 */
export function threads(lanes: number): Executor {
  return {
    lanes,
    run: async (jobs, onResult, signal, onFailure) => {
      const pool = new Piscina<Job | Alone, Reply | Posted>({
        ...sourceLoader('worker'),
        minThreads: 1,
        maxThreads: lanes,
      });
      const believing = believer(async (alone) => {
        const posted = await pool.run(alone, { signal });
        if ('values' in posted || 'problems' in posted)
          throw new Error('a job in place of beliefs');
        return posted;
      });
      const settle = async (job: Job) => {
        const reply = await pool.run(await believing(job), { signal }).catch((error: unknown) => {
          // A user's module may have ended its thread, or filled its memory.
          throw blame(job.institution, error);
        });
        if ('problems' in reply) throw new UserError(reply.problems);
        if ('values' in reply) await onResult(job, reply.values);
      };
      try {
        await inLanes(jobs, lanes, signal, settle, onFailure);
      } catch (error) {
        throw signal.aborted ? signal.reason : error;
      } finally {
        await pool.destroy();
      }
    },
  };
}
