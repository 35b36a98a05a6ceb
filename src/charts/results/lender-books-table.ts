import type { Words } from '../../language.ts';
import { estimate } from '../../math/interval.ts';
import type { ChartInputs } from '../chart.ts';
import { institutionEstimate, replicateValues, type InstitutionEstimate } from '../kit/select.ts';

/** What is drawn of each lender: one measure, or one less another. */
export const columnsDrawn: readonly {
  readonly id: string;
  readonly of: readonly [string, string?];
  readonly axis: Words;
}[] = [
  {
    id: 'share-gap',
    of: ['lender-loans', 'lender-asked'],
    axis: { en: 'Share of loans less share of askings, points', zh: '贷款份额减询价份额，百分点' },
  },
  {
    id: 'calibration-gap',
    of: ['lender-estimate', 'lender-default'],
    axis: {
      en: 'Default expected less default, points of loans',
      zh: '预期违约减实际违约，贷款的百分点',
    },
  },
  {
    id: 'return',
    of: ['lender-return'],
    axis: { en: 'Profit, % of the amount lent', zh: '利润，占本金的 %' },
  },
];

/** One number of one lender under one institution. */
export interface Entry extends InstitutionEstimate {
  readonly lender: string;
  readonly measure: string;
}

/** All numbers of all lenders, institutions in the scenario's order. */
export function entries(inputs: ChartInputs): Entry[] {
  const lenders = inputs.summary.flatMap(({ measure }) => {
    const of = 'lender-loans@';
    return measure.startsWith(of) ? [measure.slice(of.length)] : [];
  });
  return columnsDrawn.flatMap(({ id: measure, of: [more, less] }) =>
    [...new Set(lenders)].flatMap((lender) =>
      inputs.scenario.institutions.map(({ id, label }) => {
        const values = (base: string) => replicateValues(inputs, id, `${base}@${lender}`, 'actual');
        const taken = less === undefined ? [] : values(less);
        const net = values(more).map((value, k) => value - (less === undefined ? 0 : taken[k]));
        return { lender, measure, ...institutionEstimate(id, label, estimate(net)) };
      }),
    ),
  );
}
