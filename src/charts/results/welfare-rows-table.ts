import type { Words } from '../../language.ts';
import type { Cells, ChartInputs } from '../chart.ts';
import { cell } from '../kit/select.ts';

/** One row of the identity of welfare under one institution; the last row is welfare itself. */
export interface WelfareRow extends Cells {
  readonly institution: string;
  readonly label: string;
  readonly row: string;
  /** What the row adds to welfare; negative where it takes from it. */
  readonly adds: number;
  /** Where its bar begins and ends. */
  readonly start: number;
  readonly end: number;
  /** 95% interval; of welfare only. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Rows of the identity (docs/model.md §9.1), their sign in it, and how they are called. */
export const identity: readonly {
  readonly id: string;
  readonly sign: 1 | -1;
  readonly name: Words;
}[] = [
  { id: 'use-value', sign: 1, name: { en: 'Use of the loans', zh: '贷款的使用价值' } },
  { id: 'outside-forgone', sign: -1, name: { en: 'Outside option', zh: '放弃的外部选择' } },
  { id: 'resources', sign: -1, name: { en: 'Lent, and lenders’ work', zh: '贷出与经营成本' } },
  { id: 'funding', sign: 1, name: { en: 'Lenders’ money', zh: '贷款机构的资金成本' } },
  { id: 'time', sign: 1, name: { en: 'Impatience', zh: '借款人的时间偏好' } },
  { id: 'stigma-loss', sign: -1, name: { en: 'Stigma', zh: '违约的污名' } },
  { id: 'enforcement-loss', sign: -1, name: { en: 'Enforcement', zh: '追偿' } },
  { id: 'collateral-loss', sign: -1, name: { en: 'Collateral destroyed', zh: '抵押品损毁' } },
  { id: 'effort-cost', sign: -1, name: { en: 'Cost of effort', zh: '努力的成本' } },
  { id: 'perks-loss', sign: -1, name: { en: 'Perks lost', zh: '失去的信用便利' } },
  { id: 'institution-cost', sign: -1, name: { en: 'Cost of institution', zh: '征信模式运行成本' } },
  { id: 'misreporting-cost', sign: -1, name: { en: 'Inflated footprints', zh: '虚报足迹的成本' } },
];

export const welfareTotal = { id: 'welfare', name: { en: 'Welfare', zh: '福利' } } as const;

/** Changes below this are not drawn as a row: a thousandth of a per cent of a mean loan. */
const nothing = 1e-5;

/** Whether institutions are held against the reference, or the only one is shown as it is. */
export function isDifference({ scenario }: ChartInputs): boolean {
  return scenario.institutions.length > 1;
}

/** Bars of all institutions, each beginning where the one above it ends; rows that are nothing everywhere are left out. */
export function welfareBars(inputs: ChartInputs): WelfareRow[] {
  const { institutions, reference } = inputs.scenario;
  const differs = isDifference(inputs);
  const found = (institution: string, measure: string) =>
    inputs.summary.find(
      (row) => row.institution === institution && row.measure === measure && row.world === 'actual',
    );
  const valueOf = (institution: string, measure: string) => {
    const row = found(institution, measure);
    return row === undefined ? NaN : differs ? row.difference : row.mean;
  };
  const shown = institutions.filter(
    ({ id }) => !(differs && id === reference) && Number.isFinite(valueOf(id, welfareTotal.id)),
  );
  const rows = identity.filter(({ id: row }) =>
    shown.some(({ id }) => Math.abs(valueOf(id, row)) >= nothing),
  );
  return shown.flatMap(({ id: institution, label }) => {
    let at = 0;
    const bars = rows.map(({ id: row, sign }): WelfareRow => {
      const adds = sign * valueOf(institution, row) || 0;
      const start = at;
      at += adds;
      return { institution, label, row, adds, start, end: at, low: null, high: null };
    });
    const sum = found(institution, welfareTotal.id);
    const adds = valueOf(institution, welfareTotal.id);
    const [low, high] = differs ? [sum?.differenceLow, sum?.differenceHigh] : [sum?.low, sum?.high];
    return [
      ...bars,
      {
        ...{ institution, label, row: welfareTotal.id, adds, start: 0, end: adds },
        low: cell(low ?? NaN),
        high: cell(high ?? NaN),
      },
    ];
  });
}
