import { expect, it } from 'vitest';
import { lookAhead } from '../../../src/engine/loans/choice-reference.ts';
import { economy } from '../economy.ts';

/**
 * What economy 1 said of a loan of one quarter, given its hazard f at the price (Math is enough here): pays when able with
 * chance Λ((G − D)/s), G = ℓ + κ + V + enforcement; effort clamp((U1 − U0)/ψ, 0, ē).
 */
function onceBefore(f: number, price: number, stake: number) {
  const [value, stigma, collateral, enforcement] = [1.6, 0.4, 0.2, 0.55];
  const [scale, cost, cap] = [0.15, 4, 0.9];
  const refusal = collateral + stigma + stake + enforcement;
  const x = (refusal - price) / scale;
  const willing = 1 / (1 + Math.exp(-x));
  const able = value - refusal + scale * Math.log1p(Math.exp(x));
  const unable = -(collateral + 0.3 * stigma + stake);
  const effort = Math.min(cap, Math.max(0, (able - unable) / cost));
  const failure = f * (1 - effort);
  const loan = (1 - failure) * able + failure * unable - 0.5 * cost * f * effort * effort;
  return { effort, willing, pd: 1 - (1 - failure) * willing, value: loan };
}

/** T = 1, h = 0, debt = 0, collections = 0, S = S̄ = 1 and given D and V: the choice of loans of one quarter. */
it('in the limit the choice is that of economy 1', () => {
  const limit = {
    ...economy,
    loan: { ...economy.loan, term: 1, collections: 0 },
    sanctions: { ...economy.sanctions, enforcement: 0.55, involuntaryShare: 0.3 },
    behaviour: { ...economy.behaviour, effortCost: 4, effortCap: 0.9 },
  };
  for (const hazard of [0.01, 0.05, 0.2, 0.5]) {
    for (const stake of [0, 0.1, 0.5, 2]) {
      for (const price of [1, 1.1, 1.3]) {
        const before = onceBefore(hazard, price, stake);
        const [stage] = lookAhead(
          limit,
          { ownFailure: hazard, stigmaCost: 0.4, noise: 0.15, collateral: 0.2 },
          {
            ...{ size: 1, instalment: price, rate: price - 1, use: 1.6 },
            ...{ ownStake: stake, sharedStake: 0, recovery: 0.8 },
          },
          { liquidity: [0], sizes: [1], largestShared: [0] },
          1,
          1,
        );
        expect(stage.effort).toBeCloseTo(before.effort, 12);
        expect(stage.willing).toBeCloseTo(before.willing, 12);
        expect(1 - (1 - stage.failure) * stage.willing).toBeCloseTo(before.pd, 12);
        expect(stage.value).toBeCloseTo(before.value, 12);
      }
    }
  }
});
