import type { Layer, ScenarioFacts } from '../chart.ts';
import { fade, percentFormat, type RoundAxis } from './frame.ts';
import { institutionScales } from './institutions.ts';
import type { InstitutionEstimate } from './select.ts';
import { wrap } from './text.ts';
import { ink, type Theme } from '../theme.ts';
import type { Language } from '../../language.ts';

/** One panel: an estimate with its interval for each institution, institutions down the side. */
export interface RowPanel {
  /** Title of the horizontal axis, with its unit. */
  readonly title: string;
  readonly rows: readonly EstimateRow[];
  /** An effect: in percentage points with their sign, around a line of no effect. Else in percent. */
  readonly effect?: boolean;
  /** Keeps zero on the axis. */
  readonly fromZero?: boolean;
  /** A share: the axis ends at 0 and 100%, even where an interval by Student's t reaches beyond. */
  readonly share?: boolean;
  /** The rows are lower ends of intervals, and these the upper ones: a thick bar runs between their means. */
  readonly to?: readonly EstimateRow[];
}

/** An estimate to draw; a `hollow` point is one that we are not sure differs. */
export interface EstimateRow extends InstitutionEstimate {
  readonly hollow?: boolean;
}

/** The channels of one plain layer. */
type Encoding = NonNullable<Extract<Layer, { mark: unknown }>['encoding']>;

/** The scales that all layers of a panel share. */
interface Place {
  readonly axis: RoundAxis;
  /** Names of institutions down the side. */
  readonly y: NonNullable<Encoding['y']>;
  readonly width: number;
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
    institution: '机构',
    low: '95% 下限',
    high: '95% 上限',
    replicates: '重复次数',
    none: '无定义',
  },
};

/**
 * The layers of one panel, bottom up: line of no effect, bars, intervals, points (hollow ones unfilled), and a word where there is no number.
 */
export function rowLayers(
  panel: RowPanel,
  name: string,
  { axis, y, width }: Place,
  scenario: ScenarioFacts,
  look: Theme,
  language: Language,
): Layer[] {
  const say = words[language];
  const scales = institutionScales(scenario);
  const x = {
    type: 'quantitative',
    scale: { domain: axis.domain, nice: false },
    axis: {
      title: wrap(panel.title, width, look.fontSize),
      values: axis.ticks,
      grid: false,
      ...(panel.effect
        ? { labelExpr: pointsExpression(axis.ticks) }
        : { format: percentFormat(axis.ticks) }),
    },
  } as const;
  const format = panel.effect ? '+.2%' : '.2%';
  const own = { field: 'institution', type: 'nominal', legend: null } as const;
  const colour = { ...own, scale: scales.colour };
  const shape = { ...own, scale: scales.shape };
  const mean = { ...x, field: 'mean' };
  const tooltip = [
    { field: 'label', title: say.institution },
    { field: 'mean', title: panel.title, format },
    { field: 'low', title: say.low, format },
    { field: 'high', title: say.high, format },
    { field: 'replicates', title: say.replicates },
  ];
  const upper = panel.to ?? [];
  const bars = panel.rows.map((row) => {
    const end = upper.find(({ institution }) => institution === row.institution)?.mean ?? null;
    return { institution: row.institution, from: row.mean, to: end };
  });
  const solid = [...panel.rows, ...upper].filter((row) => !row.hollow);
  const hollow = panel.rows.filter((row) => row.hollow);
  const absent = panel.rows.filter((row) => row.mean === null);
  return [
    ...when(panel.effect, {
      data: { values: [{ zero: 0 }] },
      mark: { type: 'rule', color: ink.axis },
      encoding: { x: { ...x, field: 'zero' } },
    }),
    ...when(panel.to !== undefined, {
      data: { name: `${name}Bars`, values: bars },
      mark: { type: 'rule', strokeWidth: look.point * 0.55, strokeOpacity: 0.45 },
      encoding: {
        y,
        x: { ...x, field: 'from' },
        x2: { field: 'to' },
        color: colour,
        opacity: fade,
      },
    }),
    {
      data: { name, values: [...panel.rows, ...upper] },
      mark: { type: 'rule', strokeWidth: look.line * 1.4, clip: true },
      encoding: {
        y,
        x: { ...x, field: 'low' },
        x2: { field: 'high' },
        color: colour,
        opacity: fade,
      },
    },
    {
      data: { name: `${name}Solid`, values: solid },
      mark: { type: 'point', stroke: 'white', strokeWidth: look.line * 0.5 },
      encoding: { y, x: mean, color: colour, shape, opacity: fade, tooltip },
    },
    ...when(hollow.length > 0, {
      data: { name: `${name}Hollow`, values: hollow },
      mark: {
        type: 'point',
        filled: false,
        fill: 'white',
        strokeWidth: look.line * 1.4,
        size: (look.point * 0.85) ** 2,
      },
      encoding: { y, x: mean, color: colour, shape, opacity: fade, tooltip },
    }),
    ...when(absent.length > 0, {
      data: { name: `${name}Absent`, values: absent },
      mark: {
        type: 'text',
        align: 'left',
        color: ink.quiet,
        x: look.fontSize * 0.3,
        text: say.none,
      },
      encoding: { y },
    }),
  ];
}

function when(condition: boolean | undefined, layer: Layer): Layer[] {
  return condition ? [layer] : [];
}

/** Labels of an axis in percentage points: `−10`, `0`, `+10`. */
export function pointsExpression(ticks: readonly number[]): string {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)) * 100;
  const digits = step >= 0.99 ? 0 : step >= 0.099 ? 1 : 2;
  return `datum.value === 0 ? '0' : format(100 * datum.value, '+.${digits}f')`;
}
