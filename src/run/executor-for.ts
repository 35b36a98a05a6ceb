import type { Executor } from './executor.ts';
import { inProcess } from './in-process.ts';
import type { Plan } from './plan.ts';
import { threads } from './threads.ts';

/** Below this many borrower-quarters, starting threads takes longer than the run. */
const worthThreads = 1_000_000;

/** Threads for real runs, this process for small ones. Only the time depends on it. */
export function executorFor({ borrowerQuarters, threads: lanes }: Plan): Executor {
  return borrowerQuarters < worthThreads ? inProcess : threads(lanes);
}
