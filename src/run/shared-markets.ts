import type { Market, Posted } from '../engine/index.ts';
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
      await inLanes(plain, lanes, signal, async (job, stop) => {
        const { market, institution, worlds, sanctions = 'held', beliefs } = job;
        const ledgers = await simulateOnThreads(
          ...([market, institution, worlds, sanctions, threadsPerJob, stop, beliefs] as const),
        );
        await onResult(job, valuesOf(ledgers, job));
      });
      if (experiments.length > 0) await threads(lanes).run(experiments, onResult, signal);
    },
    beliefs: async (markets, signal) => {
      const posted = new Map<Market, Posted>();
      await inLanes(markets, lanes, signal, async (market, stop) => {
        const { actual } = await simulateOnThreads(
          ...([market, nobodyShares, ['actual'], 'held', threadsPerJob, stop] as const),
        );
        if (actual) posted.set(market, actual.posted);
      });
      return markets.flatMap((market) => posted.get(market) ?? []);
    },
  };
}

/** The institution of the market without sharing. */
const nobodyShares = {
  id: 'none',
  label: 'none',
  from: { kind: 'built-in', id: 'none' },
  values: {},
} as const;

/** Does tasks, as many at a time as there are lanes. Where one fails, the others stop too. */
async function inLanes<Task>(
  tasks: readonly Task[],
  lanes: number,
  signal: AbortSignal,
  settle: (task: Task, stop: AbortSignal) => Promise<void>,
): Promise<void> {
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  const queue = tasks.values();
  const lane = async () => {
    for (const task of queue) await settle(task, stop);
  };
  const stopping = (error: unknown) => {
    failed.abort(error);
    throw error;
  };
  await Promise.all(Array.from({ length: lanes }, () => lane().catch(stopping)));
}
