import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { readManifest } from '../../src/folder/manifest.ts';
import { requireUntouched } from '../../src/folder/whole.ts';
import { readRun } from '../../src/report/inputs.ts';
import { writeReport } from '../../src/report/write-report.ts';
import { inProcess } from '../../src/run/in-process.ts';
import { runScenario } from '../../src/run/run-scenario.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { tally } from './tally.ts';

const home = mkdtempSync(join(tmpdir(), 'creditlab-tampering-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const whole = join(home, 'whole');

beforeAll(async () => {
  const scenario = await loadScenario('tiny', {
    replicates: 2,
    worlds: ['actual'],
    borrowers: 300,
  });
  const { signal } = new AbortController();
  await runScenario(scenario, whole, { executor: inProcess, signal });
  await writeReport(whole, { figures: false });
});

let used = 0;
function copy(): string {
  const folder = join(home, String(used++));
  cpSync(whole, folder, { recursive: true });
  return folder;
}

const names = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => statSync(join(folder, name)).isFile() && !name.startsWith('.jobs'),
  );

async function opened(folder: string): Promise<unknown> {
  try {
    requireUntouched(folder, readManifest(folder));
    await readRun(folder);
    return undefined;
  } catch (error) {
    return error;
  }
}

const ways: readonly (readonly [string, (path: string) => void])[] = [
  [
    'a changed byte',
    (path) => {
      const bytes = readFileSync(path);
      const at = bytes.length >> 1;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(path, bytes);
    },
  ],
  ['half of it', (path) => truncateSync(path, statSync(path).size >> 1)],
  ['nothing', (path) => rmSync(path)],
  [
    'a link',
    (path) => {
      rmSync(path);
      symlinkSync('/etc/hostname', path);
    },
  ],
];

it('every file of a folder, tampered with in every way, is noticed', async () => {
  let injected = 0;
  const unnoticed: string[] = [];
  for (const name of names(whole)) {
    if (name === 'manifest.json' || name === '.drawn.json') continue;
    for (const [way, tamper] of ways) {
      const folder = copy();
      tamper(join(folder, name));
      injected++;
      const outcome = await opened(folder);
      if (!(outcome instanceof UserError)) unnoticed.push(`${name}: ${way}`);
      rmSync(folder, { recursive: true });
    }
  }
  tally('files of a folder tampered with', injected, unnoticed.length);
  expect(unnoticed).toEqual([]);
});

/** Every place in a value, as the keys on the way to it. */
function placesIn(value: unknown, way: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  return [way, ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...way, key]))];
}

it('a manifest with any value replaced opens, or is refused, and never falls over', async () => {
  const text = readFileSync(join(whole, 'manifest.json'), 'utf8');
  const places = placesIn(JSON.parse(text)).filter((way) => way.length > 0);
  const folder = copy();
  const fallen: unknown[] = [];
  let injected = 0;
  for (const way of places.filter((_, i) => i % 7 === 0)) {
    for (const bad of [null, -1, 'x', [], {}, '../../x']) {
      const manifest: object = JSON.parse(text);
      const owner = way.slice(0, -1).reduce<object>((of, key) => Reflect.get(of, key), manifest);
      Reflect.set(owner, way.at(-1) ?? '', bad);
      writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
      injected++;
      const outcome = await opened(folder);
      if (outcome === undefined || outcome instanceof UserError) continue;
      fallen.push({ way, bad, stack: outcome instanceof Error && outcome.stack });
    }
  }
  tally('values of a manifest replaced', injected, fallen.length);
  expect(fallen).toEqual([]);
});
