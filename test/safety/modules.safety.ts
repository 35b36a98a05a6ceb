import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { simulateScenario } from '../../src/jobs/index.ts';
import { threads } from '../../src/run/threads.ts';
import { sharedMarkets } from '../../src/run/shared-markets.ts';
import { loadExternalInstitution } from '../../src/scenario/institutions/external.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { temporaryFolder } from '../run/fixture.ts';
import { tally } from './tally.ts';

const small = { borrowers: 200, quarters: 8, burnIn: 3, replicates: 2, worlds: ['actual'] };
const { signal } = new AbortController();

/** A module of which parts are hostile: what stands at its top, in `rules`, and in its score. */
const moduleText = ({ top = '', rules = '', points = '', head = '' }) => `
import { defineInstitution, contributors, readers, recordParameters, recordRules } from 'creditlab';
${head}
${top}
export default defineInstitution({
  id: 'mine', label: 'Mine',
  facts: { representative: 'r', mechanism: 'm', purpose: 'p', openness: 'o', dataSources: 'd', character: 'c' },
  parameters: recordParameters({}),
  rules: (p) => { ${rules}
    return {
      contributes: contributors({ bank: 'must', internet: 'must' }),
      access: readers({ level: () => 'full', fee: 0 }),
      ...recordRules(p),
      score: {
        authenticity: [0, 0, 0, 0, 0, 0, 0, 0, 0],
        points(reports, out) { ${points}
          for (let i = 0; i < reports.n; i++) out[i] = 600 + reports.repaid[i] - 20 * reports.defaults[i];
        },
      },
    };
  },
});
`;

function moduleAt(parts: Parameters<typeof moduleText>[0]): string {
  const path = join(temporaryFolder(), 'mine.mjs');
  writeFileSync(path, moduleText(parts));
  return path;
}

async function scenarioWith(path: string) {
  const file = join(temporaryFolder(), 'mine.yaml');
  const lines = ['version: 1', 'title: t', 'question: q', 'source: s', 'extends: tiny'];
  writeFileSync(
    file,
    [...lines, `institutions: [none, { use: ${path}, as: mine }]`, ''].join('\n'),
  );
  return loadScenario(file, small);
}

/** Little for what never ends, much for what only is slow on a busy machine. */
beforeEach(({ task }) => {
  process.env['CREDITLAB_MODULE_SECONDS'] = /loop|for ever/.test(task.name) ? '8' : '100';
});
afterEach(() => {
  delete process.env['CREDITLAB_MODULE_SECONDS'];
});

const valuesOf = async (path: string, executor = threads(1)) => {
  const rows = await simulateScenario(await scenarioWith(path), { executor, signal });
  return rows.map(({ institution, measure, value }) => `${institution} ${measure} ${value}`);
};

