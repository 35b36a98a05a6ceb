import { expect, it } from 'vitest';
import { sumNames } from '../../src/engine/ledger.ts';
import { planCapacity } from '../../src/engine/loans/book.ts';
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
