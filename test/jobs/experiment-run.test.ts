import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dictionary } from '../../src/dictionary.ts';
import { experimentOf } from '../../src/experiments/registry.ts';
import { readingOf } from '../../src/experiments/readings.ts';
import type { Executor } from '../../src/jobs/index.ts';
import { writeExperiment } from '../../src/folder/experiment-files.ts';
import { experimentJobs, runExperiment } from '../../src/jobs/experiment-run.ts';
import { experimentLegend, experimentTable } from '../../src/terminal/experiment-table.ts';
import { experimentPage, experimentTold } from '../../src/terminal/experiment-told.ts';
import { inProcess } from '../../src/run/in-process.ts';
import { textTable } from '../../src/text/text-table.ts';
import { work } from '../../src/jobs/work.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { loadExternalInstitution } from '../../src/scenario/institutions/external.ts';
import { temporaryFolder } from '../run/fixture.ts';

const scenario = await loadScenario('tiny', {
  ...{ borrowers: 500, quarters: 14, burnIn: 6, replicates: 2 },
  institutions: ['none', 'full-sharing'],
});
const { signal } = new AbortController();
const curves = experimentOf('cost-curves');
const outcome = await runExperiment(curves, scenario, { executor: inProcess, signal });

const backwards: Executor = {
  lanes: 1,
  run: async (jobs, onResult) => {
    for (const job of [...jobs].toReversed())
      await onResult(job, await work(job, loadExternalInstitution));
  },
};

describe('an experiment on a scenario', () => {
  it('gives every number of every market once, in one order', async () => {
    const keys = outcome.rows.map(({ institution, world, replicate, measure, at }) =>
      [institution, world, replicate, measure, at].join('/'),
    );
    expect(new Set(keys).size).toBe(keys.length);
    const again = await runExperiment(curves, scenario, { executor: backwards, signal });
    expect(again.rows).toEqual(outcome.rows);
  });

  it('sums up over replicates with paired differences, point by point along curves', () => {
    const of = (institution: string, measure: string, at: number | null) =>
      outcome.summary.find(
        (row) =>
          row.institution === institution &&
          row.measure === measure &&
          row.at === at &&
          row.world === 'actual',
      );
    const point = of('full-sharing', 'cost-curves:demand', 0.1);
    expect(point?.n).toBe(2);
    expect(point?.difference).toBeCloseTo(
      (point?.mean ?? NaN) - (of('none', 'cost-curves:demand', 0.1)?.mean ?? NaN),
      12,
    );
    expect(point?.unit).toBe(dictionary.passportOf('cost-curves:demand').unit);
    expect(of('none', 'cost-curves:slope', null)?.n).toBe(2);
  });

  it('is written as rows, summary and what made them', () => {
    const folder = temporaryFolder();
    const page = experimentPage(experimentTold('cost-curves', scenario, outcome, 'en'));
    writeExperiment('cost-curves', scenario, { ...outcome, page }, folder);
    const inside = join(folder, 'experiments');
    expect(readdirSync(inside).toSorted()).toEqual([
      'cost-curves-manifest.json',
      'cost-curves-summary.csv',
      'cost-curves.csv',
      'cost-curves.md',
    ]);
    const lines = readFileSync(join(inside, 'cost-curves.csv'), 'utf8').trimEnd().split('\n');
    expect(lines[0]).toBe('scenario,institution,world,replicate,measure,at,value');
    expect(lines).toHaveLength(outcome.rows.length + 1);
    expect(readFileSync(join(inside, 'cost-curves-manifest.json'), 'utf8')).toContain('"seeds"');
  });

  it('is a page with table, legend and answers, as it is printed', () => {
    const told = experimentTold('cost-curves', scenario, outcome, 'en');
    const lines = experimentPage(told).split('\n');
    expect(lines[0]).toBe(`# ${curves.title}`);
    expect(lines.filter((line) => line.startsWith('| '))).toHaveLength(4);
    for (const { question, sentences } of told.answers) {
      expect(lines).toContain(`## ${question}`);
      expect(lines.join('\n')).toContain(sentences[0].slice(0, 30));
    }
  });

  it('is shown as a table, with the answers and the zero law', () => {
    const reading = readingOf(curves);
    const text = textTable(experimentTable(reading, scenario, outcome.summary), Infinity).join(
      '\n',
    );
    expect(text).toContain('No sharing');
    expect(text).toMatch(/±/);
    expect(experimentLegend(reading, scenario).join(' ')).toContain('2 replicates');
    expect(outcome.answers.map(({ question }) => question)).toContain('Do the zero laws hold?');
  });
});

describe('an experiment that cannot be', () => {
  it('says that nothing is defined where nobody borrows, and writes empty cells', async () => {
    const { economy } = scenario;
    const pricing = { ...economy.pricing, cap: 0.05, exploration: 0 };
    const dead = { ...scenario, economy: { ...economy, pricing } };
    const zinman = experimentOf('karlan-zinman');
    const nothing = await runExperiment(zinman, dead, { executor: inProcess, signal });
    const reading = readingOf(zinman);
    const text = textTable(experimentTable(reading, dead, nothing.summary), Infinity).join('\n');
    expect(text).toContain('not defined');
    expect(text).not.toContain('NaN');
    const sentences = nothing.answers.flatMap((answer) => answer.sentences).join(' ');
    expect(sentences).toContain('not defined');
    expect(sentences).not.toContain('NaN');
    const folder = temporaryFolder();
    writeExperiment('karlan-zinman', dead, { ...nothing, page: '' }, folder);
    const file = readFileSync(join(folder, 'experiments/karlan-zinman.csv'), 'utf8');
    expect(file).not.toContain('NaN');
    expect(file).toContain('karlan-zinman:selection,,\n');
  });

  it('says that one replicate has no interval', async () => {
    const single = { ...scenario, replicates: 1 };
    const zinman = experimentOf('karlan-zinman');
    const one = await runExperiment(zinman, single, { executor: inProcess, signal });
    expect(experimentLegend(readingOf(zinman), single).join(' ')).toContain('--replicates 20');
    expect(one.answers.flatMap(({ sentences }) => sentences).join(' ')).toContain('one replicate');
    // The regression's own interval stands in the table.
    const text = textTable(experimentTable(readingOf(zinman), single, one.summary), Infinity);
    expect(text.join('\n')).toMatch(/±/);
  });

  it('refuses a scenario whose burn-in leaves no quarter', async () => {
    const none = { ...scenario, burnIn: scenario.quarters };
    await expect(runExperiment(curves, none, { executor: inProcess, signal })).rejects.toThrow(
      'nothing to observe',
    );
  });

  it('refuses a scenario without reforms where it asks for one, before its markets are counted', () => {
    expect(() => experimentJobs(experimentOf('who-gains'), scenario)).toThrow(
      'there is no reform to observe',
    );
  });
});
