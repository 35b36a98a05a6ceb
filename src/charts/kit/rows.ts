import type { TopLevelSpec } from 'vega-lite';
import type { Panel, ScenarioFacts } from '../chart.ts';
import { frame, roundAxis, within } from './frame.ts';
import { nameAxis, nameColumn } from './institutions.ts';
import { rowLayers, type RowPanel } from './row-layers.ts';
import { grid } from './small-multiples.ts';
import type { Theme } from '../theme.ts';
import type { Language } from '../../language.ts';

interface Header {
  readonly title: string;
  readonly subtitle: readonly string[];
}

/**
 * Estimates by institution in one or more panels that share the names at the left. Panels go side by
 * side as long as each keeps room for its axis, then into further rows.
 *
 * @param order ids of institutions, top first.
 */
export function rowPanels(
  scenario: ScenarioFacts,
  order: readonly string[],
  panels: readonly RowPanel[],
  header: Header,
  look: Theme,
  language: Language,
): TopLevelSpec {
  const names = namesFor(scenario, order.length, panels.length, look, language);
  const room = look.width - names.gutter - look.fontSize * 1.5;
  const gap = look.fontSize * 3.4;
  const { columns, width } = grid(room, gap, look.fontSize * 7.5, panels.length);
  const lines = Math.ceil(panels.length / columns);
  const height = Math.round(order.length * rowHeightFor(lines, order.length, names, look));
  const ids = [...order];
  const drawn = panels.map((panel, k): Panel => {
    const first = k % columns === 0;
    const y = {
      field: 'institution',
      type: 'nominal',
      scale: { domain: ids },
      axis: { ...nameColumn(names, look, first), grid: true },
    } as const;
    const axis = axisOf(panel, width, look.fontSize);
    return {
      width,
      height,
      layer: rowLayers(panel, `panel${k + 1}`, { axis, y, width }, scenario, look, language),
    };
  });
  return {
    ...frame(look, language, header.title, header.subtitle),
    spacing: look.fontSize * 1.6,
    vconcat: Array.from({ length: lines }, (_, line): Panel => {
      const side = drawn.slice(line * columns, (line + 1) * columns);
      return { hconcat: side, spacing: gap, bounds: 'flush' };
    }),
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
  rows: number,
  { rowHeight, tightest }: ReturnType<typeof nameAxis>,
  { tallest, fontSize, titleSize }: Theme,
): number {
  const header = titleSize * 1.3 + fontSize * 5;
  const axis = fontSize * 4.6;
  const room = (tallest - header) / lines - axis;
  return Math.max(tightest, Math.min(rowHeight, room / rows));
}

/** The horizontal axis that holds all estimates and intervals of a panel. */
function axisOf(panel: RowPanel, width: number, fontSize: number) {
  const values = [
    ...[...panel.rows, ...(panel.to ?? [])].flatMap(({ mean, low, high }) => [mean, low, high]),
    ...(panel.effect || panel.fromZero ? [0] : []),
  ].flatMap((value) => (value === null ? [] : panel.share ? within(value) : value));
  const low = Math.min(...values);
  const high = Math.max(...values);
  const known = Number.isFinite(low) && Number.isFinite(high);
  return roundAxis(
    known ? low : 0,
    known ? high : 1,
    Math.max(2, Math.floor(width / (fontSize * 4.5))),
  );
}
