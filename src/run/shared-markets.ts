import type { Executor } from './executor.ts';
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
      const queue = plain.values();
      const lane = async () => {
        for (const job of queue) {
          const { market, institution, worlds, sanctions = 'held' } = job;
          const ledgers = await simulateOnThreads(
            ...([market, institution, worlds, sanctions, threadsPerJob, signal] as const),
          );
          await onResult(job, valuesOf(ledgers, institution));
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      if (experiments.length > 0) await threads(lanes).run(experiments, onResult, signal);
    },
  };
}
