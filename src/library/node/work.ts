import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { claimFolder } from '../../folder/output-folder.ts';
import { lock } from '../../folder/publish/lock.ts';
import type { Executor, JobTools } from '../../jobs/index.ts';
import { oneByOne } from '../../jobs/one-by-one.ts';
import { executorFor } from '../../run/executor-for.ts';
import { planOf } from '../../run/plan.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { MarketOptions, WorkOptions } from '../options.ts';
import { loadersOf } from './given.ts';

/** Where and with how many threads work is done. */
export interface PlaceOptions extends WorkOptions {
  /** Folder for the files that the command line would write; without it nothing is written. */
  readonly out?: string;
  /** Whether results of another scenario in the folder may go. */
  readonly force?: boolean;
  /** Jobs at the same time; without it one a core, and none but this thread for a small run. */
  readonly threads?: number;
}

/** How the jobs of a scenario are done here. */
export async function meansOf(
  scenario: Scenario,
  { signal, onProgress, threads, modules, force = false }: PlaceOptions & MarketOptions,
): Promise<Omit<JobTools, 'store'>> {
  const stop = signal ?? new AbortController().signal;
  stop.throwIfAborted();
  const executor = await executorOf(scenario, threads, modules);
  stop.throwIfAborted();
  return { executor, signal: stop, force, ...(onProgress && { onProgress }) };
}

/** Institutions in code cannot cross to threads. */
async function executorOf(
  scenario: Scenario,
  threads: number | undefined,
  modules: MarketOptions['modules'] = {},
): Promise<Executor> {
  if (Object.keys(modules).length === 0) return executorFor(await planOf(scenario, threads));
  return oneByOne(loadersOf({ modules }).institution, () => setImmediate());
}

/** Makes sure, before anything is simulated, that results may go where they shall. */
export function claimed(scenario: Scenario, { out, force = false }: PlaceOptions): void {
  if (out !== undefined) claimFolder(out, scenario, force);
}

/**
 * Does work in the folder of a scenario, which nobody else writes meanwhile; without one in a temporary folder that is
 * gone afterwards.
 */
export async function inFolder<Outcome>(
  scenario: Scenario,
  options: PlaceOptions,
  work: (folder: string) => Promise<Outcome>,
): Promise<Outcome> {
  const { out } = options;
  if (out === undefined) return inTemporaryFolder(work);
  claimed(scenario, options);
  return holding(out, scenario, options.signal, () => {
    // Another run may have come here before it was held.
    claimed(scenario, options);
    return work(out);
  });
}

/**
 * Does work in a folder whose final files nobody else writes meanwhile; one that does the same is waited for.
 *
 * @throws NotNow if a run of another scenario or seed holds the folder
 */
export async function holding<Outcome>(
  folder: string,
  { id, seed }: Pick<Scenario, 'id' | 'seed'>,
  signal: AbortSignal | undefined,
  work: () => Outcome | Promise<Outcome>,
): Promise<Outcome> {
  const release = await lock(folder, { scenario: id, seed }, signal ? { signal } : {});
  try {
    return await work();
  } finally {
    release();
  }
}

export async function inTemporaryFolder<Outcome>(
  work: (folder: string) => Promise<Outcome>,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'creditlab-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
