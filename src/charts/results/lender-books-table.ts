import type { Words } from '../../language.ts';
import { estimate } from '../../math/interval.ts';
import type { ChartInputs } from '../chart.ts';
import { institutionEstimate, replicateValues, type InstitutionEstimate } from '../kit/select.ts';

/** A column of numbers of lenders: what it is called, and how its numbers are written. */
export interface LenderColumn {
  readonly id: string;
  readonly axis: Words;
  /** Differences and profits of shares, in points with their sign; levels of shares, in per cent; plain numbers. */
  readonly written: 'points' | 'percent' | 'plain';
}

/** What is drawn of each lender: one measure, or one less another. */
export const columnsDrawn: readonly (LenderColumn & {
  readonly of: readonly [string, string?];
})[] = [
  {
    id: 'share-gap',
    of: ['lender-loans', 'lender-asked'],
    written: 'points',
    axis: {
      en: 'Share of loans less share of applications, points',
      zh: '贷款份额减申请份额，百分点',
    },
  },
  {
    id: 'calibration-gap',
    of: ['lender-estimate', 'lender-default'],
    written: 'points',
    axis: {
      en: 'Default expected less actual, points of loans',
      zh: '预期违约减实际违约，贷款的百分点',
    },
  },
  {
    id: 'return',
    of: ['lender-return'],
    axis: { en: 'Profit, % of the amount lent', zh: '利润，占本金的 %' },
    written: 'points',
  },
  {
    id: 'apr',
    of: ['lender-apr'],
    axis: { en: 'APR paid, % a year', zh: '年化成交利率，%' },
    written: 'percent',
  },
  {
    id: 'loans',
    of: ['lender-loan-count'],
    axis: { en: 'Loans a quarter per 1,000 borrowers', zh: '每季度每千名借款人的贷款笔数' },
    written: 'plain',
  },
];

/** One number of one lender under one institution. */
export interface LenderNumber extends InstitutionEstimate {
  readonly lender: string;
  readonly measure: string;
}

/** All numbers of all lenders, institutions in the scenario's order. */
export function entries(inputs: ChartInputs): LenderNumber[] {
  const lenders = inputs.summary.flatMap(({ measure }) => {
    const of = 'lender-loans@';
    return measure.startsWith(of) ? [measure.slice(of.length)] : [];
  });
  return columnsDrawn.flatMap(({ id: measure, of: [more, less], written }) =>
    [...new Set(lenders)].flatMap((lender) =>
      inputs.scenario.institutions.map(({ id, label }) => {
        const values = (base: string) => replicateValues(inputs, id, `${base}@${lender}`, 'actual');
        const taken = less === undefined ? [] : values(less);
        const net = values(more).map((value, k) => value - (less === undefined ? 0 : taken[k]));
        const { low, ...drawn } = institutionEstimate(id, label, estimate(net));
        // Neither a price nor a count is below nothing.
        const end = low === null || written === 'points' ? low : Math.max(0, low);
        return { lender, measure, ...drawn, low: end };
      }),
    ),
  );
}
