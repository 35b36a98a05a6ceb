import type { TopLevelSpec } from 'vega-lite';
import type { Cells, ScenarioFacts } from './chart.ts';
import { fade, frame, percentFormat, roundAxis, type RoundAxis } from './frame.ts';
import { institutionScales } from './institutions.ts';
import { placeLabels, type Box } from './labels.ts';
import { nameOf } from './select.ts';
import { textWidth } from './text.ts';
import { dashed, ink, type Theme } from './theme.ts';
import { percent, type Language } from './words.ts';

/** One institution: what each problem costs it in welfare, and both together. */
export interface Problems extends Cells {
  readonly institution: string;
  readonly label: string;
  readonly adverseSelection: number;
  readonly adverseSelectionLow: number | null;
  readonly adverseSelectionHigh: number | null;
  readonly moralHazard: number;
  readonly moralHazardLow: number | null;
  readonly moralHazardHigh: number | null;
  readonly together: number;
}

/** Where values lie on the plot, in points from its upper left corner. */
interface Plane {
  readonly width: number;
  readonly height: number;
  readonly x: RoundAxis;
  readonly y: RoundAxis;
  readonly toX: (value: number) => number;
  readonly toY: (value: number) => number;
}

const words = {
  en: {
    x: 'Cost of adverse selection (% of a loan, per application)',
    y: 'Cost of moral hazard (% of a loan, per application)',
    institution: 'institution',
    adverseSelection: 'adverse selection',
    moralHazard: 'moral hazard',
    together: 'together',
    below: 'Adverse selection costs more',
    above: 'Moral hazard costs more',
    total: (sum: string) => `both together: ${sum}`,
  },
  zh: {
    x: '逆向选择的损失（占贷款本金的百分比，每笔申请）',
    y: '道德风险的损失（占贷款本金的百分比，每笔申请）',
    institution: '机构',
    adverseSelection: '逆向选择',
    moralHazard: '道德风险',
    together: '合计',
    below: '逆向选择损失更大',
    above: '道德风险损失更大',
    total: (sum: string) => `两者合计：${sum}`,
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
  const notes = notesOn(plane, fontSize, language);
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

function planeOf(table: readonly Problems[], look: Theme): Plane {
  const { fontSize } = look;
  const width = Math.round(look.width - fontSize * 5.8 - 4);
  const height = Math.round(Math.min(width * 0.85, look.height));
  const x = roundAxis(...reach(table, 'adverseSelection'), width < 30 * fontSize ? 4 : 6);
  const y = roundAxis(...reach(table, 'moralHazard'), 5);
  return {
    width,
    height,
    x,
    y,
    toX: (value) => ((value - x.low) / (x.high - x.low)) * width,
    toY: (value) => height - ((value - y.low) / (y.high - y.low)) * height,
  };
}

/** From zero, or below where a value or its interval is, to above the largest upper end. */
function reach(
  table: readonly Problems[],
  problem: 'adverseSelection' | 'moralHazard',
): [number, number] {
  const ends = table.flatMap((row) =>
    [row[problem], row[`${problem}Low`], row[`${problem}High`]].flatMap((end) => end ?? []),
  );
  return [Math.min(0, ...ends), Math.max(0.001, ...ends) * 1.05];
}

/** The half of the plane in which adverse selection costs more: under the line of equal costs. */
function selectionSide(x: RoundAxis, y: RoundAxis) {
  return [x.low, y.low, y.high, x.high]
    .filter((at) => at >= x.low && at <= x.high)
    .toSorted((a, b) => a - b)
    .map((at) => ({ x: at, y: Math.min(y.high, Math.max(y.low, at)), floor: y.low }));
}

/** Lines of equal total cost; each starts on the tick of the vertical axis that says its total. */
function equalTotals(x: RoundAxis, y: RoundAxis) {
  return y.ticks
    .filter((total) => total > 0)
    .map((total) => {
      const end = Math.min(x.high, total - y.low);
      return { total, x: 0, y: total, x2: end, y2: total - end };
    });
}

interface Note {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly align: 'left' | 'right';
  readonly box: Box;
}

/** Which problem costs more on which side of the dashed line, and what the topmost grey line stands for. */
function notesOn(plane: Plane, fontSize: number, language: Language): Note[] {
  const say = words[language];
  const { x, y, width, height, toX, toY } = plane;
  const edge = toY(Math.min(x.high, y.high));
  const right = width - fontSize * 0.4;
  const total = y.high;
  return [
    ...(height - edge > fontSize * 3 ? [note(right, height - fontSize, say.below, 'right')] : []),
    ...(edge > fontSize * 4 ? [note(right, edge - fontSize * 1.1, say.above, 'right')] : []),
    note(
      toX(0) + fontSize * 0.5,
      toY(total) + fontSize * 1.5 + fontSize * 6 * slope(plane),
      say.total(percent(total, total < 0.02 ? 1 : 0)),
      'left',
    ),
  ];

  function note(at: number, middle: number, text: string, align: 'left' | 'right'): Note {
    const wide = textWidth(text, fontSize);
    const left = align === 'left' ? at : at - wide;
    const box = {
      left,
      right: left + wide,
      top: middle - fontSize * 0.6,
      bottom: middle + fontSize * 0.6,
    };
    return { x: at, y: middle, text, align, box };
  }
}

/** How steeply lines of equal total cost fall on the page. */
function slope({ x, y, width, height }: Plane): number {
  return height / (y.high - y.low) / (width / (x.high - x.low));
}

/** Names beside their points, and the white ground that keeps lines off them. */
function labelsOn(
  plane: Plane,
  table: readonly Problems[],
  notes: readonly Note[],
  fontSize: number,
  language: Language,
) {
  const targets = table.map((row) => ({
    institution: row.institution,
    x: plane.toX(row.adverseSelection),
    y: plane.toY(row.moralHazard),
    text: nameOf(row, language),
  }));
  const crosses = table.flatMap((row) => {
    const x = plane.toX(row.adverseSelection);
    const y = plane.toY(row.moralHazard);
    const left = plane.toX(row.adverseSelectionLow ?? row.adverseSelection);
    const right = plane.toX(row.adverseSelectionHigh ?? row.adverseSelection);
    const top = plane.toY(row.moralHazardHigh ?? row.moralHazard);
    const bottom = plane.toY(row.moralHazardLow ?? row.moralHazard);
    return [
      { left, right, top: y, bottom: y },
      { left: x, right: x, top, bottom },
    ];
  });
  const obstacles = [...crosses, ...notes.map(({ box }) => box)];
  return placeLabels(targets, plane, fontSize, obstacles).map((at, k) => {
    const { institution = '', text = '', x: fromX = 0, y: fromY = 0 } = targets[k] ?? {};
    return { institution, text, fromX, fromY, ...at };
  });
}
