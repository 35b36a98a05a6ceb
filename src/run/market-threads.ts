import { Piscina } from 'piscina';
import type { Ledger, Market, Posted, Regime, World } from '../engine/index.ts';
import {
  BookFull,
  actualFirst,
  ledgerOf,
  sharedMemory,
  type Room,
} from '../engine/running/index.ts';
import { UserError } from '../errors.ts';
import { loadExternalInstitution } from '../scenario/institutions/external.ts';
import { regimeOf } from '../scenario/institutions/resolve.ts';
import type { InstitutionChoice } from '../scenario/index.ts';
import type { Assignment, Report } from './market-worker.ts';
import { createMeeting } from './meeting.ts';
import { sourceLoader } from './source-loader.ts';
import { blame } from './work.ts';

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
  const regime = await regimeOf(institution, market.lenders, loadExternalInstitution);
  const task = { market, institution, sanctions, beliefs };
  const run = (room: Room) => onPool(task, regime, actualFirst(worlds), room, threads, signal);
  try {
    return await run('usual');
  } catch (error) {
    if (error instanceof BookFull) return run('sure');
    throw error;
  }
}

type Task = Pick<Assignment, 'market' | 'institution' | 'sanctions' | 'beliefs'>;

/** @throws BookFull if a page has more loans than there is room for */
async function onPool(
  task: Task,
  regime: Regime,
  worlds: readonly World[],
  room: Room,
  threads: number,
  signal: AbortSignal,
): Promise<Partial<Record<World, Ledger>>> {
  const pool = new Piscina<Assignment, Report>({
    ...sourceLoader('market-worker'),
    minThreads: threads,
    maxThreads: threads,
  });
  // Where one thread fails, the others would wait for it for ever.
  const stop = new AbortController();
  const takePart = async (assignment: Assignment) => {
    try {
      const report = await pool.run(assignment, { signal: AbortSignal.any([signal, stop.signal]) });
      if ('isFull' in report) throw new BookFull();
      if ('problems' in report) throw new UserError(report.problems);
      return report.part;
    } catch (error) {
      stop.abort();
      // A user's module may have ended its thread, or filled its memory.
      throw error instanceof BookFull ? error : blame(task.institution, error);
    }
  };
  try {
    const ledgers: Partial<Record<World, Ledger>> = {};
    const memoryOf = sharedMemory(task.market, regime, room);
    for (const world of worlds) {
      const blocks = memoryOf(world, task.sanctions);
      const meeting = createMeeting();
      const { posted } = ledgers.actual ?? {};
      const parts = await Promise.all(
        Array.from({ length: threads }, (_, thread) => {
          const place = { thread, threads, blocks, meeting };
          return takePart({ ...task, world, room, posted, place });
        }),
      );
      ledgers[world] = ledgerOf(task.market, parts);
    }
    return ledgers;
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    await pool.destroy();
  }
}
