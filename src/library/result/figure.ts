import type { TopLevelSpec } from 'vega-lite';
import {
  headingOf,
  isMissing,
  pictureOf,
  stampOf,
  theme,
  widths,
  type ChartInputs,
  type ThemeId,
} from '../../charts/index.ts';
import { charts } from '../../charts/registry.ts';
import { UserError } from '../../errors.ts';
import type { Language } from '../../language.ts';
import { didYouMean } from '../../suggest.ts';

/** How a figure looks. */
export interface FigureOptions {
  /** Without it `paper`, as the command line draws. */
  readonly theme?: ThemeId;
  /** A named width, or points (1/72 inch); without it the theme's own. */
  readonly width?: keyof typeof widths | number;
  readonly language?: Language;
}

/** A figure as Vega-Lite, with its words and the numbers behind it. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  /** Vega-Lite 6; the rows travel inside it, and its foot says that they are a simulation. */
  readonly spec: TopLevelSpec;
  /** What is drawn, of whom, with what uncertainty. */
  readonly caption: string;
  /** What the picture shows, with numbers, for who cannot see it. */
  readonly altText: string;
  /** The tidy rows behind the picture. */
  readonly table: readonly Readonly<Record<string, string | number | boolean | null>>[];
}

/** Ids of the figures that a result may have, in the order of a report. */
export const figureIds: readonly string[] = charts.map(({ id }) => id);

/** What `look` asks for as the charts have it. */
export function lookOf({ theme: id = 'paper', width }: FigureOptions) {
  return theme(id, typeof width === 'string' ? widths[width] : width);
}

/**
 * The chart of this id.
 *
 * @throws UserError if there is none
 */
function chartOf(id: string) {
  const chart = charts.find((one) => one.id === id);
  if (chart) return chart;
  const message = `there is no figure "${id}"`;
  throw new UserError([{ message, hint: didYouMean(id, figureIds) }]);
}

/**
 * Draws one figure of some results.
 *
 * @throws UserError if there is none of this id, or these results do not allow it
 */
export function figureOf(id: string, inputs: ChartInputs, options: FigureOptions = {}): Figure {
  const { language = 'en' } = options;
  const chart = chartOf(id);
  const drawing = chart.draw(inputs);
  if (isMissing(drawing)) {
    throw new UserError([{ message: `not drawn: ${id}. ${drawing.missing[language]}` }]);
  }
  const stamp = stampOf(chart, inputs, 'creditlab');
  const spec = pictureOf(drawing, stamp, lookOf(options), language);
  return {
    ...{ id, title: headingOf(spec).title, spec },
    ...{ caption: drawing.caption(language), altText: drawing.altText(language) },
    table: drawing.table,
  };
}
