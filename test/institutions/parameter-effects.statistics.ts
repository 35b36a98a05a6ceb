import { describe, expect, test } from 'vitest';
import type { Ledger } from '../../src/engine/index.ts';
import { simulateWorlds } from '../../src/engine/running/index.ts';
import { institutions } from '../../src/institutions/registry.ts';
import type { Values } from '../../src/institutions/institution.ts';
import { measures } from '../../src/measures/registry.ts';
import { seedKey } from '../../src/random/seed.ts';
import { economyWith, marketOf } from '../engine/market.ts';
import { effects } from './parameter-effects.ts';

/** Lenders who see next to nothing but the score. */
const blind = economyWith({ signals: { incomeNoise: 5, capitalNoise: 10 } });

function outcome(id: string, institution: string, values: Values): number {
  const measure = measures.find((one) => one.id === id);
  if (!measure) throw new Error(`no measure ${id}`);
  const ledger = ledgerOf(institution, values);
  return measure.of(ledger, ledger.burnIn, ledger.quarters - ledger.term + 1);
}

/** Several effects begin from the same market. */
const made = new Map<string, Ledger>();
function ledgerOf(institution: string, values: Values): Ledger {
  const key = JSON.stringify([institution, values]);
  const known = made.get(key);
  if (known) return known;
  const economy = institution === 'sesame' ? blind : economyWith();
  const sizes = { borrowers: 4096, quarters: 26, burnIn: 12 };
  const market = marketOf({ ...sizes, economy, seed: seedKey('effects', 0) });
  const rules = institutions[institution].rules(values);
  const { actual } = simulateWorlds(market, { rules }, ['actual']);
  if (!actual) throw new Error('the actual world was not run');
  made.set(key, actual);
  return actual;
}

describe.each(Object.entries(effects))(
  'every parameter of its own moves an outcome: %s',
  (institution, own) => {
    for (const [name, { to, measure, direction, under = {} }] of Object.entries(own)) {
      test(`${name} → ${to}: ${measure} ${direction}`, () => {
        const before = outcome(measure, institution, under);
        const after = outcome(measure, institution, { ...under, [name]: to });
        if (direction === 'rises') expect(after).toBeGreaterThan(before);
        else expect(after).toBeLessThan(before);
      });
    }
  },
);
