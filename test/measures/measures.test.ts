import { describe, expect, it } from 'vitest';
import { measures } from '../../src/measures/registry.ts';
import { herfindahl } from '../../src/measures/market.ts';
import { concentrationIndex } from '../../src/measures/quintiles.ts';
import { ledgerOf, merge } from './fixture.ts';

function valueOf(id: string, ledger: ReturnType<typeof ledgerOf>): number {
  const measure = measures.find((candidate) => candidate.id === id);
  if (!measure) throw new Error(`no measure ${id}`);
  return measure.of(ledger, ledger.burnIn, ledger.quarters);
}

/** Two quarters, the first of them burn-in, with numbers that can be checked on paper. */
const small = ledgerOf({
  borrowers: 200,
  burnIn: 1,
  covered: 50,
  loansByLender: [15, 5],
  quintiles: [
    [10, 2],
    [10, 4],
    [10, 6],
    [10, 8],
    [10, 10],
  ],
  histograms: {
    applicantGood: [
      [3, 3],
      [9, 1],
    ],
    applicantBad: [
      [3, 1],
      [9, 1],
    ],
    fundedGood: [[0, 10]],
    fundedBad: [[5, 10]],
  },
  sums: [
    { applications: 999, approvals: 1, loans: 1, cannotPay: 1 },
    {
      applications: 50,
      approvals: 40,
      loans: 20,
      inquiries: 150,
      thinApplications: 10,
      thinApprovals: 4,
      safeApplications: 25,
      safeApprovals: 24,
      safeLoans: 15,
      cannotPay: 3,
      willNotPay: 1,
      rate: 4,
      approvedRate: 10,
      effort: 6,
      firstBestEffort: 12,
      welfare: 5,
      borrowerSurplus: 4,
      lenderProfit: 0.75,
      institutionRevenue: 0.5,
      institutionCost: 0.25,
      loanEstimate: 3,
      applicantEstimate: 12,
      applicantPd: 10,
      approvedPd: 6,
      loanPd: 4,
    },
  ],
});

describe('measures of a ledger computed on paper', () => {
  const onPaper: Record<string, number> = {
    'approval-rate': 0.8,
    'take-up-rate': 0.5,
    inquiries: 3,
    'thin-file-approval': 0.4,
    'safe-type-exclusion': 0.4,
    coverage: 0.25,
    applications: 0.25,
    'default-rate': 0.2,
    'cannot-pay-rate': 0.15,
    'will-not-pay-rate': 0.05,
    rate: 0.2,
    'offered-rate': 0.25,
    effort: 0.3,
    'effort-ratio': 0.5,
    welfare: 0.1,
    'borrower-surplus': 0.08,
    'lender-profit': 0.015,
    'institution-revenue': 0.01,
    'institution-cost': 0.005,
    'safe-share-applicants': 0.5,
    'safe-share-approved': 0.6,
    'safe-share-takers': 0.75,
    'true-pd-takers': 0.2,
    'calibration-gap-applicants': 0.04,
    'calibration-gap-funded': -0.05,
    'auc-applicants': 0.625, // ½·(¾/2) + ½·(¾ + ¼/2)
    'auc-bound-applicants': 0.25, // (¾·½ + ¼·½)/2
    'gini-applicants': 0.25,
    'ks-applicants': 0.25,
    'auc-funded': 1,
    'loan-concentration': 0.625,
    'approval-capital-q1': 0.2,
    'approval-capital-q5': 1,
    'access-inequality-capital': 4 / 15, // 2·(2·.1 + 4·.3 + 6·.5 + 8·.7 + 10·.9)/30 − 1
  };
  for (const [id, value] of Object.entries(onPaper)) {
    it(`${id} leaves out the burn-in and is ${value.toFixed(3)}`, () => {
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

describe('the registry of measures', () => {
  it('names each measure once, in kebab-case', () => {
    const ids = measures.map((measure) => measure.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });

  it('gives every measure its unit, population, direction and source', () => {
    const incomplete = measures.filter(
      ({ title, unit, source, population }) =>
        title === '' || unit === '' || source === '' || !population.includes('among '),
    );
    expect(incomplete).toEqual([]);
  });

  it('lets every measure of a series depend on its quarter alone', () => {
    const deaf = measures.filter(
      ({ series, of }) => series && Object.is(of(small, 0, 1), of(small, 1, 2)),
    );
    expect(deaf).toEqual([]);
  });
});

describe('edges', () => {
  const nobody = ledgerOf({ sums: [{}, {}] });

  it('is not defined, rather than zero, in a market without applications', () => {
    const defined = measures.filter(({ of }) => !Number.isNaN(of(nobody, 0, 2)));
    expect(defined.map((measure) => measure.id)).toEqual(['coverage', 'applications']);
  });

  it('still knows the approval rate of a market in which nobody borrows', () => {
    const refused = ledgerOf({ sums: [{ applications: 10, safeApplications: 4 }] });
    expect(valueOf('approval-rate', refused)).toBe(0);
    expect(valueOf('welfare', refused)).toBe(0);
    expect(valueOf('safe-type-exclusion', refused)).toBe(1);
    expect(valueOf('default-rate', refused)).toBeNaN();
    expect(valueOf('rate', refused)).toBeNaN();
  });

  it('has an equality index of zero when everybody has the same chance, and a Herfindahl of one for a monopoly', () => {
    expect(concentrationIndex([5, 10, 20], [1, 2, 4])).toBeCloseTo(0, 15);
    expect(concentrationIndex([5, 5], [0, 0])).toBeNaN();
    expect(herfindahl([7, 0])).toBe(1);
    expect(herfindahl([0, 0])).toBeNaN();
  });
});

describe('mergeable sums', () => {
  const sum = (ledger: typeof small) => measures.map((measure) => measure.of(ledger, 1, 2));

  it('of a market and its copy side by side have the measures of one', () => {
    const digits = (values: readonly number[]) => values.map((value) => value.toPrecision(12));
    expect(digits(sum(merge(small, small)))).toEqual(digits(sum(small)));
  });

  it('lie between those of the two parts where they are shares', () => {
    const other = ledgerOf({
      burnIn: 1,
      sums: [{}, { applications: 150, approvals: 30, loans: 10, cannotPay: 5, willNotPay: 1 }],
    });
    const both = merge(small, other);
    expect(valueOf('approval-rate', both)).toBeCloseTo(70 / 200, 12);
    expect(valueOf('default-rate', both)).toBeCloseTo(10 / 30, 12);
  });

  it('leave the ledger as it was', () => {
    const before = structuredClone(small);
    sum(small);
    expect(small).toEqual(before);
  });
});
