import type { PlotEncoding, PlotLayer, ScenarioFacts } from '../chart.ts';
import { fade, percentFormat, type RoundAxis } from './frame.ts';
import { rowInk } from './inks.ts';
import { hasTwoStates } from './row-dots.ts';
import type { EstimateRow, RowPanel } from './row-panel.ts';
import { rowValue } from './row-values.ts';
import { ink, problems, type Theme } from '../theme.ts';
import type { Language } from '../../language.ts';

/** The scales that all layers of a panel share. */
interface Place {
  readonly axis: RoundAxis;
  /** Names of institutions down the side. */
  readonly y: NonNullable<PlotEncoding['y']>;
  readonly width: number;
  /** Values by replicate, of each institution; none where they are not known. */
  readonly dots: (institution: string) => readonly number[];
}

const words = {
  en: {
    institution: 'institution',
    low: '95% from',
    high: '95% to',
    replicates: 'replicates',
    none: 'not defined',
  },
  zh: {
    institution: '征信模式',
    low: '95% 下限',
    high: '95% 上限',
    replicates: '重复次数',
    none: '无定义',
  },
};

/** A thin upright bar, for means whose interval is narrower than a point. */
const tick = 'M-0.12,-0.55H0.12V0.55H-0.12Z';

/**
 * The layers of one panel, bottom up: line of no effect, replicates, bars, intervals, points (hollow ones unfilled), the
 * values in a column at the right, and a word where there is no number.
 */
export function rowLayers(
  panel: RowPanel,
  name: string,
  place: Place,
  scenario: ScenarioFacts,
  look: Theme,
  language: Language,
): PlotLayer[] {
  const { y, width } = place;
  const shown = shownOf(panel, place, scenario, look, language);
  const { lower, upper, bars, values, replicates } = shown;
  const x = scaleOf(panel, place.axis);
  return [
    ...when(panel.effect, {
      data: { values: [{ zero: 0 }] },
      mark: { type: 'rule', color: ink.axis },
      encoding: { x: { ...x, field: 'zero' } },
    }),
    ...when(replicates.length > 0, {
      data: { name: `${name}Dots`, values: [...replicates] },
      mark: { type: 'point', size: (pointOf(look) * 0.7) ** 2, opacity: 0.3, clip: true },
      encoding: { y, x: { ...x, field: 'value' }, color: colour, opacity: fade },
    }),
    ...when(panel.to !== undefined, {
      data: { name: `${name}Bars`, values: [...bars] },
      mark: { type: 'rule', strokeWidth: look.point * 0.8, strokeOpacity: 0.55 },
      encoding: {
        y,
        x: { ...x, field: 'from' },
        x2: { field: 'to' },
        color: colour,
        opacity: fade,
      },
    }),
    {
      data: { name, values: [...lower, ...upper] },
      mark: { type: 'rule', strokeWidth: look.line * 1.4, clip: true },
      encoding: {
        y,
        x: { ...x, field: 'low' },
        x2: { field: 'high' },
        color: colour,
        opacity: fade,
      },
    },
    ...pointLayers(
      name,
      shown,
      { y, x: { ...x, field: 'mean' } },
      tooltipOf(panel, language),
      look,
    ),
    {
      data: { name: `${name}Values`, values: [...values] },
      mark: { type: 'text', align: 'right', baseline: 'middle', x: width + valueRoom(panel, look) },
      encoding: { y, text: { field: 'text' }, color: colour, opacity: fade },
    },
  ];
}

const colour = { field: 'colour', type: 'nominal', scale: null, legend: null } as const;
const shape = { field: 'shape', type: 'nominal', scale: null, legend: null } as const;

/** Width of a point. */
const pointOf = (look: Theme) => look.point * 0.68;

/** Rows with the ink and the sign that they are drawn with. */
interface DrawnRow extends EstimateRow {
  readonly colour: string;
  readonly shape: string;
}

/** What a panel draws: its rows, those that its bars lead to, and what goes with them. */
interface Shown {
  readonly lower: readonly DrawnRow[];
  readonly upper: readonly DrawnRow[];
  readonly bars: readonly object[];
  readonly values: readonly object[];
  readonly replicates: readonly object[];
}

