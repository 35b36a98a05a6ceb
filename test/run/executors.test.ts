import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { inOrderOfRecord, simulateScenario, type Executor } from '../../src/jobs/index.ts';
import { inProcess } from '../../src/run/in-process.ts';
import { requireWhole } from '../../src/folder/whole.ts';
import { readManifest } from '../../src/folder/manifest.ts';
import { outputsOf } from '../../src/folder/outputs.ts';
import { runScenario } from '../../src/run/run-scenario.ts';
import { sharedMarkets } from '../../src/run/shared-markets.ts';
import { threads } from '../../src/run/threads.ts';
import { firstDifference } from '../../src/run/verify.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { temporaryFolder } from './fixture.ts';

// Real markets, as small as they can be and still lend.
const small = { borrowers: 200, quarters: 10, burnIn: 4, replicates: 2 };
const scenario = inOrderOfRecord(
  await loadScenario('tiny', { ...small, institutions: ['none', 'full-sharing'] }),
);
const plugIns = fileURLToPath(new URL('plug-ins/', import.meta.url));
const { signal } = new AbortController();

/** A scenario file beside the plug-ins that it names. */
function scenarioWith(module: string): string {
  const folder = temporaryFolder();
  cpSync(plugIns, folder, { recursive: true });
  const path = join(folder, 'mine.yaml');
  const lines = ['version: 1', 'title: t', 'question: q', 'source: s', 'extends: tiny'];
  const institutions = `institutions: [none, { use: ./${module}, as: mine }]`;
  writeFileSync(path, [...lines, institutions, ''].join('\n'));
  return path;
}

const files = async (executor: Executor) =>
  outputsOf(scenario, await simulateScenario(scenario, { executor, signal }));

describe('executors', () => {
  it('give the same bytes in this thread, on one thread and on two', async () => {
    const here = await files(inProcess);
    expect(await files(threads(1))).toEqual(here);
    expect(await files(threads(2))).toEqual(here);
  });

  it.each([
    ['this thread', inProcess],
    ['threads', threads(2)],
  ])('stop with the reason of the signal (%s)', async (_, executor) => {
    const stop = new AbortController();
    const reason = new Error('Ctrl-C');
    const finished: number[] = [];
    const run = simulateScenario(scenario, {
      executor,
      signal: stop.signal,
      onProgress: ({ done }) => {
        finished.push(done);
        if (done === 1) stop.abort(reason);
      },
    });
    await expect(run).rejects.toBe(reason);
    expect(finished.at(-1)).toBeLessThan(4);
  });

  it.each([
    ['this thread', inProcess],
    ['threads', threads(1)],
    ['threads that share each market', sharedMarkets(2, 1)],
  ])("blame a user's module that fails during the simulation (%s)", async (_, executor) => {
    const broken = await loadScenario(scenarioWith('fails-late.js'), small);
    const run = simulateScenario(broken, { executor, signal });
    await expect(run).rejects.toThrow(UserError);
    await expect(run).rejects.toThrow(/fails-late\.js: mine: .*too many reports/);
  });

  it.each([
    ['threads', threads(1)],
    ['threads that share a market', sharedMarkets(1, 2)],
  ])("blame a user's module that ends its thread (%s)", async (_, executor) => {
    const broken = await loadScenario(scenarioWith('exits.js'), small);
    const run = simulateScenario(broken, { executor, signal });
    await expect(run).rejects.toThrow(/exits\.js: mine: .*worker exited with code: 3/);
  });
});

describe('a whole run', () => {
  it('proves itself from its folder alone, modules included', async () => {
    const mine = await loadScenario(scenarioWith('bureau.js'), small);
    const folder = temporaryFolder();
    await runScenario(mine, folder, { executor: inProcess, signal });
    const manifest = readManifest(folder);
    expect(manifest.files.map(({ name }) => name)).toContain('plug-ins/mine/kept.js');
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).not.toContain('creditlab-');
    expect(() => requireWhole(folder, manifest)).not.toThrow();
    expect(
      await firstDifference(folder, manifest, { executor: inProcess, signal }),
    ).toBeUndefined();
  });

  it('is found out when a file, a number or a module was changed', async () => {
    const mine = await loadScenario(scenarioWith('bureau.js'), small);
    const folder = temporaryFolder();
    await runScenario(mine, folder, { executor: inProcess, signal });
    const manifest = readManifest(folder);
    const again = () => firstDifference(folder, manifest, { executor: inProcess, signal });

    const verdict = join(folder, 'verdict.md');
    writeFileSync(verdict, `${readFileSync(verdict, 'utf8')}I won.\n`);
    expect(() => requireWhole(folder, manifest)).toThrow(/verdict\.md: is not the file that was/);
    expect(await again()).toMatch(/^verdict\.md:\d+ differs\n {4}stored: I won\./);

    const otherSeed = { ...manifest, scenario: { ...manifest.scenario, seed: 'other' } };
    const means = { executor: inProcess, signal };
    expect(await firstDifference(folder, otherSeed, means)).toMatch(/^results\.csv:\d+ differs/);

    writeFileSync(join(folder, 'plug-ins/mine/kept.js'), 'export const kept = {};');
    await expect(again()).rejects.toThrow('is not the module that the results were made with');
  });

  it('stops by precision at a number of replicates that it could have been given', async () => {
    const target = { measure: 'approval-rate', halfWidth: 1e-4, most: 6 };
    const means = { executor: inProcess, signal };
    const outcome = await runScenario(scenario, temporaryFolder(), means, target);
    const { replicates } = outcome.scenario;
    expect(replicates).toBeGreaterThan(2);
    expect(outcome.reached <= target.halfWidth || replicates === target.most).toBe(true);

    const given = { ...scenario, replicates };
    const plain = await runScenario(given, temporaryFolder(), means);
    expect(outcome.summary).toEqual(plain.summary);
  });
});
