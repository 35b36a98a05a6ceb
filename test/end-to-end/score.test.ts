import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cli, creditlab } from './creditlab.ts';

const folder = mkdtempSync(join(tmpdir(), 'creditlab-score-command-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('creditlab score', () => {
  it('scores the template that it prints, and explains it', () => {
    const template = creditlab(folder, 'score', '--template');
    expect(template.exitCode).toBe(0);
    writeFileSync(join(folder, 'people.csv'), template.stdout);

    const scored = creditlab(folder, 'score', 'people.csv');
    expect(scored.exitCode).toBe(0);
    expect(scored.stderr).toContain('1 borrower, mean 650.0');
    const scores = readFileSync(join(folder, 'output/score/people.csv'), 'utf8').split('\n');
    expect(scores[1]).toMatch(/^borrower-1,650,excellent,650,0,/);

    const explained = creditlab(folder, 'score', 'people.csv', '--explain', 'borrower-1');
    expect(explained.exitCode).toBe(0);
    expect(explained.stdout).toContain('Sesame score of borrower-1: 650, excellent');
    expect(explained.stdout).toContain('Credit loan: from percentile 50.0 to 71.2 (+50)');
    const stem = join(folder, 'output/score/sesame-borrower-1');
    expect(readFileSync(`${stem}.svg`, 'utf8')).toContain('50 points short of outstanding');
    // The picture is a concatenation of the waterfall and its foot.
    const picture: unknown = JSON.parse(readFileSync(`${stem}.vl.json`, 'utf8'));
    expect(picture).toHaveProperty('vconcat.0.layer');
  });

  it('takes other weights, ranges and bands, and the FICO-like model', () => {
    const people =
      'id,repaid,defaults,quarters-since-default,length,open-loans,recent-loans,balances,kinds\n';
    writeFileSync(
      join(folder, 'files.csv'),
      `${people}good,9,0,0,28,0,0,0,3\nbad,1,3,1,2,4,3,2,1\n`,
    );
    const fico = creditlab(folder, 'score', 'files.csv', '--model', 'fico');
    expect(fico.exitCode).toBe(0);
    const [, good, bad] = readFileSync(join(folder, 'output/score/files.csv'), 'utf8').split('\n');
    expect(good).toMatch(/^good,8\d\d,exceptional,/);
    expect(bad).toMatch(/^bad,3\d\d,poor,/);

    const flags = ['--range', '0,100', '--weights', '1,1,1,1,1', '--bands', 'low=0,high=50'];
    const other = creditlab(folder, 'score', 'people.csv', ...flags);
    expect(other.stderr).toContain('mean 50.0');
    expect(other.stderr).toContain('high (from 50): 1 (100.0%)');
  });

  it('refuses what comes without end for its header, and reads no more of it', () => {
    const piped = `yes | ${JSON.stringify(process.execPath)} ${JSON.stringify(cli)} score -`;
    const { status, stderr } = spawnSync('sh', ['-c', piped], { cwd: folder, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('error: -:1:1: columns missing: id, ');
  });

  it('scores the credit files of a simulated market', () => {
    const flags = ['--model', 'fico', '--simulate', 'tiny', '--institution', 'full-sharing'];
    const { exitCode, stderr } = creditlab(folder, 'score', ...flags);
    expect(stderr).toContain('scores in output/score/tiny-full-sharing-scores.csv');
    expect(exitCode).toBe(0);
    const rows = (name: string) =>
      readFileSync(join(folder, 'output/score', name), 'utf8')
        .trim()
        .split('\n');
    expect(rows('tiny-full-sharing.csv')[0]).toBe(
      'id,repaid,defaults,quarters-since-default,length,open-loans,recent-loans,balances,kinds',
    );
    expect(rows('tiny-full-sharing-scores.csv')).toHaveLength(rows('tiny-full-sharing.csv').length);
    const wrong = creditlab(
      folder,
      'score',
      '--model',
      'fico',
      '--simulate',
      'tiny',
      '--institution',
      'full',
    );
    expect(wrong.stderr).toContain('"full" is not in scenario tiny');
  });

  it('names every mistake, exits with 1 and writes nothing', () => {
    const header = readFileSync(join(folder, 'people.csv'), 'utf8').split('\n')[0];
    writeFileSync(join(folder, 'bad.csv'), `${header}\na${',50'.repeat(8)},x,0,0\nb,1\n`);
    const { exitCode, stderr, stdout } = creditlab(folder, 'score', 'bad.csv');
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('bad.csv:2:27: credit-loan: "x" is not allowed\n    allowed: 0..100');
    expect(stderr).toContain('bad.csv:3:1: 2 cells, but the header has 12');
    expect(existsSync(join(folder, 'output/score/bad.csv'))).toBe(false);
    expect(
      readdirSync(join(folder, 'output/score')).filter((name) => name.includes('part')),
    ).toEqual([]);
  });

  it('never overwrites the file of borrowers', () => {
    const { exitCode, stderr } = creditlab(folder, 'score', 'people.csv', '--out', './people.csv');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('is the file of borrowers itself');
  });
});

describe('creditlab paper', () => {
  it('prints each statement beside the finding and writes tables, charts and one document', () => {
    const { exitCode, stdout } = creditlab(folder, 'paper');
    expect(exitCode).toBe(0);
    for (const title of ['Table 1.', 'Table 6.', 'Figure 1.', 'Figure 4.']) {
      expect(stdout).toContain(title);
    }
    expect(stdout).toContain('agrees: Social contacts: multiplier: the paper 0.002, we 0.001875');
    expect(stdout).toContain('differs, because the growth of five years is printed as that of one');
    const files = readdirSync(join(folder, 'output/paper'));
    const stems = ['table-2', 'table-6', 'figure-1', 'figure-2', 'figure-3', 'figure-4'];
    for (const stem of stems) {
      for (const end of ['csv', 'svg', 'vl.json']) expect(files).toContain(`${stem}.${end}`);
    }
    const document = readFileSync(join(folder, 'output/paper/paper.md'), 'utf8');
    for (const [, picture] of document.matchAll(/\]\(([^)]+)\)/g)) expect(files).toContain(picture);
    expect(document).toContain('rank correlation 0.30');
  });

  it('writes the same bytes again', () => {
    const read = () =>
      readdirSync(join(folder, 'output/paper'))
        .toSorted()
        .map((name) => readFileSync(join(folder, 'output/paper', name), 'utf8'));
    const before = read();
    creditlab(folder, 'paper', '--quiet');
    expect(read()).toEqual(before);
  });
});
