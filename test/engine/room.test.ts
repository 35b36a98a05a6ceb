import { expect, it } from 'vitest';
import { sumNames } from '../../src/engine/ledger.ts';
import { planCapacity, planTwinFiles } from '../../src/engine/memory/room.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { economy, marketOf } from './economy.ts';

it('a market in which everybody borrows overflows the usual room and is run again: the same ledger', () => {
  const market = marketOf(1500, 12, {
    economy: {
      ...economy,
      outside: { ...economy.outside, base: -1, taste: 0.05 },
      pricing: { ...economy.pricing, cap: 3 },
      hazard: { ...economy.hazard, own: 12, liquidity: 12 },
      reputation: { ...economy.reputation, twins: 0 },
    },
  });
  const institution = { rules: institutions['full-sharing'].rules() };
  const ledger = simulate(market, institution);
  // An observer gets room that is sure to do from the start.
  const seen = simulate(market, institution, 'actual', { observer: {} });
  expect(ledger).toEqual(seen);
  const loans = ledger.sums.filter((_, at) => at % sumNames.length === sumNames.indexOf('loans'));
  const plan = { room: 'usual', twins: false } as const;
  expect(Math.max(...loans)).toBeGreaterThan(planCapacity(market.economy, 1500, plan));
});

it('a market with more twins than usual overflows their room and is run again: the same ledger', () => {
  // Everybody is alike, repays, and is twinned from early on: at first nobody has a twin that keeps him from another.
  const size = 1500;
  const market = marketOf(size, 36, {
    economy: {
      ...economy,
      outside: { ...economy.outside, base: 0.235, taste: 0.1 },
      pricing: { ...economy.pricing, cap: 3 },
      hazard: { ...economy.hazard, own: 12, liquidity: 12 },
      need: { ...economy.need, demand: 0.5, shape: 50 },
      strain: { ...economy.strain, need: 1 },
      reputation: { ...economy.reputation, twins: 0.1, twinFrom: 4 },
    },
  });
  const institution = { rules: institutions['full-sharing'].rules() };
  const ledger = simulate(market, institution);
  let twins = 0;
  let loans = 0;
  const seen = simulate(market, institution, 'actual', {
    observer: {
      quarterEnd({ madeTwin, book }) {
        twins = Math.max(twins, madeTwin.filter((made) => made > 0).length);
        loans = Math.max(loans, ...book.count);
      },
    },
  });
  expect(ledger).toEqual(seen);
  const plan = { room: 'usual', twins: true } as const;
  expect(twins).toBeGreaterThan(planTwinFiles(market.economy, size, plan));
  expect(loans).toBeLessThanOrEqual(planCapacity(market.economy, size, plan));
});
