import type { TopLevelSpec } from 'vega-lite';
import type { Language } from '../../language.ts';
import type { Drawing } from '../chart.ts';
import { footLine, stampFor, type Stamp } from '../stamp.ts';
import { ink, type Theme } from '../theme.ts';
import { wrapToPoints } from './text.ts';

/** A picture's own words, as they are before they are broken into lines. */
export interface Heading {
  readonly title: string;
  readonly subtitle: string;
}

/** The title and the lines under it that `frame` gave a specification. */
export function headingOf(spec: TopLevelSpec): Heading {
  const { title, subtitle } = spec.usermeta ?? {};
  return {
    title: typeof title === 'string' ? title : '',
    subtitle: typeof subtitle === 'string' ? subtitle : '',
  };
}

const channels = ['color', 'shape', 'strokeDash', 'opacity', 'size', 'fill', 'stroke'] as const;

/** Legends stay with what they are of, above the foot. */
const apart = Object.fromEntries(channels.map((channel) => [channel, 'independent' as const]));

/**
 * A drawing as a whole picture, its foot under all of it. Vega knows one title a group, so the foot is the title of the
 * plot, at its lower edge, and the finding that of the group around it.
 */
export function pictureOf(
  drawing: Pick<Drawing, 'spec' | 'behind'>,
  stamp: Stamp,
  look: Theme,
  language: Language,
  titled = true,
): TopLevelSpec {
  const { $schema, title, params, config, usermeta, ...plot } = drawing.spec(look, language);
  const fontSize = Math.max(look.fontSize * 0.78, Math.min(look.fontSize, 6));
  const foot = {
    text: wrapToPoints(footLine(stampFor(drawing, stamp), language), look.width - 8, fontSize),
    orient: 'bottom',
    anchor: 'start',
    frame: 'bounds',
    color: ink.quiet,
    fontSize,
    fontWeight: 'normal',
    lineHeight: fontSize * 1.25,
    offset: look.fontSize * 0.9,
  } as const;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a plot without its frame may stand in a group
  return {
    $schema,
    ...(titled && title !== undefined ? { title } : {}),
    ...(params === undefined ? {} : { params }),
    config,
    usermeta,
    vconcat: [{ ...plot, title: foot }],
    resolve: { scale: apart, legend: apart },
  } as TopLevelSpec;
}
