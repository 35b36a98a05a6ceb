import type { Executor, OnResult } from './executor.ts';
import type { Job } from './job.ts';
import { simulateOnThreads } from './market-threads.ts';
import { threads } from './threads.ts';
import { valuesOf } from './work.ts';

/**
 * Few large markets: each is shared by several threads. The numbers are those of any other executor. Experiments look
 * at pages one by one in their order, and are done on one thread each.
 *
 * @param lanes markets at the same time, ≥ 1
 * @param threadsPerJob threads that share each, ≥ 1
 */
export function sharedMarkets(lanes: number, threadsPerJob: number): Executor {
  return {
    lanes,
    run: async (jobs, onResult, signal) => {
      const plain = jobs.filter((job) => job.experiment === undefined);
      const experiments = jobs.filter((job) => job.experiment !== undefined);
      await inLanes(plain, lanes, threadsPerJob, onResult, signal);
      if (experiments.length > 0) await threads(lanes).run(experiments, onResult, signal);
    },
  };
}

async function inLanes(
  jobs: readonly Job[],
  lanes: number,
  threadsPerJob: number,
  onResult: OnResult,
  signal: AbortSignal,
): Promise<void> {
  // Where one market fails, the others stop too.
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  const queue = jobs.values();
  const lane = async () => {
    for (const job of queue) {
      const { market, institution, worlds, sanctions = 'held' } = job;
      const ledgers = await simulateOnThreads(
        ...([market, institution, worlds, sanctions, threadsPerJob, stop] as const),
      );
      await onResult(job, valuesOf(ledgers, institution));
    }
  };
  const stopping = (error: unknown) => {
    failed.abort(error);
    throw error;
  };
  await Promise.all(Array.from({ length: lanes }, () => lane().catch(stopping)));
}
