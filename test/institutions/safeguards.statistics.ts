import { expect, it } from 'vitest';
import { simulate } from '../../src/engine/running/index.ts';
import { institutions } from '../../src/institutions/registry.ts';
import {
  safeguardParameters,
  safeguarded,
  type SafeguardValues,
} from '../../src/institutions/safeguards.ts';
import type { Values } from '../../src/institutions/institution.ts';
import { valuesIn } from '../../src/measures/index.ts';
import { defaultsOf } from '../../src/parameters.ts';
import { marketOf } from '../engine/market.ts';

const off = defaultsOf(safeguardParameters);
const market = marketOf({ borrowers: 2000, quarters: 28, burnIn: 12 });

/** A problem, a remedy that is free, and its cost: where it pays, and where it does not. */
const cases: readonly [string, Values, Partial<SafeguardValues>, keyof SafeguardValues][] = [
  [
    'audits against errors',
    { falseDefault: 0.3, missedDefault: 0.3 },
    { audit: 1, penalty: 1 },
    'auditCost',
  ],
  [
    'audits against leaks',
    {},
    { audit: 1, penalty: 1, ...{ leakChance: 0.001, leakLoss: 0.5 } },
    'auditCost',
  ],
  // Where all lenders of all kinds share: in the dual system few records cross from kind to kind.
  ['one standard', { standardsGap: 0.5 }, { unified: 1 }, 'unifyCost'],
  ['own inquiries', { falseDefault: 0.4 }, { inquiries: 1 }, 'inquiryCost'],
];

it.each(cases)('%s pay at a low cost and not at a high one', (_, problem, remedy, cost) => {
  const { leakChance = 0, leakLoss = 0 } = remedy;
  const under = (values: Partial<SafeguardValues>) => {
    const rules = institutions['full-sharing'].rules(problem);
    const guarded = safeguarded(rules, { ...off, leakChance, leakLoss, ...values });
    return valuesIn(simulate(market, { rules: guarded }), ['welfare'])['welfare'];
  };
  const without = under({});
  const paid = (each: number) => under({ ...remedy, [cost]: each });
  expect(paid(0)).toBeGreaterThan(without);
  expect(paid(1e-4)).toBeGreaterThan(without);
  expect(paid(0.5)).toBeLessThan(without);
});
