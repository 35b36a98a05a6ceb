import { Piscina } from 'piscina';
import type { Market, Posted } from '../engine/index.ts';
import { UserError } from '../errors.ts';
import type { Executor } from './executor.ts';
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
  return {
    lanes,
    run: async (jobs, onResult, signal) => {
      await onPool<Job, Reply>(lanes, jobs, signal, async (job, ask) => {
        const reply = await ask().catch((error: unknown) => {
          // A user's module may have ended its thread, or filled its memory.
          throw blame(job.institution, error);
        });
        if ('problems' in reply) throw new UserError(reply.problems);
        await onResult(job, reply.values);
      });
    },
    beliefs: async (markets, signal) => {
      const posted = new Map<Market, Posted>();
      await onPool<Market, Posted>(lanes, markets, signal, async (market, ask) => {
        posted.set(market, await ask());
      });
      return markets.flatMap((market) => posted.get(market) ?? []);
    },
  };
}

/** Gives each task to a thread, as many at a time as there are lanes. */
async function onPool<Task, Answer>(
  lanes: number,
  tasks: readonly Task[],
  signal: AbortSignal,
  settle: (task: Task, ask: () => Promise<Answer>) => Promise<void>,
): Promise<void> {
  const pool = new Piscina<Task, Answer>({
    ...sourceLoader('worker'),
    minThreads: 1,
    maxThreads: Math.max(1, Math.min(lanes, tasks.length)),
  });
  const queue = tasks.values();
  const lane = async () => {
    for (const task of queue) {
      signal.throwIfAborted();
      await settle(task, () => pool.run(task, { signal }));
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
