import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../run/fixture.ts';
import { creditlab } from './creditlab.ts';

const head = `version: 1
title: Reforms
question: What changes?
source: assumption
extends: baseline
start: 2026-Q1
borrowers: 200
quarters: 20
burnIn: 6
replicates: 2
worlds: [actual]
`;

/** Result files of a folder by name; not the finished jobs. */
function filesIn(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

describe('a ministry', () => {
  it('is told all mistakes in what it plans, each at its place, and nothing is written', () => {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, 'bad.yaml'),
      `${head}institutions:
  - use: none
    phases:
      - { from: 10, erase: all }
      - { from: 10, cap: 0.3 }
  - use: market-led
    reforms:
      - as: early
        phases:
          - { from: 2025-Q4, cap: 0.3 }
  - combine: [market-led, market-led]
  - combine: [market-led, government-led, association-led, negative-only, full-sharing]
`,
    );
    const { exitCode, stdout, stderr } = creditlab(folder, 'run', 'bad.yaml');
    expect([exitCode, stdout]).toEqual([1, '']);
    const told = stderr.split('\n').filter((line) => line.startsWith('error:'));
    expect(told).toEqual([
      'error: bad.yaml:15:28: institutions, entry 1, phases, entry 1, erase: none keeps no records that could be erased',
      'error: bad.yaml:16:17: institutions, entry 1, phases, entry 2, from: begins in quarter 10, no later than the phase before it (10)',
      'error: bad.yaml:21:21: institutions, entry 2, reforms, entry 1, phases, entry 1, from: 2025-Q4 lies before the start, 2026-Q1',
      'error: bad.yaml:22:27: institutions, entry 3, combine, entry 2: "market-led" stands beside itself',
      'error: bad.yaml:23:14: institutions, entry 4, combine: the list is too long',
    ]);
    expect(stderr).toContain('nothing written');
    expect(readdirSync(folder)).toEqual(['bad.yaml']);
  });

  it('has the same bytes from one process and from shards', () => {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, 'reform.yaml'),
      `${head}institutions:
  - use: market-led
    as: today
    reforms:
      - as: registry
        phases:
          - from: 2027-Q1
            announced: 2026-Q3
            backfill: 4
            told: true
            become: { as: both, combine: [market-led, { use: government-led, as: registry }] }
          - { from: 2027-Q4, erase: { incomeFifths: [1, 2] }, awareness: 0.7 }
`,
    );
    const run = (...more: string[]) =>
      creditlab(folder, 'run', 'reform.yaml', '--no-report', '--quiet', ...more).exitCode;
    expect(run('--out', 'whole')).toBe(0);
    expect(run('--out', 'parts', '--shard', '1/2')).toBe(0);
    expect(run('--out', 'parts', '--shard', '2/2')).toBe(0);
    expect(creditlab(folder, 'merge', 'parts', '--quiet').exitCode).toBe(0);
    const whole = filesIn(join(folder, 'whole'));
    expect(filesIn(join(folder, 'parts'))).toEqual(whole);
    const effects = whole.get('reforms.csv') ?? '';
    expect(effects).toMatch(/^registry,today,welfare,.*,phase-2,/m);
    expect(effects).toMatch(/^registry,today,lender-apr@bank-1,.*,phase-2,/m);
    expect(whole.get('results.csv')).toMatch(/^[^\n]*phase/);
  });
});
