import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { creditlab } from './creditlab.ts';

const folder = mkdtempSync(join(tmpdir(), 'creditlab-evidence-'));
afterAll(() => rmSync(folder, { recursive: true }));

const example = fileURLToPath(new URL('../../examples/take-up-at-high-rates.ts', import.meta.url));
const small = ['--borrowers', '400', '--replicates', '2', '--quiet'];

describe('creditlab evidence', () => {
  it('prints a line a fact and its counts, writes tables, figure and a manifest that verify covers', () => {
    const words = ['--only', 'approval-level,apr-level,take-up-at-high-rates', '--with', example];
    const { exitCode, stdout, stderr } = creditlab(
      folder,
      'evidence',
      ...words,
      ...small,
      '--out',
      'e',
    );
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^apr-level .* LendingClub/m);
    expect(stdout).toMatch(/^published, not fitted: .* of 1/m);
    expect(stdout).toMatch(/^published, fitted: .* of 2/m);
    const files = readdirSync(join(folder, 'e'), { recursive: true }).map(String);
    expect(files).toEqual(
      expect.arrayContaining([
        ...['evidence.csv', 'evidence-replicates.csv', 'evidence.md', 'manifest.json'],
        ...['figures/evidence.svg', 'figures/evidence.png', 'figures/evidence.pdf'],
        'plug-ins/take-up-at-high-rates/take-up-at-high-rates.ts',
      ]),
    );
    expect(readFileSync(join(folder, 'e', 'manifest.json'), 'utf8')).not.toContain(folder);

    // A fact of one's own is code that lies with the results.
    const careful = creditlab(folder, 'verify', 'e', '--quiet');
    expect(careful.stdout).toContain('Not made again');
    const verified = creditlab(folder, 'verify', 'e', '--trust', '--quiet');
    expect(verified.stderr).toBe('');
    expect(verified.stdout).toContain('made again byte for byte');
    appendFileSync(join(folder, 'e', 'evidence.csv'), 'x');
    expect(creditlab(folder, 'verify', 'e', '--quiet').stderr).toContain(
      'evidence.csv: is not the file',
    );
  });

  it('tells facts of one market over the vectors of a file', () => {
    writeFileSync(join(folder, 'two.csv'), 'economy.hazard.own,start\n4,start-1\n5,start-2\n');
    const only = ['--only', 'apr-level,default-level,exposure-matters', '--json'];
    const { stdout, stderr, exitCode } = creditlab(
      ...[folder, 'evidence', '--ensemble', 'two.csv', ...only, ...small],
    );
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    const { facts, borrowers } = JSON.parse(stdout);
    expect(borrowers).toBe(400);
    // What needs several markets is left out.
    expect(facts.map(({ fact }: { fact: string }) => fact)).toEqual(['default-level', 'apr-level']);
    for (const { inside, outside, unsure } of facts) expect(inside + outside + unsure).toBe(2);
    const unknown = creditlab(folder, 'evidence', '--ensemble', 'three.csv', ...small);
    expect(unknown.stderr).toContain('three.csv');
    expect(unknown.exitCode).toBe(1);
  });

  it('leaves an earlier folder as it was if a fact has no number, and names the fact', () => {
    writeFileSync(
      join(folder, 'nan.js'),
      "export default { id: 'nan', title: 't', source: 's', kind: 'theory', band: '+', unit: 'u', population: 'p', " +
        "needs: { m: { institution: 'none' } }, of: () => NaN };\n",
    );
    const words = ['evidence', '--only', 'apr-level', ...small, '--out', 'kept'];
    expect(creditlab(folder, ...words).exitCode).toBe(0);
    const before = readFileSync(join(folder, 'kept', 'manifest.json'), 'utf8');
    const failed = creditlab(
      folder,
      'evidence',
      '--with',
      'nan.js',
      '--only',
      'nan',
      ...small,
      '--out',
      'kept',
    );
    expect(failed.exitCode).toBe(1);
    expect(failed.stderr).toMatch(/nan\.js: nan: of gave NaN/);
    expect(readFileSync(join(folder, 'kept', 'manifest.json'), 'utf8')).toBe(before);
  });

  it('tells all mistakes with what may have been meant, and writes nothing', () => {
    writeFileSync(join(folder, 'bad.js'), "export default { id: 'bad', band: [2, 1] };\n");
    const bad = creditlab(
      folder,
      'evidence',
      '--with',
      'bad.js',
      'gone.ts',
      ...small,
      '--out',
      'none',
    );
    expect(bad.exitCode).toBe(1);
    expect(bad.stderr).toMatch(/bad\.js: source: is missing/);
    expect(bad.stderr).toMatch(/gone\.ts/);
    const unknown = creditlab(folder, 'evidence', '--only', 'apr-levle', ...small, '--out', 'none');
    expect(unknown.stderr).toContain('did you mean apr-level?');
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it('is strict where that is asked for', () => {
    const strict = [
      '--only',
      'hazard-by-age',
      '--borrowers',
      '4000',
      '--replicates',
      '3',
      '--quiet',
      '--strict',
    ];
    const { exitCode, stderr } = creditlab(folder, 'evidence', ...strict, '--out', 's');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('--strict: hazard-by-age is outside its band');
    expect(existsSync(join(folder, 's', 'evidence.csv'))).toBe(true);
  });
});