describe('a module', () => {
  it('of good will gives the same on threads and on shared markets, and changes no row of others', async () => {
    const path = moduleAt({});
    const rows = await valuesOf(path);
    expect(await valuesOf(path, sharedMarkets(1, 2))).toEqual(rows);
    const alone = await loadScenario('tiny', { ...small, institutions: ['none'] });
    const others = await simulateScenario(alone, { executor: threads(1), signal });
    const own = rows.filter((row) => row.startsWith('none '));
    expect(own).toEqual(
      others.map(({ institution, measure, value }) => `${institution} ${measure} ${value}`),
    );
  });

  it('never runs in the main thread', async () => {
    Reflect.deleteProperty(globalThis, 'creditlabWasHere');
    await loadExternalInstitution(moduleAt({ top: 'globalThis.creditlabWasHere = true;' }));
    expect(Reflect.get(globalThis, 'creditlabWasHere')).toBeUndefined();
  });

  it.each([
    [
      'throws at its top',
      { top: "throw new Error('no');" },
      /mine\.\w+:.* fails while it is loaded: no/,
    ],
    [
      'throws what cannot be told',
      { top: 'throw { toString() { throw 1; } };' },
      /fails while it is loaded/,
    ],
    [
      'rejects',
      { top: "Promise.reject(new Error('later'));\nawait new Promise((r) => setTimeout(r, 50));" },
      /fails while it is loaded: later/,
    ],
    ['exits', { top: 'process.exit(3);' }, /mine\.\w+:.* ends the thread that it runs in \(3\)/],
    [
      'waits for ever',
      { top: 'await new Promise(() => setInterval(() => {}, 1000));' },
      /no sign of life for 8 seconds/,
    ],
    ['loops for ever', { top: 'for (;;) {}' }, /no sign of life for 8 seconds/],
    [
      'fills its memory',
      { top: 'const all = []; while (true) all.push(new Array(100_000).fill(all.length));' },
      /it fills the memory of its thread/,
    ],
    ['changes Math.sqrt', { top: 'Math.sqrt = () => 0;' }, /changes the built-in Math\.sqrt/],
    [
      'changes a prototype',
      { top: 'Float64Array.prototype.fill = function () { return this; };' },
      /changes the built-in/,
    ],
    [
      'adds to a prototype',
      { top: 'Array.prototype.mine = 1;' },
      /changes the built-in Array\.prototype\.mine/,
    ],
    [
      'reads a file',
      { head: "import { readFileSync } from 'node:fs';" },
      /imports node:fs, .*\n.*import the data/,
    ],
    ['opens connections', { head: "import http from 'http';" }, /imports http, /],
    [
      'computes an import',
      { top: "const m = 'node:' + 'fs'; await import(m);" },
      /imports what it computes/,
    ],
    ['goes round', { top: "process.getBuiltinModule('fs');" }, /roundabout way/],
    ['throws in rules', { rules: "throw new Error('no');" }, /rules: .*no/],
    ['exits in its rules', { rules: 'process.exit(3);' }, /rules: ends the thread .* \(3\)/],
    [
      'leaves a rejected promise in its rules',
      { rules: "Promise.reject(new Error('later'));" },
      /leaves a rejected promise that nobody catches: later/,
    ],
    [
      'leaves a rejected promise when it is loaded',
      { top: "Promise.reject(new Error('later'));" },
      /(?:leaves a rejected promise that nobody catches|fails while it is loaded): later/,
    ],
    [
      'exits in its score',
      { points: 'process.exit(0);' },
      /score\.points: ends the thread .* \(0\)/,
    ],
    [
      'fills its memory in its rules',
      { rules: 'const all = []; while (true) all.push(new Array(100_000).fill(all.length));' },
      /ends the thread that it runs in\n.*fill its memory/,
    ],
    ['has rules that loop', { rules: 'for (;;) {}' }, /no sign of life/],
    [
      'changes a built-in in its score',
      { points: 'Math.max = () => 0;' },
      /changes the built-in Math\.max/,
    ],
  ])('that %s gets one sentence with its path', async (_, parts, sentence) => {
    const path = moduleAt(parts);
    const failure: unknown = await valuesOf(path).catch((error: unknown) => error);
    const isTold = failure instanceof UserError && sentence.test(String(failure));
    tally('hostile modules', 1, isTold ? 0 : 1);
    expect(failure).toBeInstanceOf(UserError);
    expect(String(failure)).toMatch(sentence);
    expect(String(failure)).toContain(path);
  });

  it.each([
    ['draws chance', 'out.fill(500 + 100 * Math.random()); return;', /answers differently when/],
    [
      'draws chance late',
      'globalThis.n = (globalThis.n ?? 0) + 1; if (globalThis.n > 30) reports = { ...reports, repaid: reports.repaid.map(() => Math.random() * 300) };',
      /answers differently when/,
    ],
    [
      'fills its memory in a simulation',
      'globalThis.n = (globalThis.n ?? 0) + 1; const all = []; while (globalThis.n > 6) all.push(new Array(100_000).fill(all.length));',
      /it fills the memory of its thread/,
    ],
    [
      'loops in a simulation',
      'globalThis.n = (globalThis.n ?? 0) + 1; if (globalThis.n > 6) for (;;) {}',
      /no sign of life for 8 seconds/,
    ],
  ])('whose score %s is found out', async (_, points, sentence) => {
    await expect(valuesOf(moduleAt({ points }))).rejects.toThrow(sentence);
  });
});
