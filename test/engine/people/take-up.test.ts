import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chooseByContract,
  choosePrivately,
  createChoice,
} from '../../../src/engine/people/choice.ts';
import { recovered, type LenderCosts } from '../../../src/engine/lenders/costs.ts';
import { hiddenWriter } from '../../../src/engine/columns/hidden.ts';
import { outcomeWriter } from '../../../src/engine/columns/outcome.ts';
import { rollWriter } from '../../../src/engine/columns/roll.ts';
import { termsWriter } from '../../../src/engine/columns/terms.ts';
import { signalsWriter } from '../../../src/engine/columns/visible.ts';
import { actPrivately, takeUp } from '../../../src/engine/people/take-up.ts';
import { actByContract } from '../../../src/engine/worlds/contractible.ts';
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
        rollWriter.n = rows.length;
        rollWriter.leafEnd.fill(rows.length);
        termsWriter.winner.fill(0);
        for (const [r, row] of rows.entries()) {
          hiddenWriter.hazardOdds[r] = row.hazardOdds;
          termsWriter.price[r] = row.price;
          hiddenWriter.value[r] = row.value;
          hiddenWriter.stigma[r] = row.stigma;
          signalsWriter.collateral[r] = row.collateral;
          hiddenWriter.stake[r] = row.stake;
          hiddenWriter.outside[r] = row.outside;
          termsWriter.approved[r] = row.approved;
        }
        takeUp(economy, costs, contractible ? actByContract : actPrivately);

        const takers: number[] = [];
        const choice = createChoice();
        for (const [r, row] of rows.entries()) {
          if (contractible) {
            const lost = row.collateral - recovered(0.8, row.collateral, row.price);
            chooseByContract(economy, row.hazardOdds, row, row.price, lost, choice);
          } else {
            choosePrivately(economy, row.hazardOdds, row, row.price, choice);
          }
          const { hazard, effort, failure, willing, pd, loanValue } = hiddenWriter;
          const chosen = { hazard, effort, failure, willing, pd, loanValue };
          for (const [name, column] of Object.entries(chosen)) {
            expect(column[r], name).toBe(choice[name as keyof typeof choice]);
          }
          const takes = row.approved === 1 && choice.loanValue > row.outside;
          expect(outcomeWriter.taken[r]).toBe(takes ? 1 : 0);
          if (takes) takers.push(r);
        }
        expect([...outcomeWriter.takers.subarray(0, outcomeWriter.takerEnd.at(-1))]).toEqual(
          takers,
        );
      }),
    );
  },
);
