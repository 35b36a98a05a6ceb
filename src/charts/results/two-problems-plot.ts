import type { TopLevelSpec } from 'vega-lite';
import type { ScenarioFacts } from '../chart.ts';
import { fade, frame, percentFormat } from '../kit/frame.ts';
import { institutionScales } from '../kit/institutions.ts';
import { dashed, ink, type Theme } from '../theme.ts';
import {
  equalTotals,
  labelsOn,
  notesOn,
  planeOf,
  selectionSide,
  type Problems,
} from './two-problems-layout.ts';
import type { Language } from '../../language.ts';

const words = {
  en: {
    x: 'Cost of adverse selection (% of a loan, per application)',
    y: 'Cost of moral hazard (% of a loan, per application)',
    institution: 'institution',
    adverseSelection: 'adverse selection',
    moralHazard: 'moral hazard',
    together: 'together',
  },
  zh: {
    x: '逆向选择的损失（占贷款本金的百分比，每笔申请）',
    y: '道德风险的损失（占贷款本金的百分比，每笔申请）',
    institution: '机构',
    adverseSelection: '逆向选择',
    moralHazard: '道德风险',
    together: '合计',
  },
} as const;

/** A point an institution between lines of equal total cost, named without a legend. */
export function problemsPlot(
  scenario: ScenarioFacts,
  table: readonly Problems[],
  header: { readonly title: string; readonly subtitle: readonly string[] },
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const say = words[language];
  const plane = planeOf(table, look);
  const { x, y, width, height } = plane;
  const notes = notesOn(plane, table, fontSize, language);
  const labels = labelsOn(plane, table, notes, fontSize, language);
  const scales = institutionScales(scenario);
  const colour = {
    field: 'institution',
    type: 'nominal',
    scale: scales.colour,
    legend: null,
  } as const;
  const across = { field: 'adverseSelection', type: 'quantitative' } as const;
  const up = { field: 'moralHazard', type: 'quantitative' } as const;
  const pixel = (field: string) =>
    ({ field, type: 'quantitative', scale: null, axis: null }) as const;
  return {
    ...frame(look, language, header.title, header.subtitle),
    width,
    height,
    data: { name: 'problems', values: [...table] },
    layer: [
      {
        data: { name: 'selectionSide', values: selectionSide(x, y) },
        mark: {
          type: 'area',
          color: '#f3f5f7',
          line: { color: ink.axis, strokeDash: dashed([2, 2], look), strokeWidth: look.line * 0.8 },
        },
        encoding: {
          x: {
            field: 'x',
            type: 'quantitative',
            scale: { domain: x.domain, nice: false },
            axis: { title: say.x, values: x.ticks, format: percentFormat(x.ticks), grid: false },
          },
          y: {
            field: 'y',
            type: 'quantitative',
            scale: { domain: y.domain, nice: false },
            axis: {
              title: say.y,
              values: y.ticks,
              format: percentFormat(y.ticks),
              grid: false,
              minExtent: fontSize * 2.4,
            },
          },
          y2: { field: 'floor' },
        },
      },
      {
        data: { name: 'equalTotals', values: equalTotals(x, y) },
        mark: { type: 'rule', color: ink.hairline },
        encoding: {
          x: { field: 'x', type: 'quantitative' },
          y: { field: 'y', type: 'quantitative' },
          x2: { field: 'x2' },
          y2: { field: 'y2' },
        },
      },
      {
        data: {
          name: 'notes',
          values: notes.map(({ x: at, y: middle, text, align }) => ({
            x: at,
            y: middle,
            text,
            align,
          })),
        },
        mark: {
          type: 'text',
          color: ink.quiet,
          align: { expr: 'datum.align' },
          baseline: 'middle',
        },
        encoding: { x: pixel('x'), y: pixel('y'), text: { field: 'text' } },
      },
      {
        data: { name: 'ground', values: labels },
        mark: { type: 'rect', color: 'white', opacity: 0.85 },
        encoding: {
          x: pixel('left'),
          x2: { field: 'right' },
          y: pixel('top'),
          y2: { field: 'bottom' },
        },
      },
      {
        data: { name: 'leaders', values: labels.filter(({ leader }) => leader) },
        mark: { type: 'rule', color: ink.axis, strokeWidth: look.line * 0.7 },
        encoding: {
          x: pixel('fromX'),
          y: pixel('fromY'),
          x2: { field: 'x' },
          y2: { field: 'y' },
          opacity: fade,
        },
      },
      {
        mark: { type: 'rule', clip: true },
        encoding: {
          x: { field: 'adverseSelectionLow', type: 'quantitative' },
          x2: { field: 'adverseSelectionHigh' },
          y: up,
          color: colour,
          opacity: fade,
        },
      },
      {
        mark: { type: 'rule', clip: true },
        encoding: {
          x: across,
          y: { field: 'moralHazardLow', type: 'quantitative' },
          y2: { field: 'moralHazardHigh' },
          color: colour,
          opacity: fade,
        },
      },
      {
        mark: { type: 'point', stroke: 'white', strokeWidth: look.line * 0.7 },
        encoding: {
          x: across,
          y: up,
          color: colour,
          shape: { field: 'institution', type: 'nominal', scale: scales.shape, legend: null },
          opacity: fade,
          tooltip: [
            { field: 'label', title: say.institution },
            { field: 'adverseSelection', title: say.adverseSelection, format: '.2%' },
            { field: 'moralHazard', title: say.moralHazard, format: '.2%' },
            { field: 'together', title: say.together, format: '.2%' },
          ],
        },
      },
      {
        data: { name: 'labels', values: labels },
        mark: { type: 'text', align: { expr: 'datum.align' }, baseline: 'middle' },
        encoding: { x: pixel('x'), y: pixel('y'), text: { field: 'text' }, opacity: fade },
      },
    ],
  };
}
