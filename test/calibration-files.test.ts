import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { baselineWith, vectorIn } from '../scripts/calibration-files.ts';
import { baselineSpace } from '../src/calibration/file/baseline-space.ts';
import { economyParameters, lenderParameters } from '../src/engine/parameters.ts';
import { loadTargets } from '../src/run/calibration/read.ts';

const text = readFileSync('scenarios/baseline.yaml', 'utf8');

it('puts a vector into the baseline, and leaves its comments and all else', () => {
  const vector = {
    'economy.hazard.own': 4.25,
    'economy.outside.base': -0.1,
    'everyLender.operating': 0.02,
  };
  const written = baselineWith(parseDocument(text), vector);
  expect(written).toContain('# Nobody shares anything');
  const before: Record<string, unknown> = parse(text);
  const after: Record<string, unknown> = parse(written);
  expect(Object.keys(after)).toEqual(expect.arrayContaining(Object.keys(before)));
  expect(after).toMatchObject({ economy: { hazard: { own: 4.25 }, outside: { base: -0.1 } } });
  expect(after.institutions).toEqual(before.institutions);
  expect(vectorIn(after)).toMatchObject(vector);
  expect(() => baselineWith(parseDocument(text), { 'bank-1.share': 1 })).toThrow('bank-1.share');
});

it('has the search begin with the vector of the model page, whatever the baseline has since', async () => {
  const { scenario, targets, free } = await loadTargets('evidence/calibration/search-us.yaml');
  const shipped = await loadTargets('targets-us');
  expect(targets).toEqual(shipped.targets);
  expect(free).toEqual(baselineSpace);
  for (const { key } of free) {
    const [owner, group, name] = key.split('.');
    const tables: Readonly<Record<string, Readonly<Record<string, { default: unknown }>>>> =
      economyParameters;
    if (owner === 'economy') {
      const values: Readonly<Record<string, unknown>> = { ...Reflect.get(scenario.economy, group) };
      expect(values[name]).toBe(tables[group][name].default);
    }
  }
  expect(scenario.lenders.map(({ operating }) => operating)).toEqual(
    scenario.lenders.map(() => lenderParameters.operating.default),
  );
});
