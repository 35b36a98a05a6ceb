import type { Executor } from '../jobs/index.ts';
import { inProcess } from '../run/in-process.ts';
import type { Plan } from './plan.ts';
import { sharedMarkets } from './shared-markets.ts';
import { threads } from './threads.ts';

/** The executor that a plan calls for. */
export function executorFor(plan: Plan): Executor {
  if (plan.withoutThreads) return inProcess;
  return plan.worldsTogether ? threads(plan.lanes) : sharedMarkets(plan.lanes, plan.threadsPerJob);
}
