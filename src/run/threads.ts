import { Piscina } from 'piscina';
import type { Posted } from '../engine/index.ts';
import { UserError } from '../errors.ts';
import { believer, inLanes, type Alone, type Executor, type Job } from '../jobs/index.ts';
import { blame, type Work } from '../jobs/work.ts';
import { modulePaths } from '../scenario/institutions/load-here.ts';
import { doneTwice, watching } from './module-watch.ts';
import { unpack } from './packed-values.ts';
import { keptThreads, marketLimits, moduleLimits, sourceLoader } from './source-loader.ts';
import type { ThreadJob, ThreadReply } from './worker.ts';

type Pool = Piscina<ThreadJob | Alone, ThreadReply | Posted>;

/**
 * Jobs on worker threads. Results do not depend on how many: a job is a pure function, and rows are put
 * in order at the end. Jobs that run a module's code have threads that serve it alone.
 *
 * @param lanes threads, ≥ 1
 */
export function threads(lanes: number): Executor {
  return {
    lanes,
    run: async (jobs, onResult, signal, onFailure) => {
      const pools = new Map<string, Pool>();
      const poolFor = (modules: readonly string[]): Pool => {
        const key = modules.join('\n');
        const made =
          pools.get(key) ??
          new Piscina({
            ...sourceLoader('worker'),
            resourceLimits: modules.length > 0 ? moduleLimits : marketLimits,
            ...keptThreads,
            maxThreads: lanes,
          });
        pools.set(key, made);
        return made;
      };
      const believing = believer(async (alone) => {
        const posted = await poolFor([]).run(alone, { signal });
        if ('packed' in posted || 'problems' in posted)
          throw new Error('a job in place of beliefs');
        return posted;
      });
      const workOf = async (job: ThreadJob, stop: AbortSignal): Promise<Work> => {
        const pool = poolFor(modulePaths(job.institution));
        const reply = await pool.run(job, { signal: stop }).catch((error: unknown) => {
          // A user's module may have ended its thread, or filled its memory.
          throw blame(job.institution, error);
        });
        if ('problems' in reply) throw new UserError(reply.problems);
        if (!('packed' in reply)) throw new Error('beliefs in place of a job');
        const { packed, ...rest } = reply;
        return { ...rest, values: unpack(packed) };
      };
      const done = (job: Job, posts = false) => {
        if (modulePaths(job.institution).length === 0) return workOf({ ...job, posts }, signal);
        return watching(job.institution, signal, (stop, pulse) =>
          workOf({ ...job, pulse: pulse() }, stop),
        );
      };
      const requireSame = doneTwice();
      const settle = async (plain: Job) => {
        const { values } = await believing(plain, async (job, posts) => {
          const work = await done(job, posts);
          await requireSame(job, work.values, async () => (await done(job)).values);
          return work;
        });
        await onResult(plain, values);
      };
      try {
        await inLanes(jobs, lanes, signal, settle, onFailure);
      } catch (error) {
        throw signal.aborted ? signal.reason : error;
      } finally {
        await Promise.all([...pools.values()].map((pool) => pool.destroy()));
      }
    },
  };
}
