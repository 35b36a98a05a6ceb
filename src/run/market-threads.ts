import { Piscina } from 'piscina';
import type { Ledger, Market, Posted, World } from '../engine/index.ts';
import { actualFirst, ledgerOf, sharedMemory } from '../engine/running/index.ts';
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
      if ('problems' in report) throw new UserError(report.problems);
      return report.part;
    } catch (error) {
      stop.abort();
      // A user's module may have ended its thread, or filled its memory.
      throw blame(institution, error);
    }
  };
  try {
    const ledgers: Partial<Record<World, Ledger>> = {};
    const memoryOf = sharedMemory(market, regime);
    for (const world of actualFirst(worlds)) {
      const blocks = memoryOf(world, sanctions);
      const meeting = createMeeting();
      const { posted } = ledgers.actual ?? {};
      const task = { market, institution, world, sanctions, posted, beliefs };
      const places = Array.from({ length: threads }, (_, thread) => ({
        ...{ thread, threads, blocks, meeting },
      }));
      const parts = await Promise.all(places.map((place) => takePart({ ...task, place })));
      ledgers[world] = ledgerOf(market, parts);
    }
    return ledgers;
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    await pool.destroy();
  }
}
