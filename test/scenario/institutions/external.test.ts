import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError, type Problem } from '../../../src/errors.ts';
import { loadExternalInstitution } from '../../../src/scenario/institutions/external.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'creditlab-external-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Writes a module outside the project, where nothing is installed, and loads it. */
async function load(name: string, source: string) {
  const path = join(folder, name);
  await writeFile(path, source);
  return loadExternalInstitution(path);
}

/** What the user is told, without the folder's name. */
async function complaints(work: Promise<unknown>): Promise<Problem[]> {
  const error = await work.then(
    () => expect.unreachable('loaded'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw error;
  return error.problems.map((problem) => ({
    ...problem,
    file: (problem.file ?? '').replace(join(folder, '/'), ''),
  }));
}

const body = `{
  id: 'mine',
  label: 'Mine',
  facts: {
    representative: 'a', mechanism: 'b', purpose: 'c', openness: 'd', dataSources: 'e', character: 'f',
  },
  parameters: recordParameters({ lag: [2, 'assumption: for a test'] }),
  rules: (p) => ({
    contributes: contributors('may'),
    access: readers({ level: () => 'full', fee: p.fee }),
    ...recordRules(p),
  }),
}`;
const names = 'defineInstitution, contributors, readers, recordParameters, recordRules';
const imports = `import { ${names} } from 'creditlab';\n`;

describe('a user’s own module', () => {
  it.each([
    ['a.ts', `${imports}const lag: number = 2; export default defineInstitution(${body});`],
    ['a.mts', `${imports}export default defineInstitution(${body});`],
    ['a.js', `${imports}export default defineInstitution(${body});`],
    ['a.mjs', `${imports}export default defineInstitution(${body});`],
    [
      'a.cjs',
      `const { ${names} } = require('creditlab');\nmodule.exports = defineInstitution(${body});`,
    ],
    [
      'b.cjs',
      `const { ${names} } = require('creditlab');\nexports.default = defineInstitution(${body});`,
    ],
    ['plain-object.js', `${imports}export default ${body};`],
  ])('may be written as %s', async (name, source) => {
    const institution = await load(name, source);
    expect(institution.id).toBe('mine');
    expect(institution.rules().records.lag).toBe(2);
    expect(institution.rules({ lag: 1 }).records.lag).toBe(1);
  });

  it('may import its own files, and is read anew each time', async () => {
    const source = `${imports}import { lag } from './lag.ts';
      export default { ...defineInstitution(${body}), label: 'lag ' + lag };`;
    await writeFile(join(folder, 'lag.ts'), 'export const lag: number = 1;');
    expect((await load('own.ts', source)).label).toBe('lag 1');
    await writeFile(join(folder, 'lag.ts'), 'export const lag: number = 9;');
    expect((await load('own.ts', source)).label).toBe('lag 9');
  });

  it.each([
    ['a.cjs', `exports.lag = 7;`, `import { lag } from './a.cjs';`],
    ['b.cjs', `module.exports = { lag: 7 };`, `import b from './b.cjs'; const { lag } = b;`],
    ['c.cjs', `exports.lag = 7;`, `import * as c from './c.cjs'; const { lag } = c;`],
    ['d.ts', `export default 7;`, `import lag from './d.ts';`],
    ['e.json', `{ "lag": 7 }`, `import e from './e.json'; const { lag } = e;`],
    ['f.js', `module.exports = 7;`, `import lag from './f.js';`],
    ['g.mjs', `export default { lag: 7 };`, `import g from './g.mjs'; const { lag } = g;`],
  ])('may import any kind of module: %s', async (name, helper, statement) => {
    await writeFile(join(folder, `helper-${name}`), helper);
    const source = `${imports}${statement.replace('./', './helper-')}
      export default { ...defineInstitution(${body}), label: 'lag ' + lag };`;
    expect((await load('imports.ts', source)).label).toBe('lag 7');
  });

  it('leaves no file behind', async () => {
    const before = await readdir(folder);
    await loadExternalInstitution(join(folder, 'a.ts'));
    expect(await readdir(folder)).toEqual(before);
  });

  it('is missing', async () => {
    expect(await complaints(loadExternalInstitution(join(folder, 'nowhere.ts')))).toEqual([
      {
        file: 'nowhere.ts',
        message: expect.stringMatching(/^no module can be read at .*nowhere.ts$/),
      },
    ]);
  });

  it('does not parse: the place is named', async () => {
    expect(await complaints(load('typo.ts', 'const a = 1;\nexport default { id: ;\n'))).toEqual([
      {
        file: 'typo.ts',
        line: 2,
        column: 22,
        message: expect.stringContaining('Unexpected token'),
      },
    ]);
  });

  it('throws while it is loaded', async () => {
    expect(await complaints(load('boom.ts', `throw new RangeError('boom');`))).toEqual([
      { file: 'boom.ts', message: 'fails while it is loaded: RangeError: boom' },
    ]);
  });

  it('imports what is not there', async () => {
    const [problem] = await complaints(
      load('lost.ts', `import x from './x.ts'; export default x;`),
    );
    expect(problem).toEqual({
      file: 'lost.ts',
      message: expect.stringMatching(/Cannot find module '.\/x.ts'/),
    });
  });

  it('has no default export', async () => {
    const named = `${imports}export const mine = defineInstitution(${body});`;
    for (const [name, source] of [
      ['named.ts', named],
      ['empty.ts', ''],
      ['number.ts', 'export default 3;'],
    ] as const) {
      expect(await complaints(load(name, source))).toEqual([
        expect.objectContaining({ file: name, message: 'has no default export' }),
      ]);
    }
  });

  it('has the wrong shape: every missing or wrong field is named', async () => {
    const wrong = `export default { id: 'Not Kebab', label: '', facts: { representative: 'EU' },
      parameters: { fee: { kind: 'number', default: 3, min: 0, max: 1, unit: 'principals', about: 'fee', source: 'x' } } };`;
    const found = await complaints(load('shape.js', wrong));
    expect(found.map(({ message }) => message.split(':')[0])).toEqual([
      'id',
      'label',
      'facts.mechanism',
      'facts.purpose',
      'facts.openness',
      'facts.dataSources',
      'facts.character',
      'parameters.fee',
      'rules',
    ]);
    expect(found.every(({ file }) => file === 'shape.js')).toBe(true);
  });
});
