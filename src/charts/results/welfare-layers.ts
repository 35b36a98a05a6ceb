import { inWords, type Language } from '../../language.ts';
import type { PlotAxes, PlotLayer } from '../chart.ts';
import { fade } from '../kit/frame.ts';
import { pointsExpression } from '../kit/row-layers.ts';
import { institutionTip, tip } from '../kit/words.ts';
import { ink, parts, type Theme } from '../theme.ts';

/** What a bar does to welfare, or that it is welfare itself. */
export const welfareKinds = {
  en: { adds: 'adds', takes: 'takes away', welfare: 'welfare' },
  zh: { adds: '增加', takes: '减少', welfare: '福利' },
} as const;

/** Bars from where the row before ends, their intervals, and their numbers beside them. */
export function welfareLayers(
  { x, y }: PlotAxes,
  ticks: readonly number[],
  look: Theme,
  language: Language,
): PlotLayer[] {
  const { fontSize } = look;
  const say = welfareKinds[language];
  return [
    {
      mark: { type: 'bar', height: { band: 1 } },
      encoding: {
        y,
        x: {
          ...x,
          field: 'start',
          axis: {
            title: inWords(language, { en: '% of a loan', zh: '占贷款的 %' }),
            values: [...ticks],
            tickCount: ticks.length,
            labelExpr: pointsExpression(ticks),
          },
        },
        x2: { field: 'end' },
        color: {
          field: 'kind',
          type: 'nominal',
          scale: {
            domain: [say.adds, say.takes, say.welfare],
            range: [parts.dark, parts.light, ink.text],
          },
          legend: { title: null, orient: 'top', direction: 'horizontal', symbolType: 'square' },
        },
        opacity: fade,
        tooltip: [
          institutionTip(language),
          tip('rowName', { en: 'row', zh: '项目' }, language),
          tip('adds', { en: 'adds', zh: '变化' }, language, '+.2%'),
        ],
      },
    },
    {
      mark: { type: 'rule', color: ink.axis, strokeWidth: look.line * 1.2 },
      encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' }, opacity: fade },
    },
    {
      mark: { type: 'text', align: 'left', baseline: 'middle', dx: fontSize * 0.3 },
      encoding: { y, x: { ...x, field: 'far' }, text: { field: 'number' }, opacity: fade },
    },
  ];
}
