import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../run/fixture.ts';
import { creditlab, interrupted } from './creditlab.ts';

const size = '--borrowers 200 --quarters 6 --burn-in 2'.split(' ');
const small = [...size, '--replicates', '2'];

/** Result files of a folder by name; not the finished jobs. */
function filesIn(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

describe('creditlab run', () => {
  it('prints the table on stdout and messages on stderr, without colours in a pipe', () => {
    const folder = temporaryFolder();
    const { exitCode, stdout, stderr } = creditlab(folder, 'run', 'tiny', ...small);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/No sharing \* +\d+/);
    expect(stdout).toContain('Which institution leaves the least adverse selection?');
    expect(stdout).not.toContain('\u001b[');
    expect(stdout).not.toContain('NaN');
    expect(stderr).toContain(
      '3 institutions × 4 worlds × 2 replicates × 200 borrowers × 6 quarters',
    );
    expect(stderr).toContain(join('output', 'tiny'));
    expect([...filesIn(join(folder, 'output/tiny')).keys()].toSorted()).toEqual([
      'data-dictionary.md',
      'manifest.json',
      'results.csv',
      'results.parquet',
      'series.csv',
      'summary.csv',
      'verdict.md',
    ]);
  });

  it('prints JSON alone with --json, and nothing else at all with --quiet', () => {
    const one = [...size, '--replicates', '1', '--json', '--quiet'];
    const { stdout, stderr } = creditlab(temporaryFolder(), 'run', 'tiny', ...one);
    const shape = z.object({
      scenario: z.object({ id: z.literal('tiny'), replicates: z.literal(1) }),
      summary: z.array(z.object({ measure: z.string(), mean: z.number().nullable() })),
      verdict: z.array(z.object({ sentences: z.array(z.string()) })),
    });
    expect(shape.parse(JSON.parse(stdout)).summary.length).toBeGreaterThan(100);
    expect(stderr).toBe('');
  });

  it('stopped by Ctrl-C keeps what is finished and ends, when run again, with the same bytes', async () => {
    const folder = temporaryFolder();
    const run = (out: string) => ['run', 'tiny', '--quarters', '8', '--out', out];
    const stopped = await interrupted(folder, run('stopped'), (line) => / of 9 markets/.test(line));
    expect(stopped.exitCode).toBe(130);
    expect(stopped.stdout).toBe('');
    expect(existsSync(join(folder, 'stopped/manifest.json'))).toBe(false);
    const finished = readdirSync(join(folder, 'stopped/.jobs')).length;
    expect(finished).toBeGreaterThan(0);
    expect(finished).toBeLessThan(9);

    creditlab(folder, ...run('stopped'), '--threads', '2');
    creditlab(folder, ...run('whole'), '--threads', '1');
    expect(filesIn(join(folder, 'stopped'))).toEqual(filesIn(join(folder, 'whole')));
  });

  it('says what is wrong before it simulates anything', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const wrong: [string[], string][] = [
      [['--out', 'file/inside'], 'cannot write to the folder file/inside'],
      [['--precision-measure', 'wellfare'], 'did you mean welfare'],
      [['--replicates', '0'], '--replicates: "0" is not allowed'],
    ];
    for (const [flags, message] of wrong) {
      const { exitCode, stdout, stderr } = creditlab(folder, 'run', 'tiny', ...flags);
      expect([exitCode, stdout]).toEqual([1, '']);
      expect(stderr).toContain(message);
    }
    expect(readdirSync(folder)).toEqual(['file']);
  });
});

describe('creditlab verify and compare', () => {
  it('prove a folder, find a changed figure, and compare two runs by seed', () => {
    const folder = temporaryFolder();
    creditlab(folder, 'run', 'tiny', ...small, '--out', 'a', '--quiet');
    expect(creditlab(folder, 'verify', 'a', '--quiet')).toEqual({
      exitCode: 0,
      stdout: 'a: 7 files, made again byte for byte\n',
      stderr: '',
    });

    creditlab(folder, 'run', 'lemons', ...small, '--out', 'b', '--quiet');
    const { exitCode, stdout, stderr } = creditlab(folder, 'compare', 'a', 'b');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('b minus a');
    expect(stdout).toContain('paired over 2 replicates with the same seeds');
    expect(stderr).toContain('economy.project.dial: 1 → 2');

    const summary = join(folder, 'a/summary.csv');
    writeFileSync(summary, readFileSync(summary, 'utf8').replace('0.', '1.'));
    const tampered = creditlab(folder, 'verify', 'a');
    expect(tampered.exitCode).toBe(1);
    expect(tampered.stderr).toContain('summary.csv is not the file that its manifest names');
  });

  it('ask for folders that a run has written', () => {
    const { exitCode, stderr } = creditlab(temporaryFolder(), 'verify', 'nowhere');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('there is no manifest here');
  });
});
