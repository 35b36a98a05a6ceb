import type { ScenarioFacts } from './chart.ts';
import { nameExpression } from './institutions.ts';
import type { Theme } from './theme.ts';
import type { Language } from './words.ts';

/** Small multiples side by side: as many columns of equal width as have room, and no emptier last row than need be. */
export function grid(
  room: number,
  gap: number,
  least: number,
  count: number,
): { readonly columns: number; readonly width: number } {
  const fitting = Math.max(1, Math.min(count, Math.floor((room + gap) / (least + gap))));
  const columns = Math.ceil(count / Math.ceil(count / fitting));
  return { columns, width: Math.floor((room - gap * (columns - 1)) / columns) };
}

/** How panels that share their axes lie: the gap between them, and the least that one must be wide. */
interface Room {
  /** Width of what stands left of the first panel. */
  readonly side: number;
  readonly gap: number;
  readonly least: number;
}

/** Panels of equal width with their names over them, one for each value of `field`. */
export function panelsBy(
  field: string,
  order: readonly string[],
  look: Theme,
  { side, gap, least }: Room,
) {
  const { columns, width } = grid(look.width - side, gap, least, order.length);
  return {
    /** Of one panel, in points. */
    width,
    /** Of one panel: as wanted, or less where the figure would else be too tall. */
    height: (wanted: number) => heightOf(Math.ceil(order.length / columns), wanted, look),
    /** What the specification says about them. */
    layout: {
      spacing: gap,
      columns,
      facet: {
        field,
        type: 'nominal' as const,
        sort: [...order],
        header: {
          title: null,
          labelAnchor: 'start' as const,
          labelLimit: 0,
          labelPadding: look.fontSize * 0.5,
        },
      },
    },
  };
}

/** One panel an institution, in the scenario's order; names that are too long for their panel go on two lines. */
export function panelsByInstitution(
  scenario: ScenarioFacts,
  look: Theme,
  language: Language,
  room: Room,
) {
  const ids = scenario.institutions.map(({ id }) => id);
  const { width, height, layout } = panelsBy('institution', ids, look, room);
  const labelExpr = nameExpression(scenario, look, language, width, 2);
  const { facet } = layout;
  return {
    width,
    height,
    layout: { ...layout, facet: { ...facet, header: { ...facet.header, labelExpr } } },
  };
}

/** What remains for each line of panels beside title, legend, names and axes; never less than a picture needs. */
function heightOf(lines: number, wanted: number, { tallest, fontSize, titleSize }: Theme): number {
  const around = titleSize * 1.3 + fontSize * 10;
  const room = (tallest - around) / lines - fontSize * 3;
  return Math.round(Math.max(fontSize * 6, Math.min(wanted, room)));
}

/** A legend of lines over the panels: side by side where the figure is wide enough. */
export function lineLegend({ width, fontSize, line }: Theme) {
  const upright = width < fontSize * 50;
  return {
    title: null,
    orient: 'top' as const,
    direction: upright ? ('vertical' as const) : ('horizontal' as const),
    symbolType: 'stroke',
    symbolSize: (fontSize * 2.4) ** 2,
    symbolStrokeWidth: line * 2,
    symbolOpacity: 1,
    // A symbol counts as high as it is wide, but a line is thin.
    ...(upright ? { rowPadding: fontSize * -1.1 } : {}),
  };
}
