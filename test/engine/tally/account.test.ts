import { expect, it } from 'vitest';
import {
  account,
  type Event,
  type Flows,
  type OpenLoan,
} from '../../../src/engine/tally/account-reference.ts';

const blank = (): Flows => ({
  use: 0,
  stigma: 0,
  enforcement: 0,
  collateralDestroyed: 0,
  effort: 0,
  perks: 0,
  funding: 0,
  time: 0,
  taste: 0,
  borrower: 0,
  lender: 0,
  cannotPay: 0,
  willNotPay: 0,
});

const loan: OpenLoan = {
  age: 2,
  size: 2,
  instalment: 0.55,
  use: 0.8,
  useToCome: 0.7,
  recovered: 0.25,
  collections: 0.09,
  collateral: 0.2,
  enforcement: 1.5,
  discount: 0.99,
  inSet: 1,
  shareOfSet: 0.6,
  share: 0.4,
  toil: 0.02,
};
const event: Event = {
  failure: 0.03,
  refusal: 0.05,
  stigma: 1.1,
  stigmaUnable: 0.33,
  perksOfSet: 0.04,
  perksOfAll: 0.05,
  taste: 0.03,
};

it('a loan and a quarter, by hand', () => {
  const out = blank();
  account(loan, event, 0.97, out);
  const d = 0.97 * 0.97;
  const refuses = 0.97 * 0.05; // able and refusing
  expect(out.willNotPay).toBeCloseTo(0.0485, 15);
  expect(out.cannotPay).toBe(0.03);
  expect(out.use).toBeCloseTo(d * (0.97 * 0.8 + refuses * 0.7), 15);
  expect(out.stigma).toBeCloseTo(d * (refuses * 1.1 * 0.6 + 0.03 * 0.33 * 0.4), 15);
  expect(out.enforcement).toBeCloseTo(d * refuses * 1.5, 15);
  // Of the collateral of .2 the lender gets .16.
  expect(out.collateralDestroyed).toBeCloseTo(d * (0.03 + refuses) * 0.04, 15);
  expect(out.perks).toBeCloseTo(d * (refuses * 0.04 * 0.6 + 0.03 * 0.05 * 0.4), 15);
  const payments = (1 - 0.03 - refuses) * 0.55 + (0.03 + refuses) * 0.25;
  expect(out.lender).toBeCloseTo(0.99 ** 3 * payments, 15);
  expect(out.funding).toBeCloseTo((0.99 ** 3 - 0.99 ** 2) * payments, 15);
  expect(out.time).toBeCloseTo((0.99 ** 2 - d) * payments, 15);
  expect(out.taste).toBeCloseTo(d * 0.97 * 0.03 * 0.6, 15);
});

it('what both sides get is what is made less what is lost', () => {
  for (const inSet of [0, 1]) {
    for (const age of [0, 1, 7]) {
      const out = blank();
      account({ ...loan, inSet, shareOfSet: inSet * 0.6, age }, event, 0.97, out);
      const made = out.use - out.stigma - out.enforcement - out.collateralDestroyed;
      const whole = made - out.effort - out.perks + out.funding + out.time;
      expect(out.borrower + out.lender).toBeCloseTo(whole, 14);
    }
  }
});
