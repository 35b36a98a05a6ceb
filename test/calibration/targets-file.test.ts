import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baselineSpace } from '../../src/calibration/file/baseline-space.ts';
import { addressOf } from '../../src/calibration/address.ts';
import { parseTargets } from '../../src/calibration/file/targets-file.ts';
import { vectorScenario } from '../../src/calibration/best.ts';
import { UserError } from '../../src/errors.ts';
import { loadTargets } from '../../src/run/calibration/read.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { temporaryFolder } from '../run/fixture.ts';

const scenario = await loadScenario('baseline');

const parse = (text: string, files: Readonly<Record<string, string>> = {}) =>
  parseTargets(
    { name: 'mine.yaml', text },
    {
      read: (reference) => {
        if (!Object.hasOwn(files, reference)) throw new UserError(`there is no ${reference}`);
        return { name: reference, text: files[reference] };
      },
      load: async () => ({ scenario, base: 'baseline' }),
      facts: new Map([
        ['price-slope', 'D per unit of default'],
        ['sharing-lowers-default', undefined],
      ]),
    },
  );

const mistakes = async (text: string): Promise<string> => {
  const error: unknown = await parse(text).catch((thrown: unknown) => thrown);
  if (!(error instanceof UserError)) throw new Error('no mistake was found');
  return error.message;
};

const good = 'version: 1\ntargets:\n  - { measure: default-rate, value: 0.04, source: a bank }\n';

describe('a targets file', () => {
  it('needs no more than values and sources: scale, band, market and ranges have usual values', async () => {
    const { targets, free, id, size } = await parse(good);
    expect(targets).toEqual([
      {
        ...{
          id: 'default-rate',
          market: 'market-led',
          value: 0.04,
          scale: 0.004,
          source: 'a bank',
        },
        quantity: { kind: 'measure', measure: 'default-rate' },
        band: [expect.closeTo(0.034, 12), expect.closeTo(0.046, 12)],
        unit: 'share of loans',
      },
    ]);
    expect(free).toBe(baselineSpace);
    expect([id, size.borrowers]).toEqual(['mine', 4096]);
  });

  it('extends another: a nearer target takes the place of its like, and some are left out', async () => {
    const base = `${good}  - { fact: price-slope, value: 0.8, source: a paper }\n  - { ratio: [will-not-pay-rate, default-rate], value: 0.2, market: none, source: b }\n`;
    const text =
      'version: 1\nextends: base\nwithout: [price-slope]\ntargets:\n  - { measure: default-rate, value: 0.09, source: mine }\n';
    const { targets } = await parse(text, { base });
    expect(targets.map(({ id, value }) => [id, value])).toEqual([
      ['default-rate', 0.09],
      ['will-not-pay-rate/default-rate', 0.2],
    ]);
  });

  it('frees what it names, on a log scale where it says so', async () => {
    const text = `${good}free:\n  economy.hazard.own: [2, 7]\n  everyLender.operating: { from: 0.01, to: 0.05, scale: log }\n  economy.search.quotes: [1, 6]\n`;
    expect((await parse(text)).free).toEqual([
      { key: 'economy.hazard.own', low: 2, high: 7, scale: 'linear', whole: false },
      { key: 'everyLender.operating', low: 0.01, high: 0.05, scale: 'log', whole: false },
      { key: 'economy.search.quotes', low: 1, high: 6, scale: 'linear', whole: true },
    ]);
  });
});

