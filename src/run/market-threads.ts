import { Piscina } from 'piscina';
import { join } from '../engine/files/join.ts';
import type { Ledger } from '../engine/ledger.ts';
import { allocateWorld } from '../engine/memory/market-memory.ts';
import { createPopulation } from '../engine/people/population.ts';
import type { Allocate, Market, World } from '../engine/setup.ts';
import { ledgerOf } from '../engine/tally/tables.ts';
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
 * @throws UserError if the institution cannot be used or its rules fail; the signal's reason once it aborts
 */
export async function simulateOnThreads(
  market: Market,
  institution: InstitutionChoice,
  worlds: readonly World[],
  sanctions: 'held' | 'relearned',
  threads: number,
  signal: AbortSignal,
): Promise<Partial<Record<World, Ledger>>> {
  signal.throwIfAborted();
  const regime = await regimeOf(institution, market.lenders, loadExternalInstitution);
  const blocks: SharedArrayBuffer[] = [];
  const allocate: Allocate = (bytes) => {
    const block = new SharedArrayBuffer(bytes);
    blocks.push(block);
    return block;
  };
  createPopulation(market.borrowers, allocate);
  allocateWorld(market, join(market.lenders, regime), allocate);
  const meeting = createMeeting();
  const inOrder: readonly World[] = ['actual', ...worlds.filter((world) => world !== 'actual')];
  const pool = new Piscina<Assignment, Report>({
    ...sourceLoader('market-worker'),
    minThreads: threads,
    maxThreads: threads,
  });
  // Where one thread fails, the others would wait for it for ever.
  const stop = new AbortController();
  const takePart = async (thread: number) => {
    const place = { thread, threads, blocks, meeting };
    const assignment = { market, institution, worlds: inOrder, sanctions, place };
    try {
      const report = await pool.run(assignment, { signal: AbortSignal.any([signal, stop.signal]) });
      if ('problems' in report) throw new UserError(report.problems);
      return report.parts;
    } catch (error) {
      stop.abort();
      // A user's module may have ended its thread, or filled its memory.
      throw blame(institution, error);
    }
  };
  try {
    const reports = await Promise.all(Array.from({ length: threads }, (_, k) => takePart(k)));
    const ledgers = inOrder.map((world, w) => {
      const parts = reports.map((report) => report[w]);
      return [world, ledgerOf(market, world, parts)];
    });
    return Object.fromEntries(ledgers);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    await pool.destroy();
  }
}
