import type { TopLevelSpec } from 'vega-lite';
import type { Chart, ChartInputs, Panel } from '../chart.ts';
import { asExperiment, asShares, curves, type CurvePoint } from '../kit/experiment-rows.ts';
import { fade, frame, percentFormat, roundAxis } from '../kit/frame.ts';
import { institutionLegend, institutionScales } from '../kit/institutions.ts';
import { footing, lacks, nameOf } from '../kit/select.ts';
import type { Theme } from '../theme.ts';
import type { Language, Words } from '../../language.ts';
import { paragraph, percent } from '../kit/words.ts';

const title = {
  en: 'Who is in which band of the score, and who defaults',
  zh: '评分各档的人数与违约',
};

/** The bands of Table 3 by their lower bounds; names as meant, since two are printed alike. */
const bands: readonly { readonly from: number; readonly name: Words }[] = [
  { from: 350, name: { en: '350–550 poor', zh: '350–550 较差' } },
  { from: 550, name: { en: '550–600 fair', zh: '550–600 中等' } },
  { from: 600, name: { en: '600–650 good', zh: '600–650 良好' } },
  { from: 650, name: { en: '650–700 excellent', zh: '650–700 优秀' } },
  { from: 700, name: { en: '700–950 outstanding', zh: '700–950 极好' } },
];

/** Distribution of the Sesame score by band, with the default rate in each. */
export const scoreBands: Chart = {
  id: 'score-bands',
  title,
  experiment: 'score-bands',
  draw(all) {
    const inputs = asExperiment(all, 'score-bands');
    const share = asShares(curves(inputs, 'score-bands', 'score-bands:share'));
    const defaults = asShares(curves(inputs, 'score-bands', 'score-bands:default-rate'));
    if (share.length === 0)
      return lacks(
        { en: 'scores by band', zh: '分档评分' },
        {
          en: 'Run them with: creditlab experiment score-bands.',
          zh: '请先运行：creditlab experiment score-bands。',
        },
      );
    return {
      table: [
        ...share.map(({ at, ...row }) => ({ measure: 'share', band: at, ...row })),
        ...defaults.map(({ at, ...row }) => ({ measure: 'default-rate', band: at, ...row })),
      ],
      spec: (look, language) => spec(inputs, share, defaults, look, language),
      caption: (language) =>
        paragraph(
          [
            language === 'zh'
              ? '左：各档借款人所占比例。右：该档贷款在存续期内的违约率。档位依 Xu、Guo、Li 表 3，重复的档名已按原意区分。'
              : 'Left: share of borrowers in each band. Right: of loans to them, how many default over their life. Bands of Table 3 of Xu, Guo & Li; two names that it prints alike are told apart as meant.',
            `${footing(inputs, language)}${language === 'zh' ? '。' : '.'}`,
          ],
          language,
        ),
      altText: (language) => altText(share, defaults, language),
    };
  },
};

function nameOfBand(from: number, language: Language): string {
  return bands.find((band) => band.from === from)?.name[language] ?? String(from);
}

function spec(
  inputs: ChartInputs,
  share: readonly CurvePoint[],
  defaults: readonly CurvePoint[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const zh = language === 'zh';
  const gutter = fontSize * 10;
  const gap = fontSize * 3.4;
  const width = Math.floor((look.width - gutter - gap - fontSize * 2) / 2);
  const scales = institutionScales(inputs.scenario);
  const present = new Set(share.map(({ institution }) => institution));
  const shownIds = inputs.scenario.institutions.map(({ id }) => id).filter((id) => present.has(id));
  const looks = ({ domain, range }: { readonly domain: string[]; readonly range: string[] }) =>
    shownIds.map((id) => range[domain.indexOf(id)] ?? '');
  const order = bands.map(({ from }) => nameOfBand(from, language));
  const panel = (
    points: readonly CurvePoint[],
    axisTitle: string,
    name: string,
    first: boolean,
  ): Panel => {
    const values = points.map((point) => ({
      ...point,
      band: nameOfBand(point.at, language),
    }));
    const highest = Math.max(0.01, ...values.flatMap(({ mean, high }) => [mean ?? 0, high ?? 0]));
    const { domain, ticks } = roundAxis(0, highest, 3);
    const x = {
      type: 'quantitative',
      scale: { domain, nice: false },
      axis: { title: axisTitle, values: ticks, format: percentFormat(ticks) },
    } as const;
    const y = {
      field: 'band',
      type: 'nominal',
      scale: { domain: order, paddingInner: 0.3 },
      axis: {
        title: null,
        labels: first,
        ticks: false,
        domain: false,
        minExtent: first ? gutter : 0,
        maxExtent: first ? gutter : 0,
      },
    } as const;
    const offset = {
      field: 'institution',
      type: 'nominal',
      scale: { domain: shownIds, paddingOuter: 0.1 },
    } as const;
    const colour = {
      field: 'institution',
      type: 'nominal',
      scale: { domain: shownIds, range: looks(scales.colour) },
      legend: institutionLegend(inputs.scenario, look, language, 'top'),
    } as const;
    const shape = { ...colour, scale: { domain: shownIds, range: looks(scales.shape) } };
    const middle = {
      y: { ...y, bandPosition: 0.5 },
      yOffset: { ...offset, bandPosition: 0.5 },
    } as const;
    return {
      width,
      height: Math.round(order.length * fontSize * (1.4 + shownIds.length * 0.9)),
      layer: [
        {
          data: { name, values },
          mark: { type: 'bar', height: { band: 1 }, fillOpacity: 0.4 },
          encoding: {
            y,
            yOffset: offset,
            x: { ...x, field: 'mean' },
            color: colour,
            opacity: fade,
          },
        },
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
          mark: { type: 'point', stroke: 'white', strokeWidth: look.line * 0.5 },
          encoding: {
            ...middle,
            x: { ...x, field: 'mean' },
            color: colour,
            shape,
            opacity: fade,
            tooltip: [
              { field: 'label', title: zh ? '机构' : 'institution' },
              { field: 'band', title: zh ? '档' : 'band' },
              { field: 'mean', title: axisTitle, format: '.1%' },
            ],
          },
        },
      ],
    };
  };
  return {
    ...frame(look, language, title[language], [footing(inputs, language)]),
    spacing: gap,
    bounds: 'flush',
    hconcat: [
      panel(share, zh ? '借款人占比' : 'Borrowers in the band', 'share', true),
      panel(defaults, zh ? '贷款违约率' : 'Loans that default', 'defaults', false),
    ],
  };
}

function altText(
  share: readonly CurvePoint[],
  defaults: readonly CurvePoint[],
  language: Language,
): string {
  const zh = language === 'zh';
  const items = share.map((point) => {
    const rate = defaults.find(
      (one) => one.institution === point.institution && one.at === point.at,
    );
    const [people, bad] = [percent(point.mean ?? NaN, 0), percent(rate?.mean ?? NaN)];
    return zh
      ? `${nameOf(point, 'zh')} ${nameOfBand(point.at, 'zh')}：占 ${people}，违约 ${bad}`
      : `${point.label}, ${nameOfBand(point.at, 'en')}: ${people} of borrowers, ${bad} default`;
  });
  return zh
    ? `条形图，按评分档。${items.join('；')}。`
    : `Bars by band of the score. ${items.join('; ')}.`;
}
