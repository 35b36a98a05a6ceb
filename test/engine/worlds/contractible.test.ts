import { describe, expect, it } from 'vitest';
import { contractedStages } from '../../../src/engine/worlds/contractible-reference.ts';
import { nextPrice, presentValue } from '../../../src/engine/worlds/present-value.ts';

describe('contracted action', () => {
  it('two instalments, by hand', () => {
    const loan = {
      left: 2,
      size: 1,
      instalment: 0.55,
      use: 0.6,
      collateral: 0.1,
      recovery: 0.8,
      stigma: 0.3,
      ownStake: 0.2,
      own: 0.02,
      trouble: Float64Array.of(NaN, 0.01, 0.02),
      share: Float64Array.of(NaN, 1, 0.5),
      sharedStake: Float64Array.of(NaN, 0.4, 0.4),
      recovered: Float64Array.of(NaN, 0.13, 0.18),
    };
    const out = {
      effort: new Float64Array(3),
      failure: new Float64Array(3),
      value: new Float64Array(3),
      joint: new Float64Array(3),
    };
    contractedStages(loan, { cost: 3.8, cap: 0.5, patience: 0.97 }, out);
    const e1 = (0.99 * (0.6 + 0.3 + 0.1 - 0.08)) / 3.8;
    expect(out.effort[1]).toBeCloseTo(e1, 15);
    const F1 = 0.01 + 0.99 * 0.02 * (1 - e1);
    const toil1 = 0.5 * 3.8 * 0.02 * e1 * e1;
    const Ws1 = (1 - F1) * 0.6 - F1 * 0.32 - toil1;
    const W1 = (1 - F1) * 0.05 - F1 * (0.1 + 0.05 + 0.2 + 0.7) - toil1;
    expect(out.joint[1]).toBeCloseTo(Ws1, 15);
    expect(out.value[1]).toBeCloseTo(W1, 15);
    const e2 = Math.min(0.5, (0.98 * (0.6 + 0.97 * Ws1 + 0.15 + 0.02)) / 3.8);
    const F2 = 0.02 + 0.98 * 0.02 * (1 - e2);
    const toil2 = 0.5 * 3.8 * 0.02 * e2 * e2;
    const W2 = (1 - F2) * (0.05 + 0.97 * W1) - F2 * (0.1 + 0.1 + 0.2 + 0.35) - toil2;
    expect(out.effort[2]).toBeCloseTo(e2, 15);
    expect(out.value[2]).toBeCloseTo(W2, 15);
  });
});

describe('present value', () => {
  it('two instalments, by hand', () => {
    const out = { value: 0, pd: 0 };
    presentValue(
      2,
      2,
      1.1,
      Float64Array.of(NaN, 0.9, 0.95),
      Float64Array.of(NaN, 0.1, 0.2),
      0.99,
      out,
    );
    const first = 0.99 * (0.95 * 1.1 + 0.05 * 0.2);
    const second = 0.95 * 0.99 * 0.99 * (0.9 * 1.1 + 0.1 * 0.1);
    expect(out.value).toBeCloseTo((first + second) / 2, 15);
    expect(out.pd).toBeCloseTo(1 - 0.95 * 0.9, 15);
  });
  it('the price to try next', () => {
    expect(nextPrice(1, 0.09, 0.9, 0.5)).toBeCloseTo(1 + 0.1 / 0.7, 15);
  });
});
