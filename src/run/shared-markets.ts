import { doneTwice } from './module-watch.ts';
import type { InstitutionChoice, PhaseChoice } from '../scenario/index.ts';
import { believer, inLanes, type Executor, type Job } from '../jobs/index.ts';
import { simulateOnThreads } from './market-threads.ts';
import { threads } from './threads.ts';
import { valuesOf } from '../jobs/work.ts';

/**
 * Few large markets: each is shared by several threads. The numbers are those of any other executor. Experiments look
 * at pages one by one in their order, and are done on one thread each.
 *
 * @param lanes markets at the same time, ≥ 1
 * @param threadsPerJob threads that share each, ≥ 1
 */
export function sharedMarkets(lanes: number, threadsPerJob: number): Executor {
  return {
    lanes,
    run: async (jobs, onResult, signal, onFailure) => {
      const experiments: Job[] = [];
      const believing = believer(async ({ alone: market, befalls }) => {
        const alone = await simulateOnThreads(
          ...([market, nobodyShares(befalls), ['actual'], 'held', threadsPerJob, signal] as const),
        );
        if (!alone.actual) throw new Error('the actual world was not run');
        return alone.actual.posted;
      });
      const requireSame = doneTwice();
      const settle = async (job: Job, stop: AbortSignal) => {
        if (job.experiment !== undefined) {
          experiments.push(job);
          return;
        }
        const done = async ({ beliefs, ...one }: Job) => {
          const { market, institution, worlds, sanctions = 'held' } = one;
          const ledgers = await simulateOnThreads(
            ...([market, institution, worlds, sanctions, threadsPerJob, stop, beliefs] as const),
          );
          return { values: valuesOf(ledgers, job), posted: ledgers.actual?.posted };
        };
        const { values } = await believing(job, async (one) => {
          const first = await done(one);
          await requireSame(one, first.values, async () => (await done(one)).values);
          return first;
        });
        await onResult(job, values);
      };
      await inLanes(jobs, lanes, signal, settle, onFailure);
      if (experiments.length > 0) {
        await threads(lanes).run(experiments, onResult, signal, onFailure);
      }
    },
  };
}

/** The institution of the market without sharing. */
function nobodyShares(befalls: readonly PhaseChoice[]): InstitutionChoice {
  return {
    ...{ id: 'none', label: 'none', from: { kind: 'built-in', id: 'none' }, values: {} },
    ...(befalls.length > 0 && { phases: befalls }),
  };
}
