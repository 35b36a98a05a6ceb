import { describe, expect, it } from 'vitest';
import { measures } from '../../src/measures/registry.ts';
import { herfindahl } from '../../src/measures/catalogue/market.ts';
import { concentrationIndex } from '../../src/measures/catalogue/quintiles.ts';
import { priceFifths } from '../../src/measures/catalogue/price-fifths.ts';
import { ratio } from '../../src/measures/sums.ts';
import { ledgerOf } from './fixture.ts';
import { small, valueOf } from './small-ledger.ts';

describe('measures of a ledger computed on paper', () => {
  const onPaper: Record<string, number> = {
    'approval-rate': 0.8,
    'take-up-rate': 0.45,
    inquiries: 3,
    'thin-file-approval': 0.4,
    'safe-type-exclusion': 0.4,
    coverage: 0.25,
    applications: 0.25,
    'default-rate': 0.2,
    'cannot-pay-rate': 0.15,
    'will-not-pay-rate': 0.05,
    'will-not-pay-share': 0.25,
    'loss-given-default': 0.7,
    'life-pd-gap': 0.025,
    apr: 0.25,
    'total-cost': 0.15,
    'offered-apr': 0.3,
    effort: 0.25,
    stake: 0.25,
    'stake-shared': 0.8,
    'stake-scale': 1.5,
    'open-loans': 0.3,
    owing: 0.25,
    'owing-several': 0.2,
    'debt-service': 0.4,
    'debt-to-income': 0.1,
    welfare: 0.1,
    'borrower-surplus': 0.08,
    'lender-profit': 0.03,
    'realised-profit': 0.02,
    'lender-surplus': 0.015,
    'use-value': 0.6,
    'outside-forgone': -0.02,
    'stigma-loss': 0.04,
    'institution-revenue': 0.01,
    'institution-cost': 0.005,
    'safe-share-applicants': 0.5,
    'safe-share-approved': 0.6,
    'safe-share-takers': 0.75,
    'true-pd-takers': 0.225,
    'calibration-gap-applicants': 0.04,
    'calibration-gap-funded': -0.05,
    'auc-applicants': 0.625, // ½·(¾/2) + ½·(¾ + ¼/2)
    'auc-bound-applicants': 0.25, // (¾·½ + ¼·½)/2
    'gini-applicants': 0.25,
    'ks-applicants': 0.25,
    'auc-funded': 1,
    'loan-concentration': 0.625,
    'exploratory-share': 0.1,
    'lender-share-gap': 0.15,
    'approval-capital-q1': 0.2,
    'approval-capital-q5': 1,
    'access-inequality-capital': 4 / 15, // 2·(2·.1 + 4·.3 + 6·.5 + 8·.7 + 10·.9)/30 − 1
  };
  for (const [id, value] of Object.entries(onPaper)) {
    it(`${id} leaves out the burn-in and what is unfinished, and is ${value.toFixed(3)}`, () => {
      expect(valueOf(id, small)).toBeCloseTo(value, 12);
    });
  }
});

describe('drift', () => {
  const moving = ledgerOf({
    burnIn: 1,
    sums: [
      { applications: 10, approvals: 10, welfare: 9 },
      { applications: 10, approvals: 4, welfare: 1 },
      { applications: 10, approvals: 5, welfare: 2, loans: 4, cannotPay: 1 },
      { applications: 30, approvals: 21, welfare: 12, loans: 16, willNotPay: 8 },
    ],
  });

  it('is the later half of the counted quarters less the earlier, which is the shorter', () => {
    expect(valueOf('approval-drift', moving)).toBeCloseTo(26 / 40 - 4 / 10, 12);
    expect(valueOf('welfare-drift', moving)).toBeCloseTo(14 / 40 - 1 / 10, 12);
  });

  it('is not defined where one half is not', () => {
    expect(valueOf('default-drift', moving)).toBeNaN();
    expect(valueOf('approval-drift', small)).toBeNaN();
  });
});

describe('edges', () => {
  const nobody = ledgerOf({ sums: [{}, {}] });

  it('is not defined, rather than zero, in a market without applications', () => {
    const defined = measures.filter(({ of }) => !Number.isNaN(of(nobody, 0, 2)));
    expect(defined.map((measure) => measure.id)).toEqual([
      'coverage',
      'applications',
      'stake-scale',
      'open-loans',
      'owing',
    ]);
  });

  it('still knows the approval rate of a market in which nobody borrows', () => {
    const refused = ledgerOf({ sums: [{ applications: 10, safeApplications: 4 }] });
    expect(valueOf('approval-rate', refused)).toBe(0);
    expect(valueOf('welfare', refused)).toBe(0);
    expect(valueOf('safe-type-exclusion', refused)).toBe(1);
    expect(valueOf('default-rate', refused)).toBeNaN();
    for (const id of ['apr', 'loss-given-default', 'stake', 'effort', 'lender-worst-profit'])
      expect(valueOf(id, refused), id).toBeNaN();
  });

  it('has an equality index of zero when everybody has the same chance, and a Herfindahl of one for a monopoly', () => {
    expect(concentrationIndex([5, 10, 20], [1, 2, 4])).toBeCloseTo(0, 15);
    expect(concentrationIndex([5, 5], [0, 0])).toBeNaN();
    expect(herfindahl([7, 0])).toBe(1);
    expect(herfindahl([0, 0])).toBeNaN();
  });
});

describe('lenders with few loans', () => {
  const books = [
    { asked: 900, loans: 600, principal: 600, defaults: 60, estimate: 54, realisedProfit: 12 },
    { asked: 100, loans: 499, principal: 10, defaults: 400, estimate: 0, realisedProfit: -9 },
  ];

  it('say nothing about estimates and profit', () => {
    const ledger = ledgerOf({ sums: [{}], lenders: books });
    expect(valueOf('lender-calibration-gap', ledger)).toBeCloseTo(0.01, 12);
    expect(valueOf('lender-worst-profit', ledger)).toBeCloseTo(0.02, 12);
    expect(
      valueOf('lender-calibration-gap', ledgerOf({ sums: [{}], lenders: [books[1]] })),
    ).toBeNaN();
  });

  it('fall into fifths of price by the middle of their bin', () => {
    const prices = [
      [0, 3, 100, 1, 2],
      [0, 4, 60, 6, 3],
      [0, 50, 340, 20, 20],
      [0, 99, 100, 33, 29],
    ] as const;
    const ledger = ledgerOf({ sums: [{}], lenders: books, prices });
    expect(priceFifths(ledger, 0).map(({ loans }) => loans)).toEqual([100, 60, 340, 0, 100]);
    expect(valueOf('lender-price-gap', ledger)).toBeCloseTo(0.05, 12);
  });
});

it('a sum that the ledger does not have is no other sum: whoever wrote it is told which may be meant', () => {
  // Where nobody looks at types.
  const misspelt = 'aprovals' as 'approvals';
  expect(() => ratio(misspelt, 'applications')(small, 0, 1)).toThrow(
    /no sum is called "aprovals"; did you mean approvals\?/,
  );
});
