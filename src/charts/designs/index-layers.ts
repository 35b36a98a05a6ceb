import { type Language, type Words } from '../../language.ts';
import type { PlotAxes, PlotLayer } from '../chart.ts';
import { ink, parts, type Theme } from '../theme.ts';

/** Parts of a scenario by colours that stay apart for colour-blind readers; none of them is an institution's. */
const colours = {
  economy: '#4477aa',
  lenders: '#ccbb44',
  institutions: '#aa3377',
  run: '#66ccee',
  luck: '#bbbbbb',
} as const;

/** Whose a factor is; luck is nobody's. */
export type IndexOwner = keyof typeof colours;

const ownerNames: Readonly<Record<IndexOwner, Words>> = {
  economy: { en: 'economy', zh: '经济环境' },
  lenders: { en: 'lenders', zh: '贷款机构' },
  institutions: { en: 'institutions', zh: '机构' },
  run: { en: 'size of the run', zh: '运行规模' },
  luck: { en: 'luck', zh: '运气' },
};

/** Wide bars for total indices, narrow ones for first-order, and intervals on the wide ones. */
export function indexLayers(
  { x, y }: PlotAxes,
  rows: readonly { readonly owner: IndexOwner }[],
  { fontSize, line }: Theme,
  language: Language,
): PlotLayer[] {
  const owners = (['economy', 'lenders', 'institutions', 'run', 'luck'] as const).filter((owner) =>
    rows.some((row) => row.owner === owner),
  );
  const colour = {
    field: 'part',
    type: 'nominal',
    scale: { domain: [...owners], range: owners.map((owner) => colours[owner]) },
    legend: {
      title: null,
      orient: 'top',
      symbolType: 'square',
      labelExpr: `${JSON.stringify(Object.fromEntries(owners.map((one) => [one, ownerNames[one][language]])))}[datum.value]`,
    },
  } as const;
  return [
    {
      mark: { type: 'bar', height: { band: 1 }, opacity: 0.45 },
      encoding: { y, x: { ...x, field: 'total' }, color: colour },
    },
    {
      mark: { type: 'bar', height: { band: 0.45 } },
      encoding: { y, x: { ...x, field: 'first' }, color: colour },
    },
    {
      mark: { type: 'rule', strokeWidth: line * 1.3, color: ink.text },
      encoding: {
        y: { ...y, bandPosition: 0.5 },
        x: { ...x, field: 'low' },
        x2: { field: 'high' },
      },
    },
    {
      mark: { type: 'tick', thickness: line * 1.6, color: parts.dark, bandSize: fontSize * 0.9 },
      encoding: { y, x: { ...x, field: 'total' } },
    },
  ];
}
