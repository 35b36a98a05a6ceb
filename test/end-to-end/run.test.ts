import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { entriesIn } from '../../src/run/store/store-files.ts';
import { temporaryFolder } from '../run/fixture.ts';
import { creditlab, interrupted } from './creditlab.ts';

const small = '--borrowers 200 --quarters 6 --burn-in 2 --replicates 2 --no-report'.split(' ');

/** Result files of a folder by name; not the finished jobs. */
function filesIn(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

// Each test starts few processes, because each start costs a second.
describe('creditlab run, verify and compare', () => {
  it('go from a scenario to a table, a proof and a comparison', () => {
    const folder = temporaryFolder();
    const run = creditlab(folder, 'run', 'tiny', ...small);
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toMatch(/No sharing \* +\d+/);
    expect(run.stdout).toContain('Which one disciplines best?');
    expect(run.stdout).not.toContain('\u001b[');
    expect(run.stdout).not.toContain('NaN');
    expect(run.stderr).toContain(
      '3 institutions × 4 worlds × 2 replicates × 200 borrowers × 6 quarters',
    );
    expect(run.stderr).toContain(join('output', 'tiny'));
    expect([...filesIn(join(folder, 'output/tiny')).keys()].toSorted()).toEqual([
      'data-dictionary.md',
      'manifest.json',
      'results.csv',
      'results.parquet',
      'series.csv',
      'summary.csv',
      'verdict.md',
    ]);

    expect(creditlab(folder, 'verify', 'output/tiny', '--quiet')).toEqual({
      exitCode: 0,
      stdout: 'output/tiny: 7 files, made again byte for byte\n',
      stderr: '',
    });

    creditlab(folder, 'run', 'one-shot', ...small, '--institutions', 'none,dual', '--quiet');
    const compared = creditlab(folder, 'compare', 'output/tiny', 'output/one-shot');
    expect(compared.exitCode).toBe(0);
    expect(compared.stdout).toContain('output/one-shot minus output/tiny');
    expect(compared.stdout).toContain('paired over 2 replicates with the same seeds');
    expect(compared.stderr).toContain('economy.search.quotes: 3 → 1');
  });

  it('stopped by Ctrl-C, keep what is finished and end, when run again, with the same bytes', async () => {
    const folder = temporaryFolder();
    const run = (out: string) => ['run', 'tiny', '--quarters', '20', '--no-report', '--out', out];
    const stopped = await interrupted(folder, run('stopped'), (line) => / of 9 markets/.test(line));
    expect(stopped.exitCode).toBe(130);
    expect(stopped.stdout).toBe('');
    expect(existsSync(join(folder, 'stopped/manifest.json'))).toBe(false);
    const finished = [...entriesIn(join(folder, 'stopped/.jobs'))].length;
    expect(finished).toBeGreaterThan(0);
    expect(finished).toBeLessThan(9);

    creditlab(folder, ...run('stopped'), '--threads', '2');
    const whole = creditlab(folder, ...run('whole'), '--json', '--quiet');
    expect(filesIn(join(folder, 'stopped'))).toEqual(filesIn(join(folder, 'whole')));
    expect(whole.stderr).toBe('');
    const shape = z.object({
      scenario: z.object({ id: z.literal('tiny'), replicates: z.literal(3) }),
      summary: z.array(z.object({ measure: z.string(), mean: z.number().nullable() })),
      verdict: z.array(z.object({ sentences: z.array(z.string()) })),
    });
    expect(shape.parse(JSON.parse(whole.stdout)).summary.length).toBeGreaterThan(100);
  });

  it('say that a folder cannot be written to before they simulate anything', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const { exitCode, stdout, stderr } = creditlab(folder, 'run', 'tiny', '--out', 'file/inside');
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toContain('cannot write to the folder file/inside');
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('end with the file’s name, and without an output folder, where a user’s module fails in the midst of it', () => {
    const folder = temporaryFolder();
    copyFileSync(
      new URL('../run/plug-ins/fails-late.js', import.meta.url),
      join(folder, 'mine.js'),
    );
    const header = 'version: 1\ntitle: T\nquestion: Q\nsource: S\nextends: tiny\n';
    writeFileSync(
      join(folder, 'mine.yaml'),
      `${header}reference: fails-late\ninstitutions: [./mine.js]\n`,
    );
    const { exitCode, stdout, stderr } = creditlab(folder, 'run', 'mine.yaml', '--quiet');
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toContain('mine.js: fails-late: its rules failed during the simulation');
    expect(readdirSync(folder).toSorted()).toEqual(['mine.js', 'mine.yaml']);
  });
});
