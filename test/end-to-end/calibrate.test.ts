import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../run/fixture.ts';
import { creditlab } from './creditlab.ts';

const targets = `version: 1
title: Small
targets:
  - { measure: default-rate, value: 0.04, source: a bank }
free:
  economy.hazard.own: [2, 7]
borrowers: 200
quarters: 8
burnIn: 2
check: { borrowers: 200, seeds: 2 }
`;

const words = ['calibrate', 'mine.yaml', '--evaluations', '20', '--starts', '2', '--threads', '1'];

function begun() {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'mine.yaml'), targets);
  return {
    folder,
    run: (...more: readonly string[]) => creditlab(folder, ...words, ...more),
  };
}

it('a search is shared out by start, over folders that are brought together', () => {
  const { folder, run } = begun();
  expect(run('--out', 'a', '--shard', '1/2').exitCode).toBe(75);
  expect(run('--out', 'b', '--shard', '2/2').exitCode).toBe(75);
  const status = creditlab(folder, 'status', 'a', 'b');
  expect(status.exitCode).toBe(75);
  expect(status.stdout).toContain('8 of 20 vectors are evaluated, 12 missing.\n  scan: 8 of 8');
  const merged = creditlab(folder, 'merge', 'a', 'b', '--out', 'm');
  expect(merged.stderr).toContain('calibrate mine.yaml --evaluations 20 --starts 2 --out m');
  expect(run('--out', 'm', '--shard', '1/2').exitCode).toBe(75);
  expect(run('--out', 'm', '--shard', '2/2').stderr).toContain('All 20 vectors are evaluated.');
  expect(creditlab(folder, 'status', 'm', '--json').stdout).toMatch(/"verb": "calibrate",/);
});

it('shards of different searches are not mixed, and a set is not drawn from a part', () => {
  const { folder, run } = begun();
  expect(run('--out', 'a', '--shard', '1/2', '--quiet').exitCode).toBe(75);
  const other = creditlab(folder, 'calibrate', 'mine.yaml', '--starts', '3', '--out', 'a');
  expect(other).toMatchObject({ exitCode: 1 });
  expect(other.stderr).toContain('from other --starts');
  expect(run('--shard', '1/2', '--admissible', '3').stderr).toContain('without --shard');
  writeFileSync(join(folder, 'mine.yaml'), targets.replace('0.04', '0.05'));
  expect(creditlab(folder, 'status', 'a').stderr).toContain('is not what was searched for here');
  expect(run('--out', 'c', '--shard', '1/2').exitCode).toBe(75);
  const mixed = creditlab(folder, 'merge', 'a', 'c', '--out', 'mixed');
  expect(mixed).toMatchObject({ exitCode: 1 });
  expect(mixed.stderr).toContain('holds another search than a');
  expect(readdirSync(folder).toSorted()).toEqual(['a', 'c', 'mine.yaml']);
});
