import type { TopLevelSpec } from 'vega-lite';
import type { Panel, ScenarioFacts } from '../chart.ts';
import { frame, roundAxis, withinShare, type RoundAxis } from './frame.ts';
import { nameAxis, nameColumn } from './institutions.ts';
import { rowLayers, valueRoom } from './row-layers.ts';
import type { RowPanel } from './row-panel.ts';
import { grid } from './small-multiples.ts';
import { wrapToPoints } from './text.ts';
import { ink, type Theme } from '../theme.ts';
import type { Language } from '../../language.ts';

interface Header {
  readonly title: string;
  readonly subtitle: readonly string[];
}

/** One panel, and the values by replicate behind its rows. */
export interface DottedPanel extends RowPanel {
  readonly dots: (institution: string) => readonly number[];
}

/**
 * Estimates by institution in one or more panels that share the names at the left, each headed by what it shows. Panels
 * go side by side as long as each keeps room for its axis, then into further rows.
 *
 * @param order ids of institutions, top first.
 */
export function rowPanels(
  scenario: ScenarioFacts,
  order: readonly string[],
  panels: readonly DottedPanel[],
  header: Header,
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const names = namesFor(scenario, order.length, panels.length, look, language);
  const values = Math.max(...panels.map((panel) => valueRoom(panel, look)));
  const room = look.width - names.gutter - fontSize * 1.2 - values;
  const gap = values + fontSize * 1.6;
  const { columns, width } = grid(room, gap, fontSize * 5.2, panels.length);
  const lines = Math.ceil(panels.length / columns);
  const heads = panels.map((panel) => headOf(panel, width + values, look, language));
  const headLines = Math.max(...heads.map(({ text, subtitle }) => text.length + subtitle.length));
  // All heads begin at one height, whatever stands under them.
  const level = heads.map((head) => ({
    ...head,
    subtitle: [
      ...head.subtitle,
      ...Array.from({ length: headLines - head.text.length - head.subtitle.length }, () => ' '),
    ],
  }));
  const height = Math.round(
    order.length * rowHeightFor(lines, headLines, order.length, names, look),
  );
  const ids = [...order];
  const drawn = panels.map((panel, k): Panel => {
    const first = k % columns === 0;
    const y = {
      field: 'institution',
      type: 'nominal',
      scale: { domain: ids },
      axis: { ...nameColumn(names, look, first), grid: true },
    } as const;
    const beside = panels.filter(({ scale }) => scale !== undefined && scale === panel.scale);
    const axis = axisOf(panel, beside, width, fontSize);
    const place = { axis, y, width, dots: panel.dots };
    return {
      width,
      height,
      title: level[k],
      layer: rowLayers(panel, `panel${k + 1}`, place, scenario, look, language),
    };
  });
  return {
    ...frame(look, language, header.title, header.subtitle),
    spacing: fontSize * 1.6,
    vconcat: Array.from({ length: lines }, (_, line): Panel => {
      const side = drawn.slice(line * columns, (line + 1) * columns);
      return { hconcat: side, spacing: gap, bounds: 'flush' };
    }),
  };
}

const good = {
  en: { higher: 'better →', lower: '← better' },
  zh: { higher: '越高越好 →', lower: '← 越低越好' },
} as const;

/** What stands above a panel: what it shows in bold, then its unit and which way is good. */
function headOf(
  { head, unit, better }: RowPanel,
  width: number,
  { fontSize }: Theme,
  language: Language,
) {
  const small = fontSize * 0.92;
  return {
    text: wrapToPoints(head, width, fontSize * 1.06),
    subtitle: [
      ...wrapToPoints(unit, width, small),
      ...(better === undefined ? [] : [good[language][better]]),
    ],
    anchor: 'start' as const,
    frame: 'group' as const,
    fontSize,
    fontWeight: 600 as const,
    lineHeight: fontSize * 1.15,
    subtitleFontSize: small,
    subtitleLineHeight: small * 1.2,
    subtitleColor: ink.quiet,
    subtitlePadding: fontSize * 0.15,
    offset: fontSize * 0.5,
  };
}

/** The names at the side, on two lines where they are long; on one where two would make the figure too tall. */
function namesFor(
  scenario: ScenarioFacts,
  rows: number,
  panels: number,
  look: Theme,
  language: Language,
): ReturnType<typeof nameAxis> {
  const names = nameAxis(scenario, look, language);
  const least = rows * names.tightest * (panels > 3 ? 2 : 1);
  return look.width > look.tallest && least > look.tallest * 0.8
    ? nameAxis(scenario, look, language, 1)
    : names;
}

/** Rows as far apart as they like, or closer where the figure would else be too tall; names must not touch. */
function rowHeightFor(
  lines: number,
  headLines: number,
  rows: number,
  { rowHeight, tightest }: ReturnType<typeof nameAxis>,
  { tallest, fontSize, titleSize }: Theme,
): number {
  const header = titleSize * 2.5 + fontSize * 5;
  const around = fontSize * (3.4 + 1.2 * headLines);
  const room = (tallest - header) / lines - around;
  return Math.max(tightest, Math.min(rowHeight, room / rows));
}

/** The horizontal axis that holds all estimates and intervals of a panel, and those of the panels on its scale. */
function axisOf(
  panel: RowPanel,
  beside: readonly RowPanel[],
  width: number,
  fontSize: number,
): RoundAxis {
  const values = [panel, ...beside].flatMap(reach);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const known = Number.isFinite(low) && Number.isFinite(high);
  const axis = roundAxis(
    known ? low : 0,
    known ? high : 1,
    Math.max(2, Math.floor(width / (fontSize * 4.2))),
  );
  // Labels that would touch: every second one, with the one at zero.
  const { length } = axis.ticks;
  const label = fontSize * (panel.effect ? 1.9 : 2.7);
  if (length < 4 || length * label <= width + fontSize * 2) return axis;
  const zero = Math.max(0, axis.ticks.indexOf(0));
  return { ...axis, ticks: axis.ticks.filter((_, k) => (k - zero) % 2 === 0) };
}

/** The numbers that an axis must hold for a panel. */
function reach({ rows, to = [], effect, fromZero, share }: RowPanel): number[] {
  const all = [
    ...[...rows, ...to].flatMap(({ mean, low, high }) => [mean, low, high]),
    ...(effect || fromZero ? [0] : []),
  ];
  return all.flatMap((value) => (value === null ? [] : share ? withinShare(value) : value));
}
