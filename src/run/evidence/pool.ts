import { Piscina } from 'piscina';
import { messageOf, UserError } from '../../errors.ts';
import type { FactValue } from '../../evidence/index.ts';
import { watchingModule } from '../module-watch.ts';
import { keptThreads, moduleLimits, sourceLoader } from '../source-loader.ts';
import type { EvidenceJob, EvidenceReply, EvidenceTask } from './job.ts';

/** @param file of the user's that its threads serve alone, if they do */
export function evidencePool(most: number, file?: string): Piscina<EvidenceTask, EvidenceReply> {
  return new Piscina({
    ...sourceLoader('evidence/worker'),
    ...(file !== undefined && { resourceLimits: moduleLimits }),
    ...keptThreads,
    maxThreads: most,
  });
}

/** Threads on which replicates of facts are done. */
export interface EvidenceThreads {
  /** @throws UserError if a fact fails; the signal's reason once it aborts */
  readonly run: (job: EvidenceJob, signal: AbortSignal) => Promise<readonly FactValue[]>;
  readonly close: () => Promise<void>;
}

/**
 * Threads for evidence; each file of the user's has threads that serve it alone.
 *
 * @param lanes threads of each kind at most, ≥ 1
 */
export function evidenceThreads(lanes: number): EvidenceThreads {
  const pools = new Map<string, ReturnType<typeof evidencePool>>();
  const poolFor = (file: string | undefined) => {
    const key = file ?? '';
    const pool = pools.get(key) ?? evidencePool(lanes, file);
    pools.set(key, pool);
    return pool;
  };
  const valuesOf = async (job: EvidenceJob, file: string | undefined, signal: AbortSignal) => {
    const reply = await poolFor(file)
      .run(job, { signal })
      .catch((error: unknown) => {
        if (signal.aborted) throw signal.reason;
        if (file === undefined || error instanceof UserError) throw error;
        // It may have ended its thread, or filled its memory.
        const message = `its code fails: ${messageOf(error)}`;
        throw new UserError([{ file, message }], { cause: error });
      });
    if ('problems' in reply) throw new UserError(reply.problems);
    if (!('values' in reply)) throw new Error('what a fact says in place of values');
    return reply.values;
  };
  return {
    run(job, signal) {
      const file = job.facts.find((one) => one.file !== undefined)?.file;
      if (file === undefined) return valuesOf(job, file, signal);
      return watchingModule(file, signal, (stop, pulse) =>
        valuesOf({ ...job, pulse: pulse() }, file, stop),
      );
    },
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
    },
  };
}
