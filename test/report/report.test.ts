import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { charts } from '../../src/charts/registry.ts';
import { UserError } from '../../src/errors.ts';
import { sourceOf } from '../../src/report/figures.ts';
import { writeReport } from '../../src/report/write-report.ts';
import { readRun } from '../../src/report/inputs.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { storedReport, storedRun } from './stored-run.ts';

const { folder, written } = await storedReport();
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('a report', () => {
  it('lies beside the results: page, Markdown, tables and the scenario', () => {
    expect(written.toSorted()).toEqual([
      'report.html',
      'report.md',
      'scenario/tiny.yaml',
      'tables/assumptions-appendix.tex',
      'tables/assumptions.csv',
      'tables/assumptions.tex',
      'tables/creditlab.bib',
      'tables/figures.tex',
      'tables/institutions.csv',
      'tables/institutions.tex',
      'tables/results-wide.csv',
      'tables/results.csv',
      'tables/results.tex',
    ]);
    for (const name of written) expect(existsSync(join(folder, name))).toBe(true);
  });

  it('is the same bytes when written again, and leaves nothing temporary', async () => {
    const before = written.map(read);
    await writeReport(folder, { figures: false });
    expect(written.map(read)).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('is the same bytes in another folder: no file holds the path as it was typed', async () => {
    const other = await storedRun();
    try {
      await writeReport(other, { figures: false });
      const all = (of: string) =>
        readdirSync(of, { recursive: true, encoding: 'utf8' })
          .filter((name) => statSync(join(of, name)).isFile())
          .toSorted();
      const files = all(folder).filter((name) => !name.startsWith('.jobs'));
      expect(all(other).filter((name) => !name.startsWith('.jobs'))).toEqual(files);
      for (const name of files) {
        const [here, there] = [folder, other].map((of) => readFileSync(join(of, name)));
        expect({ name, isSame: here.equals(there) }).toEqual({ name, isSame: true });
      }
      for (const name of all(folder)) {
        expect({ name, at: readFileSync(join(folder, name)).indexOf(basename(folder)) }).toEqual({
          name,
          at: -1,
        });
      }
    } finally {
      rmSync(other, { recursive: true });
    }
  });

  it('begins with the verdict of the run', () => {
    const verdict = read('verdict.md');
    const question = /^## (.+)$/m.exec(verdict)?.[1] ?? '';
    expect(question).not.toBe('');
    for (const file of ['report.html', 'report.md']) {
      const page = read(file);
      expect(page.indexOf(question)).toBeGreaterThan(0);
      expect(page.indexOf(question)).toBeLessThan(page.search(/<h2 id="h-figures"|^## Figures$/m));
    }
  });

  it('shows in Markdown what titles and labels say, and makes no markup of it', async () => {
    const evil = '[x](http://a.example) ![y](http://a.example/p.png) <img src=z> `c` **b**';
    const tiny = await loadScenario('tiny', {
      institutions: ['none', 'government-led', 'full-sharing'],
    });
    const other = await storedRun({
      ...{ title: evil, question: `# ${evil}\n\n## no heading`, source: evil },
      institutions: tiny.institutions.map((one) => ({ ...one, label: `${one.id} ${evil}` })),
    });
    try {
      await writeReport(other, { figures: false });
      for (const name of ['report.md', 'verdict.md']) {
        const page = readFileSync(join(other, name), 'utf8');
        expect(page).toContain('\\[x\\]');
        // Not one of these is left that no backslash stands before.
        expect(/(?<!\\)[[`]|\*\*b|<img|:\/\/|^## no heading|^# #/m.exec(page)).toBe(null);
      }
    } finally {
      rmSync(other, { recursive: true });
    }
  });

  it('stays under 5 MB and reaches for nothing outside itself', () => {
    const page = read('report.html');
    expect(page.length).toBeLessThan(5e6);
    const markup = page.replaceAll(/<script>.*?<\/script>/gs, '');
    expect(/(?:src|href)="(?:https?:)?\/\//.test(markup)).toBe(false);
    expect(markup.includes('default-src &#39;none&#39;')).toBe(true);
    expect(markup.includes('unsafe-')).toBe(false);
  });

  it('allows by its policy its own scripts and its style sheet, by their hashes, and nothing else', () => {
    const page = read('report.html');
    const [, given = ''] =
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    const policy = new Map(
      given
        .replaceAll('&#39;', "'")
        .split('; ')
        .map((part) => [part.split(' ')[0], part.split(' ').slice(1)]),
    );
    const hashesOf = (tag: string) =>
      Array.from(page.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs')), ([, text = '']) => {
        return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
      });
    expect(hashesOf('script').length).toBe(3);
    expect(hashesOf('style').length).toBe(1);
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': ["'none'"],
      'script-src': hashesOf('script'),
      'style-src': hashesOf('style'),
      'img-src': ['data:'],
      'font-src': ['data:'],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
    });
    const markup = page.replaceAll(/<(script|style)\b.*?<\/\1>/gs, '');
    expect(/\s(?:style|on\w+)=/.exec(markup)).toBe(null);
  });

  it('lists every number that went in, and counts them', async () => {
    const run = await readRun(folder);
    const lines = read('tables/assumptions.csv').trim().split('\n');
    const count = /(\d+) numbers: /.exec(read('report.html'))?.[1];
    expect(Number(count)).toBe(lines.length - 1);
    const perLender = 4 * run.scenario.lenders.length;
    expect(lines.filter((line) => line.startsWith('lender: '))).toHaveLength(perLender);
    expect(lines.some((line) => line.includes('size,elasticity,0.7,'))).toBe(true);
  });

  it('holds a scenario that reads back as the one that was run', async () => {
    const { scenario } = await readRun(folder);
    const again = await loadScenario(join(folder, 'scenario/tiny.yaml'));
    expect({ ...again, institutions: [] }).toEqual({ ...scenario, institutions: [] });
    expect(again.institutions.map(({ id }) => id)).toEqual(
      scenario.institutions.map(({ id }) => id),
    );
  });

  it('takes in the experiments of its folder with seed and hash of their own, but none of another economy', async () => {
    const other = await storedRun();
    try {
      const manifest = readFileSync(join(other, 'manifest.json'), 'utf8');
      expect(manifest).toContain('"cap": 0.36');
      mkdirSync(join(other, 'experiments'));
      const numbers = 'institution,value\nnone,1\n';
      const hash = createHash('sha256').update(numbers).digest('hex');
      const write = (id: string, text: string) => {
        writeFileSync(join(other, `experiments/${id}-manifest.json`), text);
        writeFileSync(join(other, `experiments/${id}.csv`), numbers);
      };
      const ofExperiment = (id: string) =>
        manifest
          .replace(/"seed": "[^"]*"/, '"seed": "lottery"')
          .replace(
            '"files": [',
            `"files": [{"name": "${id}.csv", "bytes": ${numbers.length}, "sha256": "${hash}"},`,
          );
      write('roc', ofExperiment('roc').replace('"borrowers": ', '"borrowers": 1'));
      write('score-bands', ofExperiment('score-bands').replace('"cap": 0.36', '"cap": 0.5'));
      const run = await readRun(other);
      const { tables, experiments } = run.inputs;
      expect(tables['roc']).toEqual([{ institution: 'none', value: 1 }]);
      const borrowers = Number(`1${run.scenario.borrowers}`);
      expect(experiments).toEqual({ roc: { seed: 'lottery', replicates: 2, borrowers } });
      expect(Object.keys(tables)).not.toContain('score-bands');
      const origins = charts.map((chart) => new Map(sourceOf(chart, run).origin));
      const of = (id: string) => origins[charts.findIndex((chart) => chart.id === id)];
      expect(of('roc-calibration')?.get('Seed')).toBe('lottery');
      expect(of('roc-calibration')?.get('Borrowers')).toBe(String(borrowers));
      expect(of('roc-calibration')?.get('Results SHA-256')).toBe(hash);
      expect(of('default-split')?.get('Seed')).toBe(run.scenario.seed);
      expect(of('default-split')?.get('Results SHA-256')).toBe(run.resultsHash);
      expect(of('paper-figure-1')?.get('Source')).toContain('Aoqi Xu');
      expect(of('paper-figure-1')?.has('Seed')).toBe(false);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });

  it('cannot be made of a folder without a run, and says what to do', async () => {
    await expect(writeReport(join(folder, 'tables'), { figures: false })).rejects.toThrow(
      UserError,
    );
  });
});
