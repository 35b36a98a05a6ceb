import type { LoadInstitution } from '../scenario/index.ts';
import { believer } from './beliefs.ts';
import type { Executor } from './executor.ts';
import type { Job } from './job.ts';
import { inLanes } from './lanes.ts';
import { beliefsOf, workAndPost } from './work.ts';

/**
 * One job after the other in this thread: quickest to start, so right for small runs, and all that there is where there
 * are no threads.
 *
 * @param pause lets others have the thread between jobs: Ctrl-C, or the page that draws
 */
export function oneByOne(load: LoadInstitution, pause: () => Promise<void>): Executor {
  return {
    lanes: 1,
    run: async (jobs, onResult, signal, onFailure) => {
      const believing = believer(async (alone) => Promise.resolve(beliefsOf(alone)));
      const settle = async (job: Job) => {
        await pause();
        signal.throwIfAborted();
        const { values } = await believing(job, (one) => workAndPost(one, load));
        await onResult(job, values);
      };
      await inLanes(jobs, 1, signal, settle, onFailure);
    },
  };
}
