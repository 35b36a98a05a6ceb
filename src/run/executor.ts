import type { Market, Posted } from '../engine/index.ts';
import type { Job } from './job.ts';
import type { Value } from './work.ts';

/** Where jobs are done: in this process, on threads, later on other machines. */
export interface Executor {
  /**
   * Does the jobs, in any order, and calls `onResult` once for each as it finishes.
   *
   * @throws the signal's reason once it aborts (results already given stand), or the first error of a job
   */
  readonly run: (jobs: readonly Job[], onResult: OnResult, signal: AbortSignal) => Promise<void>;
  /**
   * What each of these markets posts without sharing.
   *
   * @throws the signal's reason once it aborts
   */
  readonly beliefs: (markets: readonly Market[], signal: AbortSignal) => Promise<Posted[]>;
  /** Jobs done at the same time. */
  readonly lanes: number;
}

export type OnResult = (job: Job, values: readonly Value[]) => void | Promise<void>;
