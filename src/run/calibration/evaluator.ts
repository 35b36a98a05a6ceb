import { setImmediate } from 'node:timers/promises';
import { Piscina } from 'piscina';
import type { MarketNumbers } from '../../calibration/index.ts';
import { UserError } from '../../errors.ts';
import { keptThreads, sourceLoader } from '../source-loader.ts';
import { blame } from '../../jobs/work.ts';
import { momentsOf, type MomentsReply, type MomentTask } from './moments.ts';

/** Where markets are simulated for a search: threads that live as long as it does, so that they stay warm. */
export interface Evaluator {
  /** Markets at the same time. */
  readonly lanes: number;
  /** @throws UserError for a mistake of the user's; the signal's reason when it aborts */
  readonly numbersOf: (task: MomentTask, signal: AbortSignal) => Promise<MarketNumbers>;
  readonly close: () => Promise<void>;
}

/** One market after the other in this thread; lets Ctrl-C through between them. */
export const inThisThread: Evaluator = {
  lanes: 1,
  numbersOf: async (task, signal) => {
    await setImmediate();
    signal.throwIfAborted();
    return momentsOf(task);
  },
  close: async () => {},
};

/** @param lanes threads, at least 1 */
export function onThreads(lanes: number): Evaluator {
  const pool = new Piscina<MomentTask, MomentsReply>({
    ...sourceLoader('calibration/worker'),
    ...keptThreads,
    maxThreads: lanes,
  });
  return {
    lanes,
    numbersOf: async (task, signal) => {
      const reply = await pool.run(task, { signal }).catch((error: unknown) => {
        throw signal.aborted ? signal.reason : blame(task.institution, error);
      });
      if ('problems' in reply) throw new UserError(reply.problems);
      return reply.numbers;
    },
    close: async () => pool.destroy(),
  };
}
