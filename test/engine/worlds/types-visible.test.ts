import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chooseByContract,
  choosePrivately,
  createChoice,
} from '../../../src/engine/people/choice.ts';
import { recovered, type LenderCosts } from '../../../src/engine/lenders/costs.ts';
import { hiddenWriter } from '../../../src/engine/columns/hidden.ts';
import { rollWriter } from '../../../src/engine/columns/roll.ts';
import { signalsWriter, visible } from '../../../src/engine/columns/visible.ts';
import { actPrivately } from '../../../src/engine/people/take-up.ts';
import { actByContract } from '../../../src/engine/worlds/contractible.ts';
import { fixedPointTolerance, priceByType } from '../../../src/engine/worlds/types-visible.ts';
import { pageSize } from '../../../src/random/draws.ts';
import { economyWith } from '../market.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const lenders = fc.array(fc.record({ cost: number(1, 1.1), recovery: number(0, 1) }), {
  minLength: 1,
  maxLength: 3,
});

const applicants = fc.array(
  fc.record({
    hazardOdds: number(-6, 2),
    value: number(0.8, 2.5),
    stigma: number(0, 2),
    collateral: number(0, 1.2),
    stakes: fc.array(number(0, 0.8), { minLength: 3, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 30 },
);

const changes = fc.record({
  behaviour: fc.record({
    willingnessScale: number(0.02, 0.6),
    effortCost: number(0.3, 10),
    effortCap: number(0, 1),
  }),
  hazard: fc.record({ burden: number(0, 6) }),
  pricing: fc.record({ cap: number(1, 2.5) }),
});

test.each([false, true])(
  'is what creeping up from PD = 0 finds, and never above it (contractible: %s)',
  (contractible) => {
    fc.assert(
      fc.property(lenders, applicants, changes, (market, rows, changed) => {
        const economy = economyWith(changed);
        const costs: LenderCosts = {
          cost: Float64Array.from(market, (l) => l.cost),
          recovery: Float64Array.from(market, (l) => l.recovery),
          logOddsCap: 3,
        };
        rollWriter.n = rows.length;
        for (const [r, row] of rows.entries()) {
          rollWriter.asked[r] = (1 << market.length) - 1;
          hiddenWriter.hazardOdds[r] = row.hazardOdds;
          hiddenWriter.value[r] = row.value;
          hiddenWriter.stigma[r] = row.stigma;
          signalsWriter.collateral[r] = row.collateral;
          row.stakes.forEach((stake, j) => (hiddenWriter.stakeBy[j * pageSize + r] = stake));
        }
        priceByType(economy, costs, contractible ? actByContract : actPrivately, contractible);

        const { cap, pdCap } = economy.pricing;
        const over = cap + economy.search.quoteNoise + fixedPointTolerance;
        const choice = createChoice();
        for (const [r, row] of rows.entries()) {
          for (const [j, { cost, recovery }] of market.entries()) {
            const spread = cost - recovered(recovery, row.collateral, cost);
            const breakEven = (price: number) => {
              const p = { ...row, stake: row.stakes[j] };
              const lost = row.collateral - recovered(recovery, row.collateral, price);
              if (contractible) chooseByContract(economy, row.hazardOdds, p, price, lost, choice);
              else choosePrivately(economy, row.hazardOdds, p, price, choice);
              const pd = Math.min(choice.pd, pdCap);
              return cost + (spread * pd) / (1 - pd);
            };
            let creeping = cost;
            for (let k = 0; k < 20_000 && creeping <= over; k++) {
              const next = breakEven(creeping);
              if (next - creeping < 1e-12) break;
              creeping = next;
            }
            const found = visible.breakEven[j * pageSize + r];
            if (creeping > over) {
              expect(found).toBeGreaterThan(over - fixedPointTolerance);
            } else {
              // The last step is Newton's: it may pass the solution, by far less than its length.
              expect(found).toBeLessThan(creeping + fixedPointTolerance / 10);
              expect(Math.abs(breakEven(found) - found)).toBeLessThan(fixedPointTolerance / 10);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  },
);
