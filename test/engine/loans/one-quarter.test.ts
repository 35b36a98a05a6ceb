import { expect, it } from 'vitest';
import { choosePrivately, createChoice } from '../../../src/engine/people/choice.ts';
import { economyParameters as before } from '../../../src/engine/parameters.ts';
import { lookAhead } from '../../../src/engine2/loans/choice-reference.ts';
import { logit } from '../../../src/math/logistic.ts';
import { defaultsOf } from '../../../src/parameters.ts';
import { economy } from '../economy.ts';

/** T = 1, h = 0, debt = 0, collections = 0, S = S̄ = 1 and given D and V: the choice of loans of one quarter. */
it('in the limit the choice is that of economy 1', () => {
  const old = Object.fromEntries(
    Object.entries(before).map(([group, table]) => [group, defaultsOf(table)]),
  ) as never as Parameters<typeof choosePrivately>[0];
  const limit = {
    ...economy,
    loan: { ...economy.loan, term: 1, collections: 0 },
    sanctions: { ...economy.sanctions, enforcement: 0.55, involuntaryShare: 0.3 },
    behaviour: { ...economy.behaviour, effortCost: 4, effortCap: 0.9 },
  };
  const choice = createChoice();
  for (const hazard of [0.01, 0.05, 0.2, 0.5]) {
    for (const stake of [0, 0.1, 0.5, 2]) {
      for (const price of [1, 1.1, 1.3]) {
        const primitives = { value: 1.6, stigma: 0.4, collateral: 0.2, stake };
        const atPrice = logit(hazard) - old.hazard.burden * (price - 1);
        choosePrivately(old, atPrice, primitives, price, choice);
        const [stage] = lookAhead(
          limit,
          {
            ownFailure: hazard,
            stigmaCost: 0.4,
            noise: old.behaviour.willingnessScale,
            collateral: 0.2,
          },
          {
            ...{ size: 1, instalment: price, rate: price - 1, use: 1.6 },
            ...{ ownStake: stake, sharedStake: 0, recovery: 0.8 },
          },
          { liquidity: [0], sizes: [1], largestShared: [0] },
          1,
          1,
        );
        expect(stage.effort).toBeCloseTo(choice.effort, 12);
        expect(stage.willing).toBeCloseTo(choice.willing, 12);
        expect(1 - (1 - stage.failure) * stage.willing).toBeCloseTo(choice.pd, 12);
        expect(stage.value).toBeCloseTo(choice.loanValue, 12);
      }
    }
  }
});
