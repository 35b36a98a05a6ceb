import type { TopLevelSpec } from 'vega-lite';
import { estimate } from '../../math/interval.ts';
import type { Chart, ChartInputs } from '../chart.ts';
import { curveValues } from '../findings/inputs.ts';
import { countOf } from '../findings/numbers.ts';
import { awayFromZero } from '../findings/zero.ts';
import { asExperiment, asShares, curves, type CurvePoint } from '../kit/experiment-rows.ts';
import { frame } from '../kit/frame.ts';
import { certainty, lacks, nameInSentence } from '../kit/select.ts';
import type { Theme } from '../theme.ts';
import { inWords, type Language } from '../../language.ts';
import { paragraph, percent } from '../kit/words.ts';
import { bandPanel, bands, channelsOf, nameOfBand } from './score-band-panels.ts';

const title = {
  en: 'Who is in which band of the score, and who defaults',
  zh: '评分各档的人数与违约',
};

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
      en: `High scores default less under ${countOf(down, scored.length)}`,
      zh: `${scored.length} 种模式中有 ${down} 种的高分者违约更少`,
    });
  const mean = (from: number) => estimate(scored.flatMap(({ id }) => rate(id, from))).mean;
  const [low, high] = [mean(bands[0].from), mean(bands[bands.length - 1].from)];
  return inWords(language, {
    en: `Default falls from ${percent(low, 0)} to ${percent(high, 0)} over the bands`,
    zh: `违约率从最低档的约 ${percent(low, 0)} 降到最高档的约 ${percent(high, 0)}`,
  });
}

function spec(
  inputs: ChartInputs,
  share: readonly CurvePoint[],
  defaults: readonly CurvePoint[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const present = new Set(share.map(({ institution }) => institution));
  const ids = inputs.scenario.institutions.map(({ id }) => id).filter((id) => present.has(id));
  const [gutter, gap] = [fontSize * 10, fontSize * 3.4];
  const width = Math.floor((look.width - gutter - gap - fontSize * 2) / 2);
  const height = Math.round(bands.length * fontSize * (1.4 + ids.length * 0.9));
  const place = { width, height, gutter, ...channelsOf(inputs, ids, look, language) };
  const inBand = inWords(language, { en: 'Borrowers in the band', zh: '借款人占比' });
  const inDefault = inWords(language, { en: 'Loans that default', zh: '贷款违约率' });
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
      bandPanel('share', share, inBand, true, place, look, language),
      bandPanel('defaults', defaults, inDefault, false, place, look, language),
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
