import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, it } from 'vitest';
import { mergeFolders, statusOf } from '../../../src/run/design/merge.ts';
import { runDesign, runPart } from '../../../src/run/design/run-design.ts';
import { tasksOf } from '../../../src/run/design/tasks.ts';
import { loadExternalInstitution } from '../../../src/scenario/institutions/external.ts';
import { work } from '../../../src/jobs/work.ts';
import { jobsOf } from '../../../src/jobs/job.ts';
import { marketKey } from '../../../src/run/job-key.ts';
import { beginIn } from '../../../src/run/store/plan-record.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import type { Scenario } from '../../../src/scenario/index.ts';
import { scripted } from '../fixture.ts';

const { signal } = new AbortController();

const top = mkdtempSync(join(tmpdir(), 'creditlab-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const temporaryFolder = () => mkdtempSync(join(top, 'folder-'));

/** The tiny scenario with these lines added. */
async function design(lines: string, institutions = '[none, government-led]'): Promise<Scenario> {
  const path = join(temporaryFolder(), 'mine.yaml');
  const header = 'version: 1\ntitle: T\nquestion: Q\nsource: S\nextends: tiny\n';
  writeFileSync(path, `${header}replicates: 2\ninstitutions: ${institutions}\n${lines}`);
  return loadScenario(path);
}

const vary = (retentions: string) =>
  `require: []\nvary: { government-led.retentionNegative: ${retentions}, economy.behaviour.awareness: [0, 1] }\n`;
const scenario = await design(vary('[4, 12, 28]'));

const filesOf = (folder: string) =>
  new Map(
    readdirSync(folder)
      .filter((name) => name !== '.jobs')
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );

async function run(one: Scenario, folder = temporaryFolder()) {
  const { executor, done } = scripted();
  const begin = () => beginIn(folder, { verb: 'run', named: 'mine.yaml' }, [one]);
  const outcome = await runDesign(one, folder, { executor, signal, begin });
  return { folder, done, outcome };
}

const byName = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const whole = await run(scenario);

describe('a design', () => {
  it('runs equal jobs once: no sharing reads neither retention nor awareness', () => {
    // 6 points of government-led and one of none, in 2 replicates.
    expect(whole.done.toSorted(byName)).toEqual(
      [0, 1]
        .flatMap((r) => [...Array(6).fill(`government-led/${r}`), `none/${r}`])
        .toSorted(byName),
    );
  });

  it('runs what stands in a place once with the institution that has a name of its own', async () => {
    const places = '[none, government-led, { use: dual, as: place }]';
    const varied = await design('vary: { place.use: [none, government-led, dual] }\n', places);
    const whose = [...tasksOf(varied, '')].map(({ job }) => job.institution.from);
    const ids = whose.map((from) => (from.kind === 'built-in' ? from.id : from.kind));
    const once = ['none', 'government-led', 'dual'].toSorted(byName);
    expect(ids.slice(0, 3).toSorted(byName)).toEqual(once);
    expect(ids).toHaveLength(2 * once.length);
  });

  it('does together, and the market without sharing first, what unaware borrowers believe in', async () => {
    const unaware = await design(
      'vary: { economy.use.dial: [0.5, 1], economy.behaviour.awareness: [0.5, 0.7], government-led.lag: [0, 1] }\n',
    );
    const [first] = [...tasksOf(unaware, '')].map(({ job }) => job.replicate);
    const own = [...tasksOf(unaware, '')].filter(({ job }) => job.replicate === first);
    const ids = own.map(({ job }) => job.institution.id);
    const five = ['none', ...Array<string>(4).fill('government-led')];
    expect(ids).toEqual([...five, ...five]);
    const markets = own.map(({ job }) => marketKey(job.market));
    expect(new Set(markets.slice(0, 5)).size).toBe(1);
    expect(new Set(markets).size).toBe(2);
  });

  it('gives all points and institutions in one order, with a point column', async () => {
    const text = readFileSync(join(whole.folder, 'results.csv'), 'utf8');
    const [header, ...lines] = text.trim().split('\n');
    expect(header).toBe('scenario,point,institution,world,replicate,quarter,measure,value');
    const points = readFileSync(join(whole.folder, 'points.csv'), 'utf8').trim().split('\n');
    expect(points[0]).toBe(
      'point,government-led.retentionNegative,economy.behaviour.awareness,left-out',
    );
    const names = points.slice(1).map((line) => line.split(',')[0]);
    expect(names).toHaveLength(6);
    expect([...new Set(lines.map((line) => line.split(',')[1]))]).toEqual(names);
    const bytes = readFileSync(join(whole.folder, 'results.parquet'));
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    expect(rows.map(({ point, value }) => [point, value])).toEqual(
      lines.map((line) => {
        const cells = line.split(',');
        return [cells[1], cells[7] === '' ? null : Number(cells[7])];
      }),
    );
  });

  it.each([0, 1, 5, 13])('stopped after %i jobs goes on and ends the same', async (k) => {
    const folder = temporaryFolder();
    const { executor, done } = scripted({ powerFailsAfter: k });
    await expect(runDesign(scenario, folder, { executor, signal })).rejects.toThrow('power');
    const again = await run(scenario, folder);
    expect(done.length + again.done.length).toBe(14);
    expect(filesOf(folder)).toEqual(filesOf(whole.folder));
  });

  it('does again what is spoilt', async () => {
    const folder = temporaryFolder();
    cpSync(whole.folder, folder, { recursive: true });
    const [name = ''] = readdirSync(join(folder, '.jobs')).filter((one) => one.endsWith('.done'));
    const file = join(folder, '.jobs', name);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"welfare":0.', '"welfare":1.'));
    const again = await run(scenario, folder);
    expect(again.done).toHaveLength(1);
    expect(filesOf(folder)).toEqual(filesOf(whole.folder));
  });

  it('changes no earlier value when points or replicates are added, and does only the new jobs', async () => {
    const folder = temporaryFolder();
    cpSync(whole.folder, folder, { recursive: true });
    const more = { ...(await design(vary('[2, 4, 12, 28]'))), replicates: 3 };
    const { done } = await run(more, folder);
    expect(done).toHaveLength(2 * 2 + 9);
    const lines = (of: string) => readFileSync(join(of, 'results.csv'), 'utf8').split('\n');
    expect(lines(folder)).toEqual(expect.arrayContaining(lines(whole.folder)));
  });

  it('leaves out points that fail what is required, and says so', async () => {
    const strict = await design(vary('[4, 28]').replace('[]', '[{ measure: welfare, max: -1 }]'));
    const { outcome, folder } = await run(strict);
    expect(
      outcome.points.every(({ leftOut }) => leftOut === 'welfare of government-led is above -1'),
    ).toBe(true);
    const page = readFileSync(join(folder, 'verdict.md'), 'utf8');
    expect(page).toContain('0 of 4 points count; 4 are left out of every answer.');
  });
});

describe('shards', () => {
  async function shard(number: number, of: number, folder: string) {
    const { executor, done } = scripted();
    const begin = () => beginIn(folder, { verb: 'run', named: 'mine.yaml' }, [scenario]);
    await runPart(scenario, folder, { executor, signal, begin }, { kind: 'shard', number, of });
    return done;
  }

  it('share the jobs between them and merge to the bytes of one process', async () => {
    const [a, b] = [temporaryFolder(), temporaryFolder()];
    const done = [...(await shard(1, 3, a)), ...(await shard(2, 3, a)), ...(await shard(3, 3, b))];
    expect(done).toHaveLength(14);
    expect(statusOf([a]).done).toBeLessThan(14);
    expect(statusOf([a, b])).toMatchObject({ done: 14, total: 14, failed: [] });
    const out = temporaryFolder();
    await mergeFolders([a, b], out);
    expect(filesOf(out)).toEqual(filesOf(whole.folder));
  });

  it('that overlap are harmless', async () => {
    const folder = temporaryFolder();
    await shard(1, 1, folder);
    await shard(1, 2, folder);
    await mergeFolders([folder], folder);
    expect(filesOf(folder)).toEqual(filesOf(whole.folder));
  });

  it('are not merged while something is missing, and nothing is written', async () => {
    const [folder, out] = [temporaryFolder(), temporaryFolder()];
    await shard(1, 2, folder);
    await expect(mergeFolders([folder], out)).rejects.toThrow('missing or spoilt');
    expect(readdirSync(out)).toEqual([]);
  });

  it('of different scenarios are not merged', async () => {
    const [folder, other] = [temporaryFolder(), temporaryFolder()];
    await shard(1, 1, folder);
    beginIn(other, { verb: 'run', named: 'other.yaml' }, [{ ...scenario, borrowers: 999 }]);
    await expect(mergeFolders([folder, other], folder)).rejects.toThrow('is of another scenario');
  });

  it('of different versions are not merged, nor told about, and nothing is written', async () => {
    const [folder, other, out] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    await shard(1, 2, folder);
    await shard(2, 2, other);
    const plan = join(other, '.jobs', 'plan.json');
    const text = readFileSync(plan, 'utf8').replace(/"code":"[0-9a-f]{8}/, '"code":"00000000');
    writeFileSync(plan, text.replace(/"creditlab":"[^"]*"/, '"creditlab":"0.0.7"'));
    for (const folders of [
      [folder, other],
      [other, folder],
    ]) {
      await expect(mergeFolders(folders, out)).rejects.toThrow(
        'was made by other code than this program’s (creditlab 0.0.7)',
      );
      expect(() => statusOf(folders)).toThrow('other code');
    }
    expect(readdirSync(out)).toEqual([]);
  });
});

it('shards have whole markets where borrowers may be unaware and markets are many: each without sharing is run once', async () => {
  const over = '[economy.behaviour.awareness, economy.pricing.maxMarkup]';
  const many = await design(`sample: { design: sobol, points: 24, over: ${over} }\n`);
  const of = 3;
  const shards = Array.from({ length: of }, (_, k) => [
    ...tasksOf(many, '', { kind: 'shard', number: k + 1, of }),
  ]);
  const all = [...tasksOf(many, '')].map(({ key }) => key);
  const shared = shards.flat().map(({ key }) => key);
  expect(shared.toSorted(byName)).toEqual(all.toSorted(byName));
  const marketsOf = shards.map((tasks) => new Set(tasks.map(({ job }) => marketKey(job.market))));
  expect(marketsOf.map(({ size }) => size).every((size) => size > 8)).toBe(true);
  const distinct = new Set(marketsOf.flatMap((markets) => [...markets]));
  expect(distinct.size).toBe(marketsOf.reduce((sum, { size }) => sum + size, 0));
});

it('an interrupted design is balanced: its first jobs are spread over points', () => {
  const first = [...tasksOf(scenario, '')].slice(0, 4);
  const retentions = first.map(({ job }) => job.institution.values['retentionNegative'] ?? 20);
  expect(new Set(retentions).size).toBeGreaterThan(1);
});

it('what a market without sharing does not read moves no bit of it', async () => {
  const base = { borrowers: 200, quarters: 18, replicates: 1, institutions: ['none'] };
  const of = async (set: readonly string[]) => {
    const [job] = jobsOf(await loadScenario('tiny', { ...base, set }));
    return work(job, loadExternalInstitution);
  };
  const set = ['economy.behaviour.awareness=0.2', 'economy.misreporting.share=0.5'];
  const own = ['lag=2', 'falseDefault=0.3', 'fee=0.1', 'perks=0.5', 'costPerReport=0.1'];
  const all = [...set, 'economy.strain.footprint=1', ...own.map((text) => `none.${text}`)];
  expect(await of([...all, 'none.retentionNegative=3'])).toEqual(await of([]));
});
