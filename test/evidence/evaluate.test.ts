import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { evaluateFacts, marketsOf } from '../../src/evidence/evaluate.ts';
import { loadExternalFact } from '../../src/evidence/external.ts';
import { marketFacts, observeFacts } from '../../src/evidence/index.ts';
import { defineFact, type Fact, type WatchNeed } from '../../src/evidence/kit.ts';
import { simulate } from '../../src/engine/running/index.ts';
import { fingerprint, builtIn } from '../engine/market.ts';
import { smallMarket } from '../experiments/market.ts';

const base = smallMarket({ borrowers: 600, quarters: 30, burnIn: 16 });
const outside = (name: string) => fileURLToPath(new URL(`outside/${name}`, import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'creditlab-facts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function factWith(changes: Partial<Fact>): Fact {
  return defineFact({
    ...{ id: 'mine', title: 'Mine', source: 'a paper', kind: 'published', band: [0, 1] },
    ...{ unit: 'u', population: 'p', needs: { market: { institution: 'none' } }, of: () => 0.5 },
    ...changes,
  });
}

const problemsOf = (work: () => unknown): string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError)
      return error.problems.map(({ message, hint }) => `${message} | ${hint ?? ''}`);
    throw error;
  }
  return [];
};

describe('facts from outside', () => {
  it('are told of everything that can be asked for', async () => {
    const facts = await Promise.all(
      ['everything.ts', 'grid.js'].map((name) => loadExternalFact(outside(name))),
    );
    const values = evaluateFacts(base, facts);
    // Who reads negative data finds no loan repaid.
    expect(values[0]).toEqual({ fact: 'everything', at: null, value: 0 });
    expect(values.slice(1).map(({ at }) => at)).toEqual([1, 2, 3]);
    expect(values[2].value).toBeGreaterThan(values[1].value);
  });

  it.each<[string, WatchNeed]>([
    ['applications', { applications: true }],
    ['loans', { loans: true }],
    ['trials', { trials: true }],
    ['people', { people: { after: 0, ahead: 1 } }],
  ])('see %s if they ask, and are told if they do not', (name, watch) => {
    const rows = (seen: Parameters<Fact['of']>[0]) => Reflect.get(seen['market'], name).n;
    const asking = factWith({ needs: { market: { institution: 'none', watch } }, of: rows });
    expect(evaluateFacts(base, [{ fact: asking }])[0].value).toBeGreaterThan(100);
    const [problem] = problemsOf(() =>
      evaluateFacts(base, [{ fact: factWith({ of: rows }), file: 'f.ts' }]),
    );
    expect(problem).toContain(`mine: it throws: ${name} was not asked for`);
  });
});

describe('markets', () => {
  it('that are equal are run once, however they are written', () => {
    const facts = [
      factWith({}),
      factWith({ needs: { a: { institution: 'none', economy: { search: { quotes: 3 } } } } }),
      factWith({
        needs: { a: { institution: 'negative-only', values: { retentionNegative: 28 } } },
      }),
      factWith({ needs: { a: { institution: 'negative-only' }, b: { institution: 'none' } } }),
    ];
    expect(
      marketsOf(
        base,
        facts.map((fact) => ({ fact })),
      ),
    ).toBe(2);
  });

  it('are those of a plain run, watched or not', () => {
    const ids = marketFacts.map(({ id }) => id);
    const institution = builtIn('market-led');
    const market = smallMarket();
    const { ledger, facts } = observeFacts(market, institution, ids);
    expect(fingerprint(ledger)).toBe(fingerprint(simulate(market, institution)));
    expect(Object.keys(facts)).toEqual(ids);
    expect(facts['default-level']).toBeGreaterThan(0.02);
  });

  it('that do not exist are told, all at once, with what may have been meant', () => {
    const need = {
      institution: 'market-lead',
      economy: { search: { quots: 1 }, serch: {}, pricing: { cap: 9 } },
      lenders: ['bank-9'],
      watch: { people: { after: 90, ahead: 6 } },
    } as unknown as Fact['needs'][string];
    const found = problemsOf(() =>
      evaluateFacts(base, [{ fact: factWith({ needs: { m: need } }) }]),
    );
    expect(found).toHaveLength(6);
    expect(found.join('\n')).toContain('did you mean market-led?');
    expect(found.join('\n')).toContain('did you mean quotes?');
    expect(found.join('\n')).toContain('mine: needs.m: ');
  });
});

describe('mistakes', () => {
  it.each<[string, Fact['of'], string]>([
    ['throws', () => { throw new Error('oh'); }, 'mine: it throws: oh'], // prettier-ignore
    ['gives NaN', () => NaN, 'mine: of gave NaN, which is no number'],
    ['asks for a measure that is not', ({ market }) => market.measure('aprr'), 'did you mean apr?'],
  ])('a fact that %s is named, with its file', (_, of, message) => {
    const facts = [{ fact: factWith({ of }), file: 'my-fact.ts' }];
    expect(() => evaluateFacts(base, facts)).toThrow(message);
    expect(() => evaluateFacts(base, facts)).toThrow('my-fact.ts');
  });

  const header =
    "id: 'x', title: 't', source: 's', kind: 'published', unit: 'u', population: 'p', of: () => 1,";
  const needs = "needs: { m: { institution: 'none' } }";
  it.each([
    [
      'no source',
      `{ ${header.replace("source: 's',", '')} band: [0, 1], ${needs} }`,
      'source: is missing',
    ],
    ['a crossed band', `{ ${header} band: [1, 0], ${needs} }`, 'band: is crossed'],
    ['an empty band', `{ ${header} band: [1, 1], ${needs} }`, 'band: is empty'],
    ['a band that is none', `{ ${header} band: '±', ${needs} }`, 'band: is no band'],
    ['no grid', `{ ${header} band: 'interior', ${needs} }`, 'needs a grid'],
    [
      'a kind that is none',
      `{ ${header.replace("'published'", "'rumour'")} band: '+', ${needs} }`,
      'published, theory, law',
    ],
    [
      'a misspelt need',
      `{ ${header} band: '+', needs: { m: { institution: 'none', wacht: {} } } }`,
      'wacht',
    ],
    ['nothing', `{}`, 'no default export that is a fact'],
  ])('a module with %s is refused', async (name, text, message) => {
    const path = join(folder, `${name.replaceAll(' ', '-')}.js`);
    writeFileSync(path, `export default ${text};\n`);
    await expect(loadExternalFact(path)).rejects.toThrow(message);
  });
});
