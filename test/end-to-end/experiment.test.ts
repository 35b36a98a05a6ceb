import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../run/fixture.ts';
import { creditlab } from './creditlab.ts';

const small = '--borrowers 400 --quarters 8 --burn-in 3 --replicates 2'.split(' ');
const printed = z.object({
  experiment: z.string(),
  summary: z.array(z.object({ institution: z.string(), measure: z.string() })),
  answers: z.array(z.object({ question: z.string(), sentences: z.array(z.string()) })),
});

it('creditlab experiment writes the same bytes on one thread and two, and prints JSON', () => {
  const folder = temporaryFolder();
  const bytes = ['1', '2'].map((threads) => {
    const words = ['karlan-zinman', 'tiny', ...small, '--out', threads, '--threads', threads];
    const done = creditlab(folder, 'experiment', ...words, '--json', '--quiet');
    expect(done.stderr).toBe('');
    expect(done.exitCode).toBe(0);
    const { experiment, summary, answers } = printed.parse(JSON.parse(done.stdout));
    expect(experiment).toBe('karlan-zinman');
    expect(new Set(summary.map((row) => row.institution)).size).toBe(3);
    expect(answers.map((answer) => answer.question)).toContain('Do the zero laws hold?');
    const inside = join(folder, threads, 'experiments');
    return readdirSync(inside).map((name) => [name, readFileSync(join(inside, name), 'utf8')]);
  });
  expect(bytes[0].map(([name]) => name)).toContain('karlan-zinman.md');
  expect(bytes[0]).toHaveLength(4);
  expect(bytes[0]).toEqual(bytes[1]);
});

it('creditlab experiment guesses a misspelt name, asks for a scenario, and writes nothing', () => {
  const folder = temporaryFolder();
  const misspelt = creditlab(folder, 'experiment', 'karlan-zinmann', 'tiny');
  expect(misspelt.exitCode).toBe(1);
  expect(misspelt.stderr).toContain('did you mean karlan-zinman?');
  const bare = creditlab(folder, 'experiment', 'lemons');
  expect(bare.exitCode).toBe(1);
  expect(bare.stderr).toContain('on which scenario?');
  expect(readdirSync(folder)).toEqual([]);
});

it('creditlab figures draws an experiment again, byte by byte, where there is no run beside it', () => {
  const folder = temporaryFolder();
  const figures = join(folder, 'out', 'figures');
  const done = creditlab(folder, 'experiment', 'cost-curves', 'tiny', ...small, '--out', 'out');
  expect(done.exitCode).toBe(0);
  const drawn = readFileSync(join(figures, 'cost-curves.svg'), 'utf8');
  rmSync(figures, { recursive: true });
  const again = creditlab(folder, 'figures', 'out', '--only', 'cost-curves,welfare');
  expect(again.exitCode).toBe(0);
  expect(again.stderr).toContain('not drawn: welfare. The folder holds no run');
  expect(readFileSync(join(figures, 'cost-curves.svg'), 'utf8')).toBe(drawn);
});

it('creditlab experiment who-gains says at once that there is no reform, and nothing else', () => {
  const folder = temporaryFolder();
  const refused = creditlab(folder, 'experiment', 'who-gains', 'tiny', ...small);
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toMatch(/^error: no institution of tiny has phases/);
  expect(refused.stdout).toBe('');
  expect(readdirSync(folder)).toEqual([]);
});
