import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadScenario } from '../../src/scenario/load.ts';
import { hashOfModule } from '../../src/scenario/module-hash.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'creditlab-scenarios-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file and returns its path. */
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const header = 'version: 1\ntitle: T\nquestion: Q\nsource: S\n';

describe('a scenario file', () => {
  it('is named by the stem of its file', async () => {
    const path = file('My study (2).yaml', `${header}extends: tiny\n`);
    expect((await loadScenario(path)).id).toBe('My-study-2-');
  });

  it('may be a shipped one, by its id', async () => {
    expect(await loadScenario('tiny')).toEqual(await loadScenario('scenarios/tiny.yaml'));
  });

  it('may extend a file beside it', async () => {
    file('base.yaml', 'version: 1\nextends: tiny\nborrowers: 777\n');
    const path = file('study.yaml', `${header}extends: ./base.yaml\n`);
    expect((await loadScenario(path)).borrowers).toBe(777);
  });

  it('may begin with a byte order mark and have Windows line ends', async () => {
    const path = file('windows.yaml', `\uFEFF${header}extends: tiny\n`.replaceAll('\n', '\r\n'));
    expect((await loadScenario(path)).title).toBe('T');
  });

  it.each([
    ['is missing', () => join(folder, 'stud.yaml'), 'there is no such file\n    did you mean'],
    ['is a folder', () => folder, 'is a folder'],
    ['is an unknown id', () => 'lemon', 'is called "lemon"\n    did you mean lemons?'],
    [
      'is not UTF-8',
      () => file('utf16.yaml', Buffer.from(`\uFEFF${header}`, 'utf16le')),
      'is not UTF-8 text',
    ],
    [
      'takes its points from a missing file',
      () => file('points.yaml', `${header}extends: tiny\nsample: { file: nowhere.csv }\n`),
      'there is no such file\n    shipped sets of vectors: admissible-us',
    ],
    [
      'extends an unknown scenario',
      () => file('orphan.yaml', `${header}extends: tyni\n`),
      'orphan.yaml:5:10: extends: no shipped scenario "tyni"\n    did you mean tiny?',
    ],
    [
      'extends a missing file',
      () => file('orphan.yaml', `${header}extends: ./baes.yaml\n`),
      'did you mean',
    ],
  ])('that %s is refused', async (_, path, message) => {
    await expect(loadScenario(path())).rejects.toThrow(message);
  });
});

describe('a user’s own institution', () => {
  const using = (name: string) =>
    file('own.yaml', `${header}extends: tiny\ninstitutions:\n  - none\n  - use: ${name}\n`);

  const mine = `
import { defineInstitution, recordParameters, recordRules, contributors, readers } from 'creditlab';
import { fee } from './fee.ts';
export default defineInstitution({
  id: 'mine', label: 'Mine',
  facts: { representative: 'a', mechanism: 'b', purpose: 'c', openness: 'd', dataSources: 'e', character: 'f' },
  parameters: recordParameters(),
  rules: (p) => ({ contributes: contributors('may'), access: readers({ level: () => 'full', fee }), ...recordRules(p) }),
});
`;

  it('is found beside the scenario, and its hash follows what it imports', async () => {
    file('fee.ts', 'export const fee = 0.001;\n');
    const path = file('mine.ts', mine);
    const scenario = await loadScenario(using('./mine.ts'));
    expect(scenario.institutions[1]).toMatchObject({
      id: 'mine',
      from: { kind: 'module', path, hash: hashOfModule(path) },
    });
    file('fee.ts', 'export const fee = 0.002;\n');
    expect((await loadScenario(using('./mine.ts'))).institutions[1]).not.toEqual(
      scenario.institutions[1],
    );
  });

  it('has the versions of packages that it imports in its hash', () => {
    const about = (version: string) => JSON.stringify({ name: '@a/b', version });
    for (const name of ['@a/b', 'creditlab']) {
      mkdirSync(join(folder, 'node_modules', name), { recursive: true });
    }
    file('node_modules/@a/b/package.json', about('1.0.0'));
    file('node_modules/creditlab/package.json', about('1.0.0'));
    const path = file('mine.ts', `import table from '@a/b/table.json';\n${mine}`);
    const before = hashOfModule(path);
    file('node_modules/creditlab/package.json', about('1.0.1'));
    expect(hashOfModule(path)).toBe(before);
    file('node_modules/@a/b/package.json', about('1.0.1'));
    expect(hashOfModule(path)).not.toBe(before);
  });

  it('does not change its hash when the folder moves', () => {
    file('fee.ts', 'export const fee = 0.001;\n');
    const before = hashOfModule(file('mine.ts', mine));
    mkdirSync(join(folder, 'moved'));
    file('moved/fee.ts', 'export const fee = 0.001;\n');
    expect(hashOfModule(file('moved/mine.ts', mine))).toBe(before);
  });

  it.each([
    ['is missing', './gone.ts', undefined, 'own.yaml:8:10: institutions, entry 2, use'],
    ['throws when it is read', './bad.ts', 'throw new Error("no luck");', 'no luck'],
    ['exports nothing', './bad.ts', 'export const x = 1;', 'has no default export'],
    [
      'throws in a rule',
      './bad.ts',
      mine
        .replace(/import \{ fee.*\n/, '')
        .replace("() => 'full', fee", '() => { throw new Error("oh"); }, fee: 0'),
      'bad.ts): access: oh',
    ],
  ])('that %s is refused', async (_, name, source, message) => {
    if (source !== undefined) file(name, source);
    await expect(loadScenario(using(name))).rejects.toThrow(message);
  });

  it('that does not parse is told at its own line', async () => {
    file('bad.ts', 'export default {\n  id: \n};;)\n');
    await expect(loadScenario(using('./bad.ts'))).rejects.toThrow(/bad\.ts:\d+:\d+: /);
  });
});
