import type { ChartInputs, Panel } from '../chart.ts';
import type { CurvePoint } from '../kit/experiment-rows.ts';
import { fade, percentFormat, roundAxis } from '../kit/frame.ts';
import { institutionLegend, institutionScales } from '../kit/institutions.ts';
import type { Theme } from '../theme.ts';
import type { Language, Words } from '../../language.ts';
import { institutionTip, tip } from '../kit/words.ts';

/** The bands of Table 3 by their lower bounds; names as meant, since two are printed alike. */
export const bands: readonly { readonly from: number; readonly name: Words }[] = [
  { from: 350, name: { en: '350–550 poor', zh: '350–550 较差' } },
  { from: 550, name: { en: '550–600 fair', zh: '550–600 中等' } },
  { from: 600, name: { en: '600–650 good', zh: '600–650 良好' } },
  { from: 650, name: { en: '650–700 excellent', zh: '650–700 优秀' } },
  { from: 700, name: { en: '700–950 outstanding', zh: '700–950 极好' } },
];

export function nameOfBand(from: number, language: Language): string {
  return bands.find((band) => band.from === from)?.name[language] ?? String(from);
}

/** What the panels share. */
interface Place extends ReturnType<typeof channelsOf> {
  readonly width: number;
  readonly height: number;
  /** Room for the names of bands, left of the first panel. */
  readonly gutter: number;
}

/** How institutions are told apart: by place in the band, colour and shape. */
export function channelsOf(
  { scenario }: ChartInputs,
  ids: readonly string[],
  look: Theme,
  language: Language,
) {
  const scales = institutionScales(scenario);
  const looks = ({ domain, range }: { readonly domain: string[]; readonly range: string[] }) =>
    ids.map((id) => range[domain.indexOf(id)] ?? '');
  const own = { field: 'institution', type: 'nominal' } as const;
  const domain = [...ids];
  const offset = { ...own, scale: { domain, paddingOuter: 0.1 } } as const;
  const colour = {
    ...own,
    scale: { domain, range: looks(scales.colour) },
    legend: institutionLegend(scenario, look, language, 'top'),
  } as const;
  return { offset, colour, shape: { ...colour, scale: { domain, range: looks(scales.shape) } } };
}

/** One number by band and institution. @param first the panel at the left, which names the bands */
export function bandPanel(
  name: string,
  points: readonly CurvePoint[],
  axisTitle: string,
  first: boolean,
  { width, height, gutter, offset, colour, shape }: Place,
  look: Theme,
  language: Language,
): Panel {
  const values = points.map((point) => ({ ...point, band: nameOfBand(point.at, language) }));
  const highest = Math.max(0.01, ...values.flatMap(({ mean, high }) => [mean ?? 0, high ?? 0]));
  const { domain, ticks } = roundAxis(0, highest, 3);
  const x = {
    type: 'quantitative',
    scale: { domain, nice: false },
    axis: { title: axisTitle, values: ticks, format: percentFormat(ticks) },
  } as const;
  const extent = first ? gutter : 0;
  const middle = {
    y: {
      field: 'band',
      type: 'nominal',
      scale: {
        domain: bands.map(({ from }) => nameOfBand(from, language)),
        paddingInner: 0.3,
      },
      axis: {
        ...{ title: null, labels: first, ticks: false, domain: false },
        ...{ minExtent: extent, maxExtent: extent },
      },
      bandPosition: 0.5,
    },
    yOffset: { ...offset, bandPosition: 0.5 },
  } as const;
  return {
    width,
    height,
    layer: [
      {
        data: { name: `${name}Intervals`, values },
        mark: { type: 'rule', strokeWidth: look.line * 1.4 },
        encoding: {
          ...middle,
          x: { ...x, field: 'low' },
          x2: { field: 'high' },
          color: colour,
          opacity: fade,
        },
      },
      {
        data: { name: `${name}Points`, values },
        mark: { type: 'point', size: (look.point * 0.75) ** 2 },
        encoding: {
          ...middle,
          x: { ...x, field: 'mean' },
          ...{ color: colour, shape, opacity: fade },
          tooltip: [
            institutionTip(language),
            tip('band', { en: 'band', zh: '档' }, language),
            { field: 'mean', title: axisTitle, format: '.1%' },
          ],
        },
      },
    ],
  };
}
