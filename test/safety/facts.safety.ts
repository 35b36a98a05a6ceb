import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { broughtFact } from '../../src/run/evidence/brought.ts';
import { runEvidence } from '../../src/run/evidence/evidence-run.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { temporaryFolder } from '../run/fixture.ts';
import { tally } from './tally.ts';

const { signal } = new AbortController();

/** A fact of which parts are hostile: what stands at its top, in `of`, and in the rules of an institution of its own. */
const factText = ({ top = '', of = '', head = '', needs = '' }) => `
import { defineFact } from 'creditlab';
${head}
${top}
export default {
  id: 'mine', title: 't', source: 's', kind: 'theory', band: '+', unit: 'u', population: 'p',
  needs: { m: { institution: 'none' } ${needs} },
  of: ({ m }) => { ${of} return m.measure('approval-rate'); },
};
`;

function factAt(parts: Parameters<typeof factText>[0]): string {
  const path = join(temporaryFolder(), 'mine.mjs');
  writeFileSync(path, factText(parts));
  return path;
}

async function toldOf(files: readonly string[], only: readonly string[] = ['approval-level']) {
  const scenario = await loadScenario('tiny', {
    ...{ borrowers: 200, quarters: 12, burnIn: 3, replicates: 2, worlds: ['actual'] },
  });
  const brought = files.map((file) => ({ id: 'mine', file }));
  const refs = [...only.map((id) => ({ id })), ...brought];
  return runEvidence(scenario, refs, { lanes: 1, signal });
}

beforeEach(({ task }) => {
  process.env['CREDITLAB_MODULE_SECONDS'] = /loop|for ever/.test(task.name) ? '8' : '100';
});
afterEach(() => {
  delete process.env['CREDITLAB_MODULE_SECONDS'];
});

describe('a fact of the user’s', () => {
  it('is told beside ours, changes none of their numbers, and never runs in the asking thread', async () => {
    Reflect.deleteProperty(globalThis, 'creditlabWasHere');
    const path = factAt({ top: 'globalThis.creditlabWasHere = true;' });
    const { fact } = await broughtFact(path);
    expect(fact).toMatchObject({ id: 'mine', band: '+', needs: { m: { institution: 'none' } } });
    const both = await toldOf([path]);
    const alone = await toldOf([]);
    const ours = (told: typeof both) =>
      told.values.map((values) => values.filter((one) => one.fact === 'approval-level'));
    expect(ours(both)).toEqual(alone.values);
    // In the order in which they were asked.
    expect(both.values.map((values) => values.map((one) => one.fact))).toEqual([
      ['approval-level', 'mine'],
      ['approval-level', 'mine'],
    ]);
    expect(both.readings[1].value.n).toBe(2);
    expect(Reflect.get(globalThis, 'creditlabWasHere')).toBeUndefined();
  });

  it.each([
    ['throws at its top', { top: "throw new Error('no');" }, /fails while it is loaded: no/],
    ['exits', { top: 'process.exit(3);' }, /fails while it is loaded: .*exit/],
    ['loops for ever', { top: 'for (;;) {}' }, /no sign of life for 8 seconds/],
    [
      'waits for ever',
      { top: 'await new Promise(() => setInterval(() => {}, 1000));' },
      /no sign of life for 8 seconds/,
    ],
    [
      'fills its memory',
      { top: 'const all = []; for (;;) all.push(new Array(100_000).fill(all.length));' },
      /it fills the memory of its thread/,
    ],
    ['changes Math.sqrt', { top: 'Math.sqrt = () => 0;' }, /changes the built-in Math\.sqrt/],
    [
      'reads a file',
      { head: "import { readFileSync } from 'node:fs';" },
      /imports node:fs, .*\n.*import the data/,
    ],
    ['throws when it is told', { of: "throw new Error('no');" }, /mine: it throws: no/],
    ['loops when it is told', { of: 'for (;;) {}' }, /no sign of life for 8 seconds/],
    ['exits when it is told', { of: 'process.exit(3);' }, /its code fails: .*exit/],
    ['draws chance', { of: 'return Math.random();' }, /answers differently when/],
    [
      'changes a built-in when it is told',
      { of: 'Math.max = () => 0;' },
      /changes the built-in Math\.max/,
    ],
    ['has a getter that throws', { needs: ", get n() { throw new Error('no'); }" }, /no/],
  ])('that %s gets one sentence with its path', async (_, parts, sentence) => {
    const path = factAt(parts);
    const failure: unknown = await broughtFact(path)
      .then(() => toldOf([path], []))
      .catch((error: unknown) => error);
    const isTold = failure instanceof UserError && sentence.test(String(failure));
    tally('hostile facts', 1, isTold ? 0 : 1);
    expect(failure).toBeInstanceOf(UserError);
    expect(String(failure)).toMatch(sentence);
    expect(String(failure)).toContain('mine.mjs');
  });
});
