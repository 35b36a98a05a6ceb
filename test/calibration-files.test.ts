import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parametersWith } from '../scripts/calibration-files.ts';
import { baselineSpace } from '../src/calibration/file/baseline-space.ts';
import { loadTargets } from '../src/run/calibration/read.ts';
import { economy as prototypeEconomy, lenders as prototypeLenders } from './engine/economy.ts';

const text = readFileSync('src/engine/parameters.ts', 'utf8');

it('puts a vector into the defaults of the parameters, and leaves all else', () => {
  const vector = {
    'economy.hazard.own': 4.25,
    'economy.outside.base': -0.12,
    'economy.use.dial': 0.5,
    'economy.sanctions.collateral': 0.05,
    'everyLender.operating': 0.02,
  };
  const written = parametersWith(text, vector);
  expect(written).toContain("own: real(4.25, [-5, 12], 'log-odds of success a quarter'");
  expect(written).toContain('base: real(-0.12, [-1, 2]');
  expect(written).toContain('dial: real(0.5, [0, 4]');
  expect(written).toContain('    collateral: real(0.05, [0, 2]');
  expect(written).toContain('operating: real(0.02, [0, 0.2]');
  const lines = written.split('\n');
  expect(text.split('\n').filter((line, i) => line !== lines[i])).toHaveLength(5);
  for (const key of ['bank-1.share', 'economy.hazard.nothing', 'economy.search.homeLender']) {
    expect(() => parametersWith(text, { [key]: 1 })).toThrow(key);
  }
});

it('has the search begin with the vector of the model page, whatever the baseline has since', async () => {
  const { scenario, targets, free } = await loadTargets('evidence/calibration/search-us.yaml');
  const shipped = await loadTargets('targets-us');
  expect(targets).toEqual(shipped.targets);
  expect(free).toEqual(baselineSpace);
  for (const { key } of free) {
    const [owner, group, name] = key.split('.');
    if (owner !== 'economy') continue;
    const began: unknown = Reflect.get(scenario.economy, group);
    expect(began).toHaveProperty(name);
    expect(Reflect.get(prototypeEconomy, group)).toMatchObject({
      [name]: Reflect.get({ ...(began as object) }, name),
    });
  }
  expect(scenario.lenders.map(({ operating }) => operating)).toEqual(
    prototypeLenders.map(({ operating }) => operating),
  );
});