describe('a mistake in a targets file', () => {
  const entry = (words: string) => `version: 1\ntargets:\n  - { ${words} }\n`;
  const freeing = (words: string) => `${good}free:\n  ${words}\n`;

  it.each([
    [
      'an unknown measure',
      entry('measure: defualt-rate, value: 1, source: a'),
      'mine.yaml:3:16: targets, entry 1, measure: no measure "defualt-rate"',
      'did you mean default-rate?',
    ],
    [
      'an unknown fact',
      entry('fact: price-slop, value: 1, source: a'),
      'no fact "price-slop"',
      'did you mean price-slope?',
    ],
    [
      'a fact of several markets',
      entry('fact: sharing-lowers-default, value: -1, source: a'),
      'the fact "sharing-lowers-default" needs several markets, and a target is of one',
      'facts of one market: price-slope',
    ],
    [
      'no source',
      entry('measure: apr, value: 0.2'),
      'targets, entry 1, source: missing',
      'where the number comes from',
    ],
    [
      'a crossed band',
      entry('measure: apr, value: 0.2, band: [0.3, 0.1], source: a'),
      'targets, entry 1, band: [0.3, 0.1] is crossed',
      'the first below the second',
    ],
    [
      'an empty band',
      entry('measure: apr, value: 0.2, band: [0.2, 0.2], source: a'),
      '[0.2, 0.2] is empty',
      '',
    ],
    [
      'a value outside its band',
      entry('measure: apr, value: 0.5, band: [0.1, 0.3], source: a'),
      '0.5 is outside its own band',
      '',
    ],
    [
      'a target of nothing',
      entry('value: 0.5, source: a'),
      'says not what it is about',
      'name one of measure',
    ],
    [
      'a target of zero without a scale',
      entry('measure: lender-profit, value: 0, source: a'),
      'a target of 0 needs a scale',
      '',
    ],
    [
      'an unknown market',
      entry('measure: apr, value: 0.2, market: market-lad, source: a'),
      'no institution "market-lad"',
      'did you mean market-led?',
    ],
    [
      'the same twice',
      `${good}  - { measure: default-rate, value: 0.05, source: b }\n`,
      'is there already',
      'another id',
    ],
    ['no target', 'version: 1\n', 'targets: missing', 'name at least one'],
    [
      'an empty list of targets',
      'version: 1\ntargets: []\n',
      'targets: there is no target',
      'name at least one',
    ],
    [
      'an unknown parameter',
      freeing('economy.hazard.liquidty: [3, 9]'),
      'unknown key "economy.hazard.liquidty"',
      'did you mean economy.hazard.liquidity?',
    ],
    [
      'a range beyond what is allowed',
      freeing('economy.hazard.liquidity: [3, 19]'),
      'free.economy.hazard.liquidity: 3 to 19 reaches outside -5..12',
      '',
    ],
    ['a crossed range', freeing('economy.hazard.own: [7, 2]'), 'the range is crossed', ''],
    [
      'a log scale from zero',
      freeing('economy.hazard.debt: { from: 0, to: 2, scale: log }'),
      'a log scale begins above 0',
      '',
    ],
    ['an unknown key', `${good}freee: {}\n`, 'unknown key "freee"', 'did you mean free?'],
    [
      'an unknown condition',
      `${good}require:\n  - { measure: life-pd-gab, max: 1 }\n`,
      'no measure "life-pd-gab"',
      'did you mean life-pd-gap?',
    ],
    [
      'a condition without an end',
      `${good}require:\n  - { measure: life-pd-gap }\n`,
      'says nothing',
      'add min or max',
    ],
    ['too short a run', `${good}quarters: 20\n`, 'quarters must be at least 36', ''],
  ])('is located: %s', async (_, text, message, hint) => {
    const found = await mistakes(text);
    expect(found).toContain(message);
    expect(found).toContain(hint);
    expect(found).toMatch(/^mine\.yaml:\d+:\d+: /);
  });

  it('hides no other', async () => {
    const found = await mistakes(entry('measure: aprr, value: 0.2, band: [0.3, 0.1], source: a'));
    expect(found.split('mine.yaml:')).toHaveLength(3);
  });

  it('hides none of another target, nor says that there is none', async () => {
    const first = entry('measure: aprr, value: 0.2');
    const found = await mistakes(
      `${first}  - { measure: apr, value: 2, band: [3, 1], source: a }\n`,
    );
    expect(found).toContain('targets, entry 1, source: missing');
    expect(found).toContain('targets, entry 1, measure: no measure "aprr"');
    expect(found).toContain('targets, entry 2, band: [3, 1] is crossed');
    expect(found.split('mine.yaml:')).toHaveLength(4);
  });

  it('is that nothing is left of what it extends', async () => {
    const text = 'version: 1\nextends: base\nwithout: [default-rate]\n';
    await expect(parse(text, { base: good })).rejects.toThrow('there is no target');
  });
});

describe('the shipped targets', () => {
  it('are those of the evidence, in the baseline’s ranges', async () => {
    const { targets, free, conditions } = await loadTargets('targets-us');
    const { targets: given, require } = JSON.parse(
      readFileSync('evidence/targets.json', 'utf8'),
    ) as {
      targets: {
        id: string;
        market: string;
        value: number;
        scale: number;
        band: number[];
        source: string;
      }[];
      require: Record<string, [number | null, number | null]>;
    };
    const plain = targets.map(({ id, market, value, scale, band, source }) => ({
      ...{ id, market, value, scale, band, source },
    }));
    expect(plain).toEqual(
      given.map(({ id, market, value, scale, band, source }) => ({
        ...{ id, market, value, scale, band, source },
      })),
    );
    expect(free).toBe(baselineSpace);
    expect(
      Object.fromEntries(conditions.map(({ measure, min, max }) => [measure, [min, max]])),
    ).toEqual(
      Object.fromEntries(
        Object.entries(require).map(([id, [min, max]]) => [
          id,
          [min ?? -Infinity, max ?? Infinity],
        ]),
      ),
    );
  });
});

it('searches the baseline within what its passports allow, around the vector that it has', () => {
  for (const { key, low, high } of baselineSpace) {
    const address = addressOf(scenario, key);
    expect(address, key).toBeDefined();
    expect(low, key).toBeGreaterThanOrEqual(address?.passport.min ?? NaN);
    expect(high, key).toBeLessThanOrEqual(address?.passport.max ?? NaN);
    expect(address?.value, key).toBeGreaterThanOrEqual(low);
    expect(address?.value, key).toBeLessThanOrEqual(high);
  }
});

it('hands on its best vector as a scenario that extends the one it fitted', async () => {
  const calibration = await parse(
    `${good}free:\n  economy.hazard.own: [2, 7]\n  everyLender.operating: [0.01, 0.05]\n`,
  );
  const text = vectorScenario(calibration, { values: [4.25, 0.0321] }, 'baseline');
  const path = join(temporaryFolder(), 'best.yaml');
  writeFileSync(path, text);
  const read = await loadScenario(path);
  expect(read.economy).toEqual({
    ...scenario.economy,
    hazard: { ...scenario.economy.hazard, own: 4.25 },
  });
  expect(read.lenders).toEqual(scenario.lenders.map((one) => ({ ...one, operating: 0.0321 })));
});
