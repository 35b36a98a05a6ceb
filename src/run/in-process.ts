import { setImmediate } from 'node:timers/promises';
import type { Executor } from './executor.ts';
import { work } from './work.ts';

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
};
