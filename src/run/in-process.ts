import { setImmediate } from 'node:timers/promises';
import type { Posted } from '../engine/index.ts';
import type { Executor } from './executor.ts';
import { beliefsOf, work } from './work.ts';

/**
 * One job after the other in this thread: quickest to start, so right for small runs. Between jobs it
 * lets Ctrl-C through.
 */
export const inProcess: Executor = {
  lanes: 1,
  run: async (jobs, onResult, signal) => {
    for (const job of jobs) {
      await setImmediate();
      signal.throwIfAborted();
      await onResult(job, await work(job));
    }
  },
  beliefs: async (markets, signal) => {
    const posted: Posted[] = [];
    for (const market of markets) {
      await setImmediate();
      signal.throwIfAborted();
      posted.push(beliefsOf(market));
    }
    return posted;
  },
};
