import { expect, it } from 'vitest';
import { contractRate } from '../../../src/engine/loans/contract.ts';
import { lookAhead } from '../../../src/engine/loans/choice-reference.ts';
import { shareOfUse } from '../../../src/engine/people/apply.ts';
import { exp, log } from '../../../src/math/exp.ts';
import { logistic } from '../../../src/math/logistic.ts';
import { economy } from '../economy.ts';

/** The borrower of docs/model.md, "A borrower by hand": T = 1. Twelve digits there. */
it('the borrower worked by hand', () => {
  const one = { ...economy, loan: { ...economy.loan, term: 1 } };
  const income = 1.5 * exp(0.6 * 0.5 - 0.18);
  const meanSize = exp(0.7 * (0.6 * 0.5) - (0.42 * 0.42) / 2);
  expect(meanSize).toBeCloseTo(1.12952817355, 10);
  const zeta = 0.32 * 0.5 - 1.63 * 0.2;
  const size = 1.2;
  const instalment = 1.1 * size;
  const liquidity = logistic(-(7.62 + zeta) + (0.31 * instalment) / income);
  const ownFailure = logistic(-(4.69 + zeta));
  expect(liquidity).toBeCloseTo(0.000737101114495, 14);
  const safe = (1 - logistic(-(7.62 + zeta))) * (1 - ownFailure);
  const value = 1.65 * exp(0.83 * (log(shareOfUse(0.9, 1)) - log(shareOfUse(safe, 1))));
  expect(value).toBeCloseTo(1.5261678746, 9);
  const [stage] = lookAhead(
    one,
    { ownFailure, stigmaCost: meanSize, noise: 0.19 * meanSize, collateral: 0.1 },
    {
      size,
      instalment,
      rate: contractRate(1.1, 1),
      use: value * size,
      ownStake: 0.2,
      sharedStake: 0.1,
      recovery: 0.8,
    },
    { liquidity: [liquidity], sizes: [size], largestShared: [0.1] },
    1,
    1,
  );
  expect(stage.willing).toBeCloseTo(0.997638212491, 11);
  expect(stage.effort).toBeCloseTo(0.304768032666, 11);
  expect(stage.failure).toBeCloseTo(0.00819087912655, 13);
  expect(stage.recovered).toBeCloseTo(0.216, 14);
  expect(stage.value).toBeCloseTo(0.498245136695, 11);
  expect(1 - (1 - stage.failure) * stage.willing).toBeCloseTo(0.0105333215195, 12);
  const x = (stage.value / size - (-0.09 + 0.08 * 0.8)) / 0.366;
  expect(logistic(x)).toBeCloseTo(0.769497531998, 11);
});
