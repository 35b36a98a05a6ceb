import {
  cpSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readManifest } from '../../src/folder/manifest.ts';
import { readRun } from '../../src/report/inputs.ts';
import { writeReport } from '../../src/report/write-report.ts';
import { inProcess } from '../../src/run/in-process.ts';
import { runScenario } from '../../src/run/run-scenario.ts';
import { differenceOfOthers, untrusted, withoutModules } from '../../src/run/verify-others.ts';
import { sightsOf } from '../../src/figures/who-sees-what.ts';
import { loadExternalInstitution } from '../../src/scenario/institutions/external.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { temporaryFolder } from './fixture.ts';

const { signal } = new AbortController();
const plugIns = fileURLToPath(new URL('plug-ins/', import.meta.url));
const means = { executor: inProcess, signal };
const loaded: string[] = [];
Reflect.set(globalThis, 'creditlabLoaded', loaded);

const home = mkdtempSync(join(tmpdir(), 'creditlab-opening-'));

/** Results of a scenario with a module that tells whenever it is loaded into this thread. */
let made: string;

beforeAll(async () => {
  cpSync(plugIns, home, { recursive: true });
  const module = readFileSync(join(home, 'bureau.js'), 'utf8');
  writeFileSync(join(home, 'bureau.js'), `globalThis.creditlabLoaded?.push('bureau');\n${module}`);
  const lines = ['version: 1', 'title: t', 'question: q', 'source: s', 'extends: tiny'];
  const institutions = 'institutions: [none, full-sharing, { use: ./bureau.js, as: mine }]';
  const file = join(home, 'mine.yaml');
  writeFileSync(file, [...lines, institutions, ''].join('\n'));
  const size = { borrowers: 200, quarters: 10, burnIn: 4, replicates: 2, worlds: ['actual'] };
  const scenario = await loadScenario(file, size);
  made = join(home, 'results');
  await runScenario(scenario, made, means);
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

const copy = () => {
  const folder = join(temporaryFolder(), 'results');
  cpSync(made, folder, { recursive: true });
  return folder;
};

describe('opening results', () => {
  it('runs no code of theirs: what they say of themselves lies there as data', async () => {
    const folder = copy();
    loaded.length = 0;
    const run = await readRun(folder);
    await writeReport(folder, { figures: false });
    expect(loaded).toEqual([]);
    const mine = run.institutions.get('mine');
    expect(mine?.label).toBe('mine');
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toContain(mine?.facts.character);
    const { scenario } = run;
    const itself = await loadExternalInstitution(join(folder, 'plug-ins/mine/bureau.js'));
    expect(mine?.parameters).toEqual(itself.parameters);
    expect(mine?.facts).toEqual(itself.facts);
    const live = await sightsOf(scenario, loadExternalInstitution);
    expect(run.inputs.tables['who-sees-what']).toEqual(live);
  });

  it('without trust makes the others again, and names what it did not', async () => {
    const folder = copy();
    loaded.length = 0;
    const manifest = readManifest(folder);
    expect(untrusted(manifest)).toEqual(['mine']);
    const others = withoutModules(manifest.scenario);
    expect(others?.institutions.map(({ id }) => id)).toEqual(['full-sharing', 'none']);
    if (!others) throw new Error('there are others');
    expect(await differenceOfOthers(folder, others, means)).toBeUndefined();
    const seed = { ...others, seed: 'other' };
    expect(await differenceOfOthers(folder, seed, means)).toMatch(/made again/);
    expect(loaded).toEqual([]);
  });

  it.each(['../bureau.js', '/tmp/bureau.js', 'link/bureau.js'])(
    'refuses a manifest that names %s',
    (name) => {
      const folder = copy();
      symlinkSync(plugIns, join(folder, 'link'));
      const file = join(folder, 'manifest.json');
      const text = readFileSync(file, 'utf8');
      writeFileSync(
        file,
        text.replaceAll('"path": "plug-ins/mine/bureau.js"', `"path": "${name}"`),
      );
      expect(() => readManifest(folder)).toThrow(/lies outside the folder/);
    },
  );

  it('refuses files that a link leads elsewhere for', async () => {
    const folder = copy();
    const elsewhere = temporaryFolder();
    renameSync(join(folder, 'results.parquet'), join(elsewhere, 'results.parquet'));
    symlinkSync(join(elsewhere, 'results.parquet'), join(folder, 'results.parquet'));
    await expect(readRun(folder)).rejects.toThrow(/lies outside the folder/);
  });
});
