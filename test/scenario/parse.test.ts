import { describe, expect, it } from 'vitest';
import { economyParameters, lenderParameters } from '../../src/engine/parameters.ts';
import { defaultsOf } from '../../src/parameters.ts';
import { parse, small } from './in-memory.ts';

describe('a scenario', () => {
  it('takes from the passports what it does not say', async () => {
    const scenario = await parse(small);
    expect(scenario).toMatchObject({
      ...{ id: 'here', seed: 'creditlab', borrowers: 20_000, quarters: 64, burnIn: 32 },
      ...{ replicates: 20, reference: 'none' },
      worlds: ['actual', 'types-visible', 'action-contractible', 'full-information'],
    });
    expect(scenario.economy.hazard).toEqual(defaultsOf(economyParameters.hazard));
    expect(scenario.economy.search).toEqual({
      ...defaultsOf(economyParameters.search),
      quotes: 2,
    });
    expect(scenario.lenders[0]).toEqual({
      ...defaultsOf(lenderParameters),
      ...{ id: 'left', kind: 'bank', share: 0.5 },
    });
  });

  it('is the same in whatever order its parts stand', async () => {
    const one = await parse(`
version: 1
title: Order
question: Does it matter?
source: none
economy: { use: { dial: 2, meanValue: 1.6 }, search: { quotes: 2 } }
worlds: [full-information, actual]
lenders:
  - { id: b, kind: internet, share: 0.4 }
  - { id: a, kind: bank, share: 0.6 }
institutions:
  - { use: ./mine.ts }
  - full-sharing
  - { use: market-led, with: { fee: 0.01, lag: 1 }, participation: [b, a] }
  - none
`);
    const other = await parse(`
institutions:
  - none
  - { participation: [a, b], with: { lag: 1, fee: 0.01 }, use: market-led }
  - { use: ./mine.ts }
  - full-sharing
lenders:
  - { share: 0.6, kind: bank, id: a }
  - { kind: internet, id: b, share: 0.4 }
worlds: [actual, full-information]
economy: { search: { quotes: 2 }, use: { meanValue: 1.6, dial: 2 } }
source: none
question: Does it matter?
title: Order
version: 1
`);
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
    expect(one.institutions.map(({ id }) => id)).toEqual([
      ...['none', 'market-led', 'full-sharing', 'mine'],
    ]);
  });

  it('is the same whether a default is stated or left out', async () => {
    const stated = small.replace(
      'institutions: [none,',
      'institutions: [{ use: none, with: { retentionNegative: 28, lag: 0 } },',
    );
    expect(await parse(stated)).toEqual(await parse(small));
  });

  it('reads a whole number as a seed, as the text of it', async () => {
    expect((await parse(`${small}seed: 7\n`)).seed).toBe('7');
    expect((await parse(`${small}seed: lecture-3\n`)).seed).toBe('lecture-3');
  });

  it('always runs the actual world', async () => {
    expect((await parse(`${small}worlds: [full-information]\n`)).worlds).toEqual([
      ...['actual', 'full-information'],
    ]);
  });

  it('takes differences against none, else against the first institution', async () => {
    const without = small.replace('[none, full-sharing]', '[full-sharing, dual]');
    expect((await parse(without)).reference).toBe('dual');
    expect((await parse(`${small}reference: full-sharing\n`)).reference).toBe('full-sharing');
  });
});

describe('an institution of a scenario', () => {
  const choose = async (entries: string, rest = '') => {
    const text = small.replace('[none, full-sharing]', `[none, ${entries}]`) + rest;
    return (await parse(text)).institutions.slice(1);
  };

  it('may be used twice, under two names', async () => {
    const twice = await choose(
      'government-led, { use: government-led, as: eu-short, with: { retentionNegative: 2 } }',
    );
    expect(twice).toEqual([
      {
        id: 'government-led',
        label: 'Government-led',
        from: { kind: 'built-in', id: 'government-led' },
        values: {},
      },
      {
        id: 'eu-short',
        label: 'eu-short',
        from: { kind: 'built-in', id: 'government-led' },
        values: { retentionNegative: 2 },
      },
    ]);
  });

  it('takes a value from everyInstitution if it has it, and its own value before that', async () => {
    const [marketLed, sesame] = await choose(
      '{ use: market-led, with: { lag: 3 } }, sesame',
      'everyInstitution: { lag: 1, perks: 0.1, authenticity: 0.5 }\n',
    );
    expect(marketLed.values).toEqual({ lag: 3, perks: 0.1 });
    expect(sesame.values).toEqual({ lag: 1, perks: 0.1, authenticity: 0.5 });
  });

  it('may be declared as columns', async () => {
    const [mine] = await choose(`{
      declare: { label: Banks only, contributes: { bank: must }, reads: { bank: { bank: negative } } },
      as: my-registry, with: { lag: 2 } }`);
    expect(mine).toEqual({
      id: 'my-registry',
      label: 'Banks only',
      from: {
        kind: 'declared',
        columns: {
          label: 'Banks only',
          facts: {},
          contributes: { bank: 'must' },
          reads: { bank: { bank: 'negative' } },
          reciprocal: false,
          values: {},
        },
      },
      values: { lag: 2 },
    });
  });

  it('may be the user’s own module, with its own parameters', async () => {
    const [mine] = await choose('{ use: ./mine.ts, label: Ours, with: { lag: 2 } }');
    expect(mine).toEqual({
      id: 'mine',
      label: 'Ours',
      from: { kind: 'module', path: '/somewhere/mine.ts', hash: 'abc' },
      values: { lag: 2 },
    });
  });
});
