import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import {
  check,
  compare,
  defineInstitution,
  experiment,
  list,
  run,
  schema,
  sweep,
  UserError,
  verify,
  institutions,
  type Problem,
} from '../../src/index.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { runScenario } from '../../src/run/run-scenario.ts';
import { inProcess } from '../../src/run/in-process.ts';
import { temporaryFolder } from '../run/fixture.ts';

const small = { borrowers: 300, quarters: 12, burnIn: 4, replicates: 2 };
const result = await run('tiny', small);

/** The problems with which a call is refused. */
async function problemsOf(call: () => unknown): Promise<readonly Problem[]> {
  try {
    await call();
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  return [];
}

describe('a run from a script', () => {
  it('has the bytes of the command line, in memory and in a folder', async () => {
    const { signal } = new AbortController();
    const folder = temporaryFolder();
    await runScenario(await loadScenario('tiny', small), folder, { executor: inProcess, signal });
    const ours = temporaryFolder();
    await run('tiny', { ...small, out: ours });
    for (const name of ['results.csv', 'results.parquet', 'manifest.json', 'verdict.md']) {
      expect(readFileSync(join(ours, name))).toEqual(readFileSync(join(folder, name)));
    }
    expect(result.csv()).toBe(readFileSync(join(folder, 'results.csv'), 'utf8'));
    expect(Buffer.from(result.parquet())).toEqual(readFileSync(join(folder, 'results.parquet')));
    await expect(verify(ours)).resolves.toEqual({ files: 7 });
  });

  it('gives rows as columns of one length, in the types that they have', () => {
    const { rows } = result;
    const lengths = new Set(Object.values(rows).map((column) => column.length));
    expect([...lengths]).toEqual([result.csv().trimEnd().split('\n').length - 1]);
    expect(rows.value).toBeInstanceOf(Float64Array);
    expect(rows.replicate).toBeInstanceOf(Int32Array);
  });

  it('chooses from its summary, and draws', async () => {
    const [row, ...others] = result.summary({
      ...{ measure: 'welfare', institution: 'full-sharing', world: 'actual' },
    });
    expect(others).toEqual([]);
    expect(row).toMatchObject({ n: 2, reference: 'none' });
    const figure = result.figure('differences');
    expect(figure.spec).toHaveProperty('$schema');
    expect(await figure.svg()).toMatch(/^<svg/);
  });

  it.each([
    ['text', readFileSync(new URL('../../scenarios/tiny.yaml', import.meta.url), 'utf8')],
    ['URL', new URL('../../scenarios/tiny.yaml', import.meta.url)],
    ['object', { version: 1, title: 'T', question: 'Q?', source: 'S', extends: 'tiny' }],
  ] as const)('takes a scenario as %s', async (_, given) => {
    const again = await run(given, { ...small, name: 'tiny' });
    expect(again.rows.value).toEqual(result.rows.value);
  });

  it('sets single values, and takes institutions in code', async () => {
    const mine = defineInstitution({ ...institutions['negative-only'], id: 'mine', label: 'Mine' });
    const scenario = {
      version: 1,
      title: 'T',
      question: 'Q?',
      source: 'S',
      extends: 'tiny',
    } as const;
    const found = await run(
      { ...scenario, institutions: ['none', 'negative-only', './mine.js'] },
      { ...small, set: { 'economy.behaviour.awareness': 1 }, modules: { './mine.js': mine } },
    );
    const values = (institution: string) => found.summary({ institution }).map(({ mean }) => mean);
    expect(values('mine')).toEqual(values('negative-only'));
    expect(found.scenario.economy.behaviour.awareness).toBe(1);
  });

  it('compares with another, and does experiments', async () => {
    const other = await run('tiny', { ...small, set: { 'economy.behaviour.awareness': 0.5 } });
    const { contrasts, differences } = await compare(result, other);
    expect(contrasts.every(({ paired }) => paired)).toBe(true);
    expect(differences.join()).toContain('awareness');
    const sorted = await experiment('roc', 'tiny', { ...small, borrowers: 500 });
    expect(sorted.rows.at.length).toBe(sorted.rows.value.length);
    expect(sorted.summary({ world: 'actual' }).length).toBeGreaterThan(0);
  });

  it('runs designs, with the same rows whether or not files are wanted', async () => {
    const design = {
      ...{ version: 1, title: 'T', question: 'Q?', source: 'S', extends: 'tiny' },
      vary: { 'economy.behaviour.awareness': [0.5, 1] },
    } as const;
    const found = await sweep(design, { ...small, replicates: 1 });
    expect(found.points.map(({ values }) => values)).toEqual([[0.5], [1]]);
    expect(new Set(found.rows.point).size).toBe(2);
    expect(await problemsOf(() => run(design, small))).toMatchObject([{ hint: /sweep/ }]);
  });

  it('lists, checks and describes without simulating', async () => {
    expect(list('scenarios').map(({ id }) => id)).toContain('baseline');
    expect(schema()).toHaveProperty('title', 'creditlab scenario');
    const { text, provenance } = await check('tiny');
    expect(text).toContain('economy:');
    expect(provenance.assumed).toBeGreaterThan(50);
  });
});

describe('a mistake', () => {
  it('is told with its line in a text, and with its path in an object', async () => {
    const text = 'version: 1\nextends: tiny\ntitle: T\nquestion: Q?\nsource: S\nburnin: 3\n';
    expect(await problemsOf(() => run(text))).toMatchObject([
      { file: 'scenario', line: 6, column: 1, path: ['burnin'], guess: 'burnIn' },
    ]);
    const object = {
      version: 1,
      title: 'T',
      question: 'Q?',
      source: 'S',
      extends: 'tiny',
    } as const;
    const found = await problemsOf(() =>
      run({ ...object, borrowers: 3, economy: { loan: { trem: 8 } } }),
    );
    expect(found).toMatchObject([
      { path: ['borrowers'], allowed: [/^100\.\./] },
      { path: ['economy', 'loan', 'trem'], guess: 'term' },
    ]);
    expect(found.every(({ line }) => line === undefined)).toBe(true);
  });

  it.each([
    ['an object that is no scenario', () => run({ version: 1 }), /title: missing/],
    ['a path that does not exist', () => run('./nowhere.yaml'), /there is no such file/],
    ['an id that is none', () => run('tinny'), /no shipped scenario/],
    [
      'a set key misspelt',
      () => run('tiny', { set: { 'economy.loan.trem': 8 } }),
      /no value is called/,
    ],
    [
      'an option misspelt',
      () => run('tiny', { ...small, ...{ replicate: 8 } }),
      /no option "replicate"/,
    ],
    ['a figure that is none', () => result.figure('difference'), /no figure/],
    [
      'a measure that is none',
      () => result.summary({ measure: 'wellfare' }),
      /no measure "wellfare"/,
    ],
    ['a list that is none', () => list('measure'), /no list/],
    [
      'a word in place of an object',
      // @ts-expect-error -- as from JavaScript
      () => result.summary('default-rate'),
      /wanted is said by an object/,
    ],
  ])('such as %s is told in the words of the command line', async (_, call, message) => {
    const [problem] = await problemsOf(call);
    expect(problem?.message).toMatch(message);
    expect(problem?.hint ?? '').not.toContain('npx');
  });

  it('in an object is the command line’s in a file, to the word', async () => {
    const given = {
      version: 1,
      extends: 'tiny',
      title: 'T',
      question: 'Q?',
      source: 'S',
      quarters: 3.5,
    };
    const [fromObject] = await problemsOf(() => run({ ...given, version: 1 }));
    const [fromText] = await problemsOf(() => run(`${JSON.stringify(given)}\n`));
    expect(fromObject?.message).toBe(fromText?.message);
  });
});

describe('a run that is stopped', () => {
  it('before it begins rejects with the reason', async () => {
    const reason = new Error('not today');
    await expect(run('tiny', { ...small, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it.each([undefined, 2])('in the middle does so too, with %s threads', async (threads) => {
    const stop = new AbortController();
    const reason = new Error('enough');
    const onProgress = ({ done }: { readonly done: number }) => {
      if (done === 2) stop.abort(reason);
    };
    const options = { ...small, ...(threads && { threads }), onProgress, signal: stop.signal };
    await expect(run('tiny', options)).rejects.toBe(reason);
  });

  it('leaves nothing of a design behind', async () => {
    // Others write into the machine's folder at the same time.
    const own = temporaryFolder();
    vi.stubEnv('TMPDIR', own);
    const stop = new AbortController();
    const design = {
      ...{ version: 1, title: 'T', question: 'Q?', source: 'S', extends: 'tiny' },
      vary: { 'economy.behaviour.awareness': [0.5, 1] },
    } as const;
    const onProgress = ({ done }: { readonly done: number }) => {
      if (done === 1) stop.abort(new Error('enough'));
    };
    await expect(sweep(design, { ...small, onProgress, signal: stop.signal })).rejects.toThrow(
      'enough',
    );
    vi.unstubAllEnvs();
    expect(readdirSync(own)).toEqual([]);
  });
});

it('two runs at once in one process are those of one after the other', async () => {
  const [a, b] = await Promise.all([
    run('tiny', small),
    run('tiny', { ...small, seed: 'other', threads: 2 }),
  ]);
  expect(a.rows.value).toEqual(result.rows.value);
  expect(b.rows.value).not.toEqual(result.rows.value);
});
