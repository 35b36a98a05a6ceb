import { setImmediate } from 'node:timers/promises';
import { believer } from './beliefs.ts';
import type { Executor } from './executor.ts';
import type { Job } from './job.ts';
import { inLanes } from './lanes.ts';
import { beliefsOf, work } from './work.ts';

/**
 * One job after the other in this thread: quickest to start, so right for small runs. Between jobs it
 * lets Ctrl-C through.
 */
export const inProcess: Executor = {
  lanes: 1,
  run: async (jobs, onResult, signal, onFailure) => {
    const believing = believer(async (market) => Promise.resolve(beliefsOf(market)));
    const settle = async (job: Job) => {
      await setImmediate();
      signal.throwIfAborted();
      await onResult(job, await work(await believing(job)));
    };
    await inLanes(jobs, 1, signal, settle, onFailure);
  },
};
