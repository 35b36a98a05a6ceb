import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { codeFingerprint } from '../../src/run/fingerprint.ts';
import { jobsOf } from '../../src/jobs/job.ts';
import { keyOf } from '../../src/run/job-key.ts';
import { fingerprintOf, makesNumbers } from '../../src/run/source-fingerprint.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { creditlab } from '../end-to-end/creditlab.ts';
import { entriesIn } from '../../src/run/store/store-files.ts';
import { temporaryFolder } from './fixture.ts';

const source = new URL('../../src/', import.meta.url);

/** The fingerprint of sources with one more line in a file of this folder, or with a file in a new folder. */
function changedIn(copy: string, place: string): string {
  const folder = join(copy, place);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, readdirSync(folder).find((one) => one.endsWith('.ts')) ?? 'new.ts');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  writeFileSync(file, `${text ?? ''}// changed\n`);
  const changed = fingerprintOf(pathToFileURL(`${copy}/`));
  if (text === undefined) rmSync(file);
  else writeFileSync(file, text);
  return changed;
}

it('moves with every file that makes numbers, in subfolders too, so that nobody resumes from numbers of other code', () => {
  const copy = temporaryFolder();
  cpSync(source, copy, { recursive: true });
  const before = fingerprintOf(source);
  const model = [
    'engine',
    'engine/lenders',
    'math',
    'institutions',
    'experiments',
    'run',
    'scenario/institutions',
  ];
  const wordsOnly = ['charts', 'commands', 'report', 'scenario'];
  const moved = [...model, 'a-new-room', ...wordsOnly].filter(
    (place) => changedIn(copy, place) !== before,
  );
  expect(moved).toEqual([...model, 'a-new-room']);
});

it('covers all that the threads of the built program load', () => {
  const dist = new URL('../../dist/', import.meta.url);
  const loaded = new Set(['worker.js', 'market-worker.js']);
  const sources = new Set<string>();
  for (const name of loaded) {
    const code = readFileSync(new URL(name, dist), 'utf8');
    for (const [, to = ''] of code.matchAll(/^(?:import|export)\b.*["'](\.\.?\/[^"']*)["'];$/gm)) {
      loaded.add(new URL(to, new URL(name, dist)).href.slice(dist.href.length));
    }
    for (const [, region = ''] of code.matchAll(/^\/\/#? ?(?:region )?src\/(.*\.ts)$/gm))
      sources.add(region);
  }
  expect(sources.size).toBeGreaterThan(50);
  expect([...sources].filter((name) => !makesNumbers(name))).toEqual([]);
});

it('is the same built and unbuilt, so that each resumes what the other began', async () => {
  const folder = temporaryFolder();
  const sizes = { borrowers: 100, quarters: 6, burnIn: 1, replicates: 1 };
  const flags = Object.entries({ ...sizes, 'burn-in': sizes.burnIn }).flatMap(([name, value]) =>
    name === 'burnIn' ? [] : [`--${name}`, String(value)],
  );
  const { exitCode } = creditlab(folder, 'run', 'tiny', ...flags, '--no-report', '--out', 'small');
  expect(exitCode).toBe(0);
  const scenario = await loadScenario('tiny', sizes);
  const code = codeFingerprint();
  const keys = jobsOf(scenario).map((job) => keyOf(job, code));
  const stored = [...entriesIn(join(folder, 'small/.jobs'))].map(({ key }) => key);
  expect(stored.toSorted()).toEqual(keys.toSorted());
});
