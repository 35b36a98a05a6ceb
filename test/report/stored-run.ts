import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { writeReport } from '../../src/report/write-report.ts';
import { inProcess } from '../../src/run/in-process.ts';
import { runScenario } from '../../src/run/run-scenario.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

/** Sizes of a real market as small as it can be and still lend. */
const small = { borrowers: 300, quarters: 12, burnIn: 4, replicates: 2 };

/**
 * Runs a real scenario of a moment into a new folder.
 *
 * @param change what differs from the shipped scenario `tiny`
 * @returns the folder; the caller removes it
 */
export async function storedRun(change: Partial<Scenario> = {}): Promise<string> {
  const tiny = await loadScenario('tiny', {
    ...small,
    institutions: ['none', 'government-led', 'full-sharing'],
  });
  const folder = mkdtempSync(join(tmpdir(), 'creditlab-report-'));
  const { signal } = new AbortController();
  await runScenario({ ...tiny, ...change }, folder, { executor: inProcess, signal });
  return folder;
}

/** The same with its report, in a folder that goes when the tests of the file are over. */
export async function storedReport(): Promise<{
  readonly folder: string;
  readonly written: string[];
}> {
  const folder = await storedRun();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, written: await writeReport(folder, { figures: false }) };
}
