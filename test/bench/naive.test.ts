import { describe, expect, it } from 'vitest';
import { simulateNaively } from '../../bench/naive/market.ts';
import { emptyOutcomes, type Outcomes } from '../../bench/naive/outcomes.ts';
import { plainLuck } from '../../bench/naive/luck.ts';
import { sumNames, type Ledger, type SumName } from '../../src/engine/ledger.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { institutions } from '../../src/institutions/registry.ts';
import type { Values } from '../../src/institutions/institution.ts';
import { seedKey } from '../../src/random/seed.ts';
import { economyWith, smallMarket } from '../engine/small-market.ts';
import { apart } from './apart.ts';
import { engineLuck } from './engine-luck.ts';

const names = Object.keys(emptyOutcomes()) as (keyof Outcomes & SumName)[];
const counts = names.slice(0, names.indexOf('loanPd'));

/** Sums of a ledger, quarter by quarter, under the naive version's names. */
function outcomesOf({ sums, quarters }: Ledger): Outcomes[] {
  return Array.from({ length: quarters }, (_, t) => {
    const row = sums.subarray(t * sumNames.length);
    const pairs = names.map((name) => [name, row[sumNames.indexOf(name)]]);
    return Object.fromEntries(pairs) as Outcomes;
  });
}

const rulesOf = (id: string, values: Values = {}) => ({ rules: institutions[id].rules(values) });

describe('the economy written naively', () => {
  const mixed = economyWith({
    behaviour: { awareness: 0.6, patienceSpread: 0.02 },
    traits: { conditionsLoading: 0.3 },
    project: { dial: 1.5 },
    search: { homeLender: false },
    pricing: { exploration: 0.05 },
  });
  it.each([
    ['government-led', {}, economyWith()],
    [
      'government-led',
      { lag: 3, retentionNegative: 5, falseDefault: 0.1, missedDefault: 0.2 },
      mixed,
    ],
    ['association-led', { perks: 0.05, fee: 0.01, costPerReport: 0.002 }, economyWith()],
    ['negative-only', {}, mixed],
    ['none', {}, economyWith()],
  ] as const)(
    'tells the engine’s story where it has the engine’s luck: %s %o',
    (id, values, economy) => {
      const market = smallMarket({ economy, borrowers: 1500, quarters: 36 });
      const regime = rulesOf(id, values);
      const naive = simulateNaively(market, regime, engineLuck(market));
      const engine = outcomesOf(simulate(market, regime));
      for (const [quarter, ours] of engine.entries()) {
        for (const name of counts) {
          expect(naive[quarter][name], `${name}, quarter ${quarter}`).toBe(ours[name]);
        }
        for (const name of names) {
          expect(naive[quarter][name], `${name}, quarter ${quarter}`).toBeCloseTo(ours[name], 3);
        }
      }
      expect(engine.reduce((sum, { loans }) => sum + loans, 0)).toBeGreaterThan(1000);
    },
  );

  it('comes to the engine’s averages with luck of its own', () => {
    const regime = rulesOf('government-led');
    const averages = (outcomes: readonly Outcomes[]) => {
      const total = (name: keyof Outcomes) =>
        outcomes.slice(8).reduce((sum, quarter) => sum + quarter[name], 0);
      return {
        approval: total('approvals') / total('applications'),
        default: (total('cannotPay') + total('willNotPay')) / total('loans'),
        rate: total('rate') / total('loans'),
        effort: total('effort') / total('loans'),
      };
    };
    const seeds = [0, 1, 2, 3, 4, 5];
    const markets = seeds.map((seed) =>
      smallMarket({ borrowers: 2000, seed: seedKey('averages', seed) }),
    );
    const naive = markets.map((market, seed) =>
      averages(simulateNaively(market, regime, plainLuck(`averages/${seed}`))),
    );
    const engine = markets.map((market) => averages(outcomesOf(simulate(market, regime))));
    for (const name of ['approval', 'default', 'rate', 'effort'] as const) {
      const [a, b] = [naive, engine].map((sample) => sample.map((one) => one[name]));
      expect(apart(a, b), name).toBeLessThan(4);
    }
  });
});
