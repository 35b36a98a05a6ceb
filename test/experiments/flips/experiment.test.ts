import { describe, expect, it } from 'vitest';
import { sumNames } from '../../../src/engine/index.ts';
import { slotsPerPage } from '../../../src/engine/observe/index.ts';
import { simulate } from '../../../src/engine/running/index.ts';
import { flips } from '../../../src/experiments/flips/experiment.ts';
import { flowReader } from '../../../src/experiments/flips/flows.ts';
import {
  addCost,
  addFlip,
  byThird,
  createFlipLedger,
  totalsOf,
} from '../../../src/experiments/flips/ledger.ts';
import { finder } from '../found.ts';
import { economyWith, builtIn, smallMarket } from '../market.ts';

describe('realised flows', () => {
  it('are on average what the ledger expects of borrowers: surplus and the value of choosing', () => {
    // As good as no discounting, so that flows of all ages add up as they come.
    const economy = economyWith({ behaviour: { patience: 0.9999 } });
    const market = smallMarket({ borrowers: 4000, quarters: 40, burnIn: 0, economy });
    const read = flowReader(market, 36);
    const all = new Uint8Array(slotsPerPage).fill(1).fill(0, slotsPerPage / 2);
    let realised = 0;
    const { sums } = simulate(market, builtIn('full-sharing'), 'actual', {
      observer: { quarterEnd: (seen) => read(seen, all, (_, flow) => (realised += flow)) },
    });
    const of = (name: (typeof sumNames)[number]) => {
      let total = 0;
      for (let t = 0; t <= 36; t++) total += sums[t * sumNames.length + sumNames.indexOf(name)];
      return total;
    };
    const expected = of('borrowerSurplus') + of('tasteTaking') + of('tasteRefusing');
    expect(of('loans')).toBeGreaterThan(40_000);
    expect(Math.abs(realised / expected - 1)).toBeLessThan(0.02);
  });
});

describe('a ledger of flips', () => {
  it('adds up by year and by third of risk', () => {
    const ledger = createFlipLedger();
    [0.3, 0.1, 0.2].forEach((pd, k) => addFlip(ledger, k + 1, pd));
    addCost(ledger, 0, 1, 0.5);
    addCost(ledger, 0, 4, 0.25);
    addCost(ledger, 0, 5, 1);
    addCost(ledger, 2, 33, 2);
    const { count, stake, cost, byYear } = totalsOf(ledger, [0, 1, 2]);
    expect({ count, stake, cost }).toEqual({ count: 3, stake: 6, cost: 3.75 });
    expect([...byYear]).toEqual([0.75, 1, 0, 0, 0, 0, 0, 2]);
    expect(byThird(ledger)).toEqual([[1], [2], [0]]);
  });
});

describe('flips', () => {
  it('cost something, and are told by year and third', () => {
    const found = flips.observe(smallMarket({ borrowers: 4000 }), builtIn('negative-only'));
    const find = finder(found);
    expect(find('flips:count')).toBeGreaterThan(100);
    expect(find('flips:cost')).toBeGreaterThan(0);
    expect(find('stake-over-cost')).toBeCloseTo(find('flips:stake') / find('flips:cost'), 12);
    const years = found.filter(({ measure }) => measure === 'flips:cost-by-year');
    expect(years.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(find('flips:cost'), 12);
    const thirds = found.filter(({ measure }) => measure === 'flips:cost-by-third');
    expect(thirds).toHaveLength(3);
  });

  it('cost nothing where nobody looks at a record', () => {
    // No lender learns, and the price does not hang on files: the cards stay at the prior.
    const economy = economyWith({
      scorecard: { ridge: 1000, stepLimit: 0.01, decay: 0 },
      pricing: { priceSlope: 0 },
    });
    const find = finder(flips.observe(smallMarket({ borrowers: 2000, economy }), builtIn('none')));
    expect(Math.abs(find('flips:cost'))).toBeLessThan(0.05);
  });

  it('are not defined in a market that lends to nobody', () => {
    const economy = economyWith({ pricing: { cap: 0, exploration: 0 } });
    const find = finder(flips.observe(smallMarket({ borrowers: 300, economy }), builtIn('none')));
    expect(find('flips:count')).toBe(0);
    expect(find('stake-over-cost')).toBeNaN();
  });
});
