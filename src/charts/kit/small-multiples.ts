import type { ScenarioFacts } from '../chart.ts';
import { nameExpression } from './institutions.ts';
import { wrapToPoints } from './text.ts';
import type { Theme } from '../theme.ts';
import type { Language } from '../../language.ts';

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

/** What panels that share their axes need. */
interface Needs {
  /** Title of the vertical axis; broken into lines where a panel is not as high as it is long. */
  readonly axis: string;
  /** Width of the labels of that axis. */
  readonly side: number;
  /** Between panels. */
  readonly gap: number;
  /** The least that a panel must be wide, */
  readonly least: number;
  /** and the height that suits its width. */
  readonly wanted: (width: number) => number;
  /** Height of the labels under the last line of panels, where they are long. */
  readonly below?: number;
}

/** Panels of equal size with their names over them, one for each value of `field`. */
export function panelsBy(field: string, order: readonly string[], look: Theme, needs: Needs) {
  const { axis, side, gap, least, wanted, below = 0 } = needs;
  const { width: room, fontSize } = look;
  const sized = (titleLines: number) => {
    const left = side + fontSize * (0.6 + 1.3 * titleLines);
    const { columns, width } = grid(room - left, gap, least, order.length);
    const lines = Math.ceil(order.length / columns);
    return { columns, width, height: heightOf(lines, wanted(width), below, look) };
  };
  // A title may reach a little beyond its panel, beside the names over the next one.
  const axisTitle = wrapToPoints(axis, sized(1).height + fontSize * 2.4, fontSize);
  const { columns, width, height } = sized(axisTitle.length);
  return {
    width,
    height,
    axisTitle,
    /** What the specification says about all of them. */
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
          labelPadding: fontSize * 0.5,
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
  needs: Needs,
) {
  const ids = scenario.institutions.map(({ id }) => id);
  const panels = panelsBy('institution', ids, look, needs);
  const labelExpr = nameExpression(scenario, look, language, panels.width, 2);
  const { facet } = panels.layout;
  const header = { ...facet.header, labelExpr };
  return { ...panels, layout: { ...panels.layout, facet: { ...facet, header } } };
}

/** What is wanted, or what remains for each line of panels beside title, legend, names and axes; never too little to read. */
function heightOf(
  lines: number,
  wanted: number,
  below: number,
  { width, tallest, fontSize, titleSize }: Theme,
): number {
  const legend = fontSize * (isUpright(width, fontSize) ? 6 : 2);
  const around = titleSize * 1.3 + fontSize * 8 + legend + below;
  const room = (tallest - around) / lines - fontSize * 3;
  return Math.round(Math.max(Math.min(fontSize * 7.5, wanted), Math.min(wanted, room)));
}

/** A legend of lines over the panels: side by side where the figure is wide enough. */
export function lineLegend({ width, fontSize, line }: Theme) {
  const upright = isUpright(width, fontSize);
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

/** Whether a legend has its entries one under another, since the figure is narrow. */
function isUpright(width: number, fontSize: number): boolean {
  return width < fontSize * 50;
}

/** Head of a panel that stands among others: its name, over its axes too. */
export function panelHead(text: string, { fontSize }: Theme) {
  return {
    text,
    anchor: 'start',
    fontSize,
    fontWeight: 600,
    offset: fontSize * 0.6,
    frame: 'group',
  } as const;
}
