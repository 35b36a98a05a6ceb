import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baselineSpace } from '../../src/calibration/file/baseline-space.ts';
import { addressOf } from '../../src/calibration/address.ts';
import { vectorScenario } from '../../src/calibration/best.ts';
import { loadTargets } from '../../src/run/calibration/read.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { temporaryFolder } from '../run/fixture.ts';
import { good, parse, scenario } from './targets-text.ts';

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
