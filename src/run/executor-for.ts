import type { Executor } from './executor.ts';
import { inProcess } from './in-process.ts';
import type { Plan } from './plan.ts';
import { sharedMarkets } from './shared-markets.ts';
import { threads } from './threads.ts';

/** Below this many borrower-quarters, starting threads takes longer than the run. */
const worthThreads = 1_000_000;

/**
 * Threads for real runs, this process for small ones unless threads were asked for. Only the time depends
 * on it.
 */
export function executorFor(plan: Plan, asked: number | undefined): Executor {
  const small = plan.borrowerQuarters < worthThreads && asked === undefined;
  if (small) return inProcess;
  return plan.worldsTogether ? threads(plan.lanes) : sharedMarkets(plan.lanes, plan.threadsPerJob);
}
