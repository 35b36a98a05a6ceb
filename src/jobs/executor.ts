import type { Job } from './job.ts';
import type { Value } from './work.ts';

/** Where jobs are done: in this process, on threads, later on other machines. */
export interface Executor {
  /**
   * Does the jobs, in any order, and calls `onResult` once for each as it finishes. A job is asked for when a lane is free
   * for it, so that there may be more of them than fit into memory.
   *
   * @param onFailure is told of a job that fails, and the others go on; without it the first error ends all
   * @throws the signal's reason once it aborts (results already given stand), or the first error of a job
   */
  readonly run: (
    jobs: Iterable<Job>,
    onResult: OnResult,
    signal: AbortSignal,
    onFailure?: OnFailure,
  ) => Promise<void>;
  /** Jobs done at the same time. */
  readonly lanes: number;
}

type OnResult = (job: Job, values: readonly Value[]) => void | Promise<void>;

type OnFailure = (job: Job, error: unknown) => void;
