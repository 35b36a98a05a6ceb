import { Piscina } from 'piscina';
import type { Ledger, Market, Posted, World } from '../engine/index.ts';
import {
  actualFirst,
  RoomFull,
  ledgerOf,
  sharedMemory,
  type Room,
} from '../engine/running/index.ts';
import { UserError } from '../errors.ts';
import { loadExternalInstitution } from '../scenario/institutions/external.ts';
import { marketInstitutionOf } from '../scenario/institutions/resolve.ts';
import type { InstitutionChoice } from '../scenario/index.ts';
import type { ThreadTask, ThreadReport } from './market-worker.ts';
import { createMeeting } from './meeting.ts';
import { isOfModule } from './module-thread.ts';
import { watching } from './module-watch.ts';
import { moduleLimits, sourceLoader } from './source-loader.ts';
import { blame } from '../jobs/work.ts';

/**
 * One market under one institution on several threads that share its memory, one world after the other: to the bit
 * what `simulateWorlds` gives, whatever the number of threads.
 *
 * @param worlds the actual one is simulated first, whether or not it is named, since the others need its sanctions
 * @param threads ≥ 1
 * @param beliefs what the market without sharing posted; needed if somebody believes in it
 * @throws UserError if the institution cannot be used or its rules fail; the signal's reason once it aborts
 */
export async function simulateOnThreads(
  market: Market,
  institution: InstitutionChoice,
  worlds: readonly World[],
  sanctions: 'held' | 'relearned',
  threads: number,
  signal: AbortSignal,
  beliefs?: Posted,
): Promise<Partial<Record<World, Ledger>>> {
  signal.throwIfAborted();
  const marketInstitution = await marketInstitutionOf(
    institution,
    market.lenders,
    loadExternalInstitution,
  );
  const pool = new Piscina<ThreadTask, ThreadReport>({
    ...sourceLoader('market-worker'),
    ...(isOfModule(institution) && { resourceLimits: moduleLimits }),
    minThreads: threads,
    maxThreads: threads,
  });
  const crew = { pool, institution, threads, signal };
  try {
    const ledgers: Partial<Record<World, Ledger>> = {};
    let room: Room = 'usual';
    let memory = sharedMemory(market, marketInstitution, room);
    for (const world of actualFirst(worlds)) {
      const { posted } = ledgers.actual ?? {};
      const task = { market, institution, world, sanctions, posted, beliefs };
      let parts;
      try {
        parts = await runWorld(crew, { ...task, room }, memory(world, sanctions));
      } catch (error) {
        if (!(error instanceof RoomFull) || room === 'sure') throw error;
        room = 'sure';
        memory = sharedMemory(market, marketInstitution, room);
        parts = await runWorld(crew, { ...task, room }, memory(world, sanctions));
      }
      ledgers[world] = ledgerOf(market, parts);
    }
    return ledgers;
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    await pool.destroy();
  }
}

/** The threads of one market, and who may stop them. */
interface MarketCrew {
  readonly pool: Piscina<ThreadTask, ThreadReport>;
  readonly institution: InstitutionChoice;
  readonly threads: number;
  readonly signal: AbortSignal;
}

/** One world in this memory; where one thread fails, the others would wait for it for ever. */
async function runWorld(
  { pool, institution, threads, signal }: MarketCrew,
  task: Omit<ThreadTask, 'place'>,
  blocks: ReturnType<ReturnType<typeof sharedMemory>>,
) {
  const stop = new AbortController();
  const meeting = createMeeting();
  const takePart = async (thread: number) => {
    const place = { thread, threads, blocks, meeting };
    try {
      const stopped = AbortSignal.any([signal, stop.signal]);
      const report = await watching(institution, stopped, (hangs, pulse) =>
        pool.run({ ...task, place, pulse: pulse() }, { signal: hangs }),
      );
      if ('problems' in report) throw new UserError(report.problems);
      if ('full' in report) throw new RoomFull();
      return report.part;
    } catch (error) {
      stop.abort();
      if (error instanceof RoomFull) throw error;
      // A user's module may have ended its thread, or filled its memory.
      throw blame(institution, error);
    }
  };
  return Promise.all(Array.from({ length: threads }, (_, thread) => takePart(thread)));
}
