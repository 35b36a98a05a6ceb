import type { TopLevelSpec } from 'vega-lite';
import { estimate } from '../../math/interval.ts';
import type { Chart, ChartInputs, Panel } from '../chart.ts';
import { curveValues } from '../findings/inputs.ts';
import { countWord } from '../findings/numbers.ts';
import { awayFromZero } from '../findings/zero.ts';
import { asExperiment, asShares, curves, type CurvePoint } from '../kit/experiment-rows.ts';
import { fade, frame, percentFormat, roundAxis } from '../kit/frame.ts';
import { institutionLegend, institutionScales } from '../kit/institutions.ts';
import { certainty, lacks, nameInSentence } from '../kit/select.ts';
import type { Theme } from '../theme.ts';
import { inWords, type Language, type Words } from '../../language.ts';
import { paragraph, percent, institutionTip, tip } from '../kit/words.ts';

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
            inWords(language, {
              en: 'Left: share of borrowers in each band. Right: of loans to them, how many default over their life. Bands of Table 3 of Xu, Guo & Li; two names that it prints alike are told apart as meant.',
              zh: '左：各档借款人所占比例。右：该档贷款在存续期内的违约率。档位依 Xu、Guo、Li 表 3，重复的档名已按原意区分。',
            }),
            certainty(inputs, language),
          ],
          language,
        ),
      altText: (language) => altText(share, defaults, language),
    };
  },
};

/** Whether default falls from the lowest band to the highest, and where it can be told. */
function finding(inputs: ChartInputs, language: Language): string {
  if (inputs.scenario.replicates < 2)
    return inWords(language, {
      en: 'One replicate: score and default cannot be compared',
      zh: '仅一次重复：评分与违约的关系无法判定',
    });
  const scored = inputs.scenario.institutions.filter(({ id }) =>
    curveValues(inputs, 'score-bands', 'score-bands:share', id, bands[0].from).some(
      Number.isFinite,
    ),
  );
  const rate = (id: string, from: number) =>
    curveValues(inputs, 'score-bands', 'score-bands:default-rate', id, from);
  const falls = scored.map(({ id }) => {
    const lowest = rate(id, bands[0].from);
    return rate(id, bands[bands.length - 1].from).map((value, r) => value - lowest[r]);
  });
  const { down } = awayFromZero(falls);
  if (down === 0)
    return inWords(language, {
      en: 'No sign that high scores default less',
      zh: '未见高分者违约更少',
    });
  if (down < scored.length)
    return inWords(language, {
      en: `High scores default less under ${countWord(down, 'en')} of ${countWord(scored.length, 'en')}`,
      zh: `${scored.length} 种模式中有 ${down} 种的高分者违约更少`,
    });
  const mean = (from: number) => estimate(scored.flatMap(({ id }) => rate(id, from))).mean;
  const [low, high] = [mean(bands[0].from), mean(bands[bands.length - 1].from)];
  return inWords(language, {
    en: `Default falls from ${percent(low, 0)} to ${percent(high, 0)} over the bands`,
    zh: `违约率从最低档的约 ${percent(low, 0)} 降到最高档的约 ${percent(high, 0)}`,
  });
}

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
    const values = points.map((point) => ({ ...point, band: nameOfBand(point.at, language) }));
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
            color: colour,
            shape,
            opacity: fade,
            tooltip: [
              institutionTip(language),
              tip('band', { en: 'band', zh: '档' }, language),
              { field: 'mean', title: axisTitle, format: '.1%' },
            ],
          },
        },
      ],
    };
  };
  return {
    ...frame(look, language, finding(inputs, language), [
      inWords(language, {
        en: 'Borrowers in each band, in per cent, and of loans to them how many default over their life.',
        zh: '各档借款人所占的 %，以及该档贷款在存续期内的违约率。',
      }),
    ]),
    spacing: gap,
    bounds: 'flush',
    hconcat: [
      panel(
        share,
        inWords(language, { en: 'Borrowers in the band', zh: '借款人占比' }),
        'share',
        true,
      ),
      panel(
        defaults,
        inWords(language, { en: 'Loans that default', zh: '贷款违约率' }),
        'defaults',
        false,
      ),
    ],
  };
}

function altText(
  share: readonly CurvePoint[],
  defaults: readonly CurvePoint[],
  language: Language,
): string {
  const items = share.map((point) => {
    const rate = defaults.find(
      (one) => one.institution === point.institution && one.at === point.at,
    );
    const [people, bad] = [percent(point.mean ?? NaN, 0), percent(rate?.mean ?? NaN)];
    return inWords(language, {
      en: `${point.label}, ${nameOfBand(point.at, 'en')}: ${people} of borrowers, ${bad} default`,
      zh: `${nameInSentence(point, 'zh')} ${nameOfBand(point.at, 'zh')}：占 ${people}，违约 ${bad}`,
    });
  });
  return inWords(language, {
    en: `Dots by band of the score. ${items.join('; ')}.`,
    zh: `点图，按评分档。${items.join('；')}。`,
  });
}
