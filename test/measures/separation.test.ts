import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { separation } from '../../src/measures/separation.ts';

interface Loan {
  readonly estimate: number;
  readonly bad: boolean;
}

/** Every good against every bad, ties half: the definition of AUC. */
function pairwiseAuc(loans: readonly Loan[]): number {
  const bads = loans.filter((loan) => loan.bad);
  const goods = loans.filter((loan) => !loan.bad);
  let wins = 0;
  for (const bad of bads) {
    for (const good of goods) {
      wins += bad.estimate > good.estimate ? 1 : bad.estimate === good.estimate ? 0.5 : 0;
    }
  }
  return wins / (bads.length * goods.length);
}

/** Largest gap between the two distribution functions, looked for at every estimate. */
function sweptKs(loans: readonly Loan[]): number {
  const share = (bad: boolean, limit: number) => {
    const group = loans.filter((loan) => loan.bad === bad);
    return group.filter((loan) => loan.estimate <= limit).length / group.length;
  };
  return Math.max(
    ...loans.map(({ estimate }) => Math.abs(share(true, estimate) - share(false, estimate))),
  );
}

const bins = 16;

function histogram(loans: readonly Loan[], bad: boolean): Float64Array {
  const counts = new Float64Array(bins);
  for (const loan of loans) {
    if (loan.bad === bad) counts[Math.floor(loan.estimate * bins)] += 1;
  }
  return counts;
}

/** Both classes present; estimates in [0, 1), often tied. */
const portfolios = fc
  .array(
    fc.record({
      estimate: fc.oneof(
        fc.integer({ min: 0, max: 30 }).map((k) => k / 31),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
      ),
      bad: fc.boolean(),
    }),
    { minLength: 2, maxLength: 60 },
  )
  .filter((loans) => loans.some((loan) => loan.bad) && loans.some((loan) => !loan.bad));

describe('separation of goods and bads', () => {
  it('equals brute force over all pairs when the estimates are the bins', () => {
    fc.assert(
      fc.property(portfolios, (loans) => {
        const binned = loans.map((loan) => ({
          ...loan,
          estimate: Math.floor(loan.estimate * bins) / bins,
        }));
        const { auc, ks } = separation(histogram(binned, false), histogram(binned, true));
        expect(auc).toBeCloseTo(pairwiseAuc(binned), 12);
        expect(ks).toBeCloseTo(sweptKs(binned), 12);
      }),
    );
  });

  it('keeps the unbinned values within the bounds that it publishes', () => {
    fc.assert(
      fc.property(portfolios, (loans) => {
        const { auc, aucBound, ks, ksBound } = separation(
          histogram(loans, false),
          histogram(loans, true),
        );
        const unbinned = sweptKs(loans);
        expect(Math.abs(auc - pairwiseAuc(loans))).toBeLessThanOrEqual(aucBound + 1e-12);
        expect(unbinned).toBeGreaterThanOrEqual(ks - 1e-12);
        expect(unbinned).toBeLessThanOrEqual(ks + ksBound + 1e-12);
      }),
    );
  });

  it('is one half without information, one when perfect, zero when upside down', () => {
    expect(separation([3, 5], [3, 5]).auc).toBeCloseTo(0.5, 15);
    expect(separation([4, 0], [0, 2])).toEqual({ auc: 1, aucBound: 0, ks: 1, ksBound: 0 });
    expect(separation([0, 4], [2, 0])).toEqual({ auc: 0, aucBound: 0, ks: 1, ksBound: 0 });
  });

  it('gives the AUC of Hanley and McNeil 1982, table I', () => {
    // 58 normal and 51 abnormal images in five rating categories; W = 0.893.
    const { auc } = separation([33, 6, 6, 11, 2], [3, 2, 2, 11, 33]);
    expect(auc).toBeCloseTo(0.893, 3);
  });

  it('is not defined when a class is empty', () => {
    expect(separation([0, 0], [1, 2])).toEqual({ auc: NaN, aucBound: NaN, ks: NaN, ksBound: NaN });
  });
});
