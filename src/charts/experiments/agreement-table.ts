import type { Words } from '../../language.ts';
import type { Cells, ChartInputs } from '../chart.ts';
import { singles } from '../kit/experiment-rows.ts';
import { defined } from '../kit/select.ts';

/** One way to measure one of the two problems. */
interface Method {
  readonly id: string;
  readonly world?: string;
  readonly problem: 'selection' | 'hazard';
  /** Which sign says that the problem is there. */
  readonly sign: 1 | -1;
  readonly name: Words;
}

/** The methods side by side, each in a column; ranks, since their units do not compare. */
export const methods: readonly Method[] = [
  {
    ...{ id: 'safe-types-left-out', world: 'between-worlds', problem: 'selection', sign: 1 },
    name: { en: 'Safe types left out', zh: '被遗漏的安全型' },
  },
  {
    ...{ id: 'karlan-zinman:selection', problem: 'selection', sign: 1 },
    name: { en: 'Karlan & Zinman: selection', zh: 'Karlan–Zinman：选择' },
  },
  {
    ...{ id: 'cost-curves:loss', problem: 'selection', sign: 1 },
    name: { en: 'Einav et al.: loss', zh: 'Einav 等：损失' },
  },
  {
    ...{ id: 'positive-correlation:given-information', problem: 'selection', sign: 1 },
    name: { en: 'Chiappori & Salanié', zh: 'Chiappori–Salanié' },
  },
  {
    ...{ id: 'lemons:hidden', problem: 'selection', sign: 1 },
    name: { en: 'Akerlof', zh: 'Akerlof' },
  },
  {
    ...{ id: 'contracting-hidden', world: 'between-worlds', problem: 'hazard', sign: 1 },
    name: { en: 'Contracts on action', zh: '行动可写入合同' },
  },
  {
    ...{ id: 'will-not-pay-share', problem: 'hazard', sign: 1 },
    name: { en: 'Defaults by choice', zh: '不愿偿还' },
  },
  {
    ...{ id: 'karlan-zinman:incentive', problem: 'hazard', sign: -1 },
    name: { en: 'Karlan & Zinman: incentive', zh: 'Karlan–Zinman：激励' },
  },
];

/** One institution by one method. */
export interface Tile extends Cells {
  readonly institution: string;
  readonly label: string;
  readonly method: string;
  readonly problem: string;
  /** 1 has least of the problem. */
  readonly rank: number;
  /** The interval lies on the side that says that the problem is there, on the other, or on both. */
  readonly sign: 'there' | 'opposite' | 'cannot tell';
}

/** All institutions by one method. */
export function tilesOf(inputs: ChartInputs, { id, world, problem, sign }: Method): Tile[] {
  const found = defined(singles(inputs, 'agreement', id, world ?? 'actual'));
  const ranked = found.toSorted((a, b) => sign * (a.mean - b.mean));
  return found.map(({ institution, label, mean, low, high }) => {
    const known = low !== null && high !== null && low * high > 0;
    return {
      ...{ institution, label, method: id, problem },
      rank: 1 + ranked.findIndex((one) => one.institution === institution),
      sign: !known ? 'cannot tell' : sign * mean > 0 ? 'there' : 'opposite',
    };
  });
}

/** Spearman's correlation of two methods' ranks; NaN with fewer than three institutions. */
export function correlation(table: readonly Tile[], a: string, b: string): number {
  const pairs = table.flatMap(({ method, institution, rank }) => {
    if (method !== a) return [];
    const other = table.find((one) => one.method === b && one.institution === institution);
    return other === undefined ? [] : [[rank, other.rank] as const];
  });
  const n = pairs.length;
  if (n < 3) return NaN;
  return 1 - (6 * pairs.reduce((sum, [x, y]) => sum + (x - y) ** 2, 0)) / (n * (n * n - 1));
}
