import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chooseByContract,
  choosePrivately,
  createChoice,
} from '../../../src/engine/people/choice.ts';
import { recovered, type LenderCosts } from '../../../src/engine/lenders/costs.ts';
import { workingPage as page } from '../../../src/engine/columns/page.ts';
import { takeUp } from '../../../src/engine/people/take-up.ts';
import { economyWith } from '../market.ts';

const costs: LenderCosts = {
  cost: Float64Array.of(1.025),
  recovery: Float64Array.of(0.8),
  logOddsCap: 3,
};

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const applicants = fc.array(
  fc.record({
    hazardOdds: number(-12, 8),
    price: number(1, 3),
    value: number(0, 5),
    stigma: number(0, 6),
    collateral: number(0, 3),
    stake: number(0, 4),
    outside: number(-2, 2),
    approved: fc.constantFrom(0, 1),
  }),
  { minLength: 1, maxLength: 50 },
);

test.each([false, true])(
  'the choice over columns is the closed form, to the bit (contractible: %s)',
  (contractible) => {
    fc.assert(
      fc.property(applicants, number(0.01, 1), number(0, 1), (rows, scale, cap) => {
        const economy = economyWith({ behaviour: { willingnessScale: scale, effortCap: cap } });
        page.n = rows.length;
        page.leafEnd.fill(rows.length);
        page.winner.fill(0);
        for (const [r, row] of rows.entries()) {
          page.hazardOdds[r] = row.hazardOdds;
          page.price[r] = row.price;
          page.value[r] = row.value;
          page.stigma[r] = row.stigma;
          page.collateral[r] = row.collateral;
          page.stake[r] = row.stake;
          page.outside[r] = row.outside;
          page.approved[r] = row.approved;
        }
        takeUp(economy, costs, contractible);

        const takers: number[] = [];
        const choice = createChoice();
        for (const [r, row] of rows.entries()) {
          if (contractible) {
            const lost = row.collateral - recovered(0.8, row.collateral, row.price);
            chooseByContract(economy, row.hazardOdds, row, row.price, lost, choice);
          } else {
            choosePrivately(economy, row.hazardOdds, row, row.price, choice);
          }
          const { hazard, effort, failure, willing, pd, loanValue } = page;
          const chosen = { hazard, effort, failure, willing, pd, loanValue };
          for (const [name, column] of Object.entries(chosen)) {
            expect(column[r], name).toBe(choice[name as keyof typeof choice]);
          }
          const takes = row.approved === 1 && choice.loanValue > row.outside;
          expect(page.taken[r]).toBe(takes ? 1 : 0);
          if (takes) takers.push(r);
        }
        expect([...page.takers.subarray(0, page.takerEnd.at(-1))]).toEqual(takers);
      }),
    );
  },
);
