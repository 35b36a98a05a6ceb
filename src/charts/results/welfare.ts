import type { ChartInputs } from '../chart.ts';
import { inWords, type Language } from '../../language.ts';
import { orderIn, samplesBehind } from '../findings/inputs.ts';
import { leaderTitle, shownBy } from '../findings/leader.ts';
import { againstReferenceTitle } from '../findings/against-reference.ts';
import { standingLine } from '../findings/standings.ts';
import { differenceRows, referenceName } from '../kit/differences.ts';
import { noteOf } from '../kit/hollow.ts';
import { rowChart } from '../kit/row-chart.ts';
import { certainty, estimates, runAgain } from '../kit/select.ts';
import { listing, range, sentence, toldAs } from '../kit/sentences.ts';
import { percent } from '../kit/words.ts';

const noun = { en: 'welfare', zh: '福利' } as const;

/** How well off people and lenders are under each institution, and how far from the benchmark: the first answer of a report. */
export const welfare = rowChart({
  id: 'welfare',
  title: { en: 'How well off', zh: '福利高低' },
  parts: (inputs) => [
    {
      id: 'welfare',
      head: { en: 'Welfare', zh: '福利' },
      unit: { en: '% of a loan', zh: '占贷款的 %' },
      name: noun,
      better: 'higher',
      rows: estimates(inputs, 'welfare'),
      dots: (institution) => samplesBehind(inputs).values(institution, 'actual', 'welfare'),
    },
    ...distance(inputs),
  ],
  lacking: [{ en: 'welfare', zh: '福利' }, runAgain],
  column: 'measure',
  finding: (inputs, _, language) => {
    const found = orderIn(inputs, 'actual', 'welfare');
    const { kind } = shownBy(found);
    // That nobody leads is not all: some may be told apart from the benchmark, which the numbers beside it speak of.
    const against =
      kind === 'alike' || kind === 'unclear' ? againstReferenceTitle(inputs, language) : undefined;
    if (against !== undefined) return against;
    return leaderTitle(
      inputs,
      found,
      {
        noun,
        best: { en: 'the most welfare', zh: '福利最高' },
        worst: { en: 'the least welfare', zh: '福利最低' },
      },
      (mean) =>
        inWords(language, { en: `${percent(mean)} of a loan`, zh: `贷款的 ${percent(mean)}` }),
      language,
    );
  },
  under: (inputs, language, shown) =>
    inWords(language, {
      en: 'Welfare of borrowers, lenders and institution together, per application, in per cent of a mean loan.',
      zh: '借款人、贷款机构与征信模式的福利合计，每笔申请，占平均贷款额的 %。',
    }) +
    noteOf(
      shown,
      { en: ' Hollow: cannot be told from no difference.', zh: '空心点：差异不显著。' },
      language,
    ) +
    standingLine(inputs, language),
  caption: (inputs, language, parts) => [
    parts.length > 1
      ? inWords(language, {
          en: `Left: welfare. Right: the paired difference from ${referenceName(inputs, 'en')}, same borrowers and same luck`,
          zh: `左：福利。右：与${referenceName(inputs, 'zh')}的配对差异（同样的借款人、同样的运气）`,
        }) +
        noteOf(
          parts,
          {
            en: '; hollow points cannot be told from no difference (Holm)',
            zh: '；空心点：差异不显著（Holm 校正）',
          },
          language,
        ) +
        inWords(language, { en: '. Best on top.', zh: '。最佳者在上。' })
      : '',
    certainty(inputs, language),
  ],
  altText: (parts, language) => [
    inWords(language, { en: 'Dot plot.', zh: '点图。' }),
    ...parts.flatMap((part) => [
      sentence(range(part.rows, ...toldAs(part, language)), language),
      listing(part.rows, ...toldAs(part, language)),
    ]),
  ],
});

function distance(inputs: ChartInputs) {
  const rows = differenceRows(inputs, 'welfare');
  if (rows.length === 0) return [];
  const name = (language: Language) =>
    inWords(language, {
      en: `difference in welfare from ${referenceName(inputs, 'en')}`,
      zh: `与${referenceName(inputs, 'zh')}的福利之差`,
    });
  return [
    {
      id: 'welfare-difference',
      head: { en: 'Difference', zh: '差异' },
      unit: {
        en: `% of a loan, from ${referenceName(inputs, 'en')}`,
        zh: `占贷款的 %，与${referenceName(inputs, 'zh')}相比`,
      },
      name: { en: name('en'), zh: name('zh') },
      better: 'higher' as const,
      rows,
      effect: true,
    },
  ];
}