function shownOf(
  panel: RowPanel,
  { axis, width, dots }: Place,
  scenario: ScenarioFacts,
  look: Theme,
  language: Language,
): Shown {
  const colourOf = (institution: string) =>
    panel.problem === undefined || institution === look.highlight
      ? rowInk(scenario, institution, look)
      : problems[panel.problem];
  const perUnit = width / (axis.high - axis.low);
  const isNarrow = ({ low, high }: EstimateRow) =>
    low !== null && high !== null && (high - low) * perUnit < pointOf(look) * 1.15;
  const drawn = (row: EstimateRow): DrawnRow => ({
    ...row,
    colour: colourOf(row.institution),
    shape: isNarrow(row) ? tick : 'circle',
  });
  const upper = (panel.to ?? []).map(drawn);
  const lower = panel.rows.map(drawn);
  const bars = lower.map((row) => {
    const end = upper.find(({ institution }) => institution === row.institution)?.mean ?? null;
    return { institution: row.institution, colour: row.colour, from: row.mean, to: end };
  });
  const values = lower.map((row) => ({
    institution: row.institution,
    colour: rowInk(scenario, row.institution, look),
    text: rowValue(row, panel, upper, words[language].none),
  }));
  const replicates = lower.flatMap(({ institution, colour: own }) => {
    const found = dots(institution).filter((value) => !Number.isNaN(value));
    if (!look.dots && !hasTwoStates(found)) return [];
    return found.map((value) => ({ institution, colour: own, value }));
  });
  return { lower, upper, bars, values, replicates };
}

/** The horizontal axis that all layers share, with labels in points where rows are differences. */
function scaleOf({ effect }: RowPanel, { domain, ticks }: RoundAxis) {
  return {
    type: 'quantitative',
    scale: { domain, nice: false },
    axis: {
      title: null,
      values: ticks,
      grid: false,
      ...(effect ? { labelExpr: pointsExpression(ticks) } : { format: percentFormat(ticks) }),
    },
  } as const;
}

function tooltipOf({ head, effect }: RowPanel, language: Language) {
  const say = words[language];
  const format = effect ? '+.2%' : '.2%';
  return [
    { field: 'label', title: say.institution },
    { field: 'mean', title: head, format },
    { field: 'low', title: say.low, format },
    { field: 'high', title: say.high, format },
    { field: 'replicates', title: say.replicates },
  ];
}

/** Means, filled and hollow. */
function pointLayers(
  name: string,
  { lower, upper }: Shown,
  at: Pick<PlotEncoding, 'x' | 'y'>,
  tooltip: NonNullable<PlotEncoding['tooltip']>,
  look: Theme,
): PlotLayer[] {
  const size = pointOf(look) ** 2;
  const [solid, hollow] = [false, true].map((is) =>
    [...lower, ...upper].filter((row) => (row.hollow ?? false) === is),
  );
  return [
    {
      data: { name: `${name}Solid`, values: solid },
      mark: { type: 'point', stroke: null, size },
      encoding: { ...at, color: colour, shape, opacity: fade, tooltip },
    },
    ...when(hollow.length > 0, {
      data: { name: `${name}Hollow`, values: hollow },
      mark: { type: 'point', filled: false, fill: 'white', strokeWidth: look.line * 1.2, size },
      encoding: { ...at, color: colour, opacity: fade, tooltip },
    }),
  ];
}

/** Width of the column of values beside a panel. */
export function valueRoom(panel: Pick<RowPanel, 'effect' | 'to'>, { fontSize }: Theme): number {
  return fontSize * (panel.to !== undefined ? 4.6 : panel.effect ? 3.1 : 2.7);
}

function when(condition: boolean | undefined, layer: PlotLayer): PlotLayer[] {
  return condition ? [layer] : [];
}

/** Labels of an axis in percentage points: `−10`, `0`, `+10`. */
export function pointsExpression(ticks: readonly number[]): string {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)) * 100;
  const digits = step >= 0.99 ? 0 : step >= 0.099 ? 1 : 2;
  return `datum.value === 0 ? '0' : format(100 * datum.value, '+.${digits}f')`;
}
