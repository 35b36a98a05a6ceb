import type { TopLevelSpec } from 'vega-lite';
import { inWords, type Language } from '../../language.ts';
import type { Chart, ChartInputs } from '../chart.ts';
import { frame } from '../kit/frame.ts';
import { certainty, lacks } from '../kit/select.ts';
import { decimal, paragraph, percent } from '../kit/words.ts';
import { lenderName } from '../../lender-names.ts';
import type { Theme } from '../theme.ts';
import { columnsDrawn, entries, type LenderNumber } from './lender-books-table.ts';
import { lenderPanels } from './lender-panels.ts';

const title = { en: 'What lenders expect, get and earn', zh: '贷款机构的预期、结果与收益' };

/** The lenders' own books: whether they get the loans they are asked for, know their risks and live. */
export const lenderBooks: Chart = {
  id: 'lender-books',
  title,
  draw(inputs) {
    const table = entries(inputs);
    if (table.every(({ mean }) => mean === null))
      return lacks(
        { en: 'books of the lenders', zh: '贷款机构的账目' },
        { en: 'Run the scenario again.', zh: '请重新运行情景。' },
      );
    return {
      table,
      spec: (look, language) => spec(inputs, table, look, language),
      caption: (language) =>
        paragraph(
          [
            inWords(language, {
              en: 'Each lender’s share of all loans less its share of all applications; the default that it expects at signing less what comes over the loan’s life; realised profit in per cent of what it lent; the APR that it is paid; how many loans it makes; one mark for each institution.',
              zh: '各贷款机构：其贷款份额与申请份额之差；签约时预期的违约减贷款存续期内实际的违约；已实现利润占本金的 %；成交利率（年化）；每季度每千名借款人的贷款笔数；每种征信模式一个标记。',
            }),
            certainty(inputs, language),
          ],
          language,
        ),
      altText: (language) => altText(table, language),
    };
  },
};

function spec(
  inputs: ChartInputs,
  table: readonly LenderNumber[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  return {
    ...frame(look, language, finding(table, language), [
      inWords(language, {
        en: 'Each lender: its share of loans, what it expects of default, its profit, its price and its loans.',
        zh: '各贷款机构：贷款份额、对违约的预期、利润、价格与贷款笔数。',
      }),
    ]),
    ...lenderPanels(inputs.scenario, columnsDrawn, table, look, language),
  };
}

/** What lenders earn, over all of them; a range only where its ends are apart. */
function finding(table: readonly LenderNumber[], language: Language): string {
  const earned = table.filter(({ measure, mean }) => measure === 'return' && mean !== null);
  if (earned.length === 0) return inWords(language, { en: 'Nobody lends', zh: '没有机构放贷' });
  const sorted = earned.toSorted((a, b) => (a.mean ?? 0) - (b.mean ?? 0));
  const [least, most] = [sorted[0], sorted[sorted.length - 1]];
  const loses = earned.filter(({ high }) => high !== null && high < 0).length;
  if (loses > 0)
    return inWords(language, {
      en: `Lenders lose in ${loses} of ${earned.length} cases`,
      zh: `${earned.length} 例中有 ${loses} 例贷款机构亏损`,
    });
  const isApart = (least.high ?? Infinity) < (most.low ?? -Infinity);
  const middle = sorted[Math.floor(sorted.length / 2)].mean ?? NaN;
  if (!isApart)
    return inWords(language, {
      en: `Lenders earn about ${percent(middle)} of what they lend`,
      zh: `贷款机构的利润约为本金的 ${percent(middle)}`,
    });
  const [low, high] = [least.mean ?? NaN, most.mean ?? NaN].map((value) => decimal(100 * value, 1));
  return inWords(language, {
    en: `Lenders earn ${low} to ${high}% of what they lend`,
    zh: `贷款机构的利润为本金的 ${low}% 至 ${high}%`,
  });
}

/** The least and the most of each column over all lenders and institutions. */
function altText(table: readonly LenderNumber[], language: Language): string {
  const lines = columnsDrawn.flatMap(({ id, axis, written }) => {
    const found = table
      .filter(({ measure, mean }) => measure === id && mean !== null)
      .toSorted((a, b) => (a.mean ?? 0) - (b.mean ?? 0));
    const [least, most] = [found[0], found.at(-1)];
    if (least === undefined || most === undefined) return [];
    const at = (entry: LenderNumber) =>
      `${decimal((written === 'plain' ? 1 : 100) * (entry.mean ?? NaN), 1)} (${lenderName(entry.lender, language)})`;
    return [
      inWords(language, {
        en: `${axis.en}: from ${at(least)} to ${at(most)}.`,
        zh: `${axis.zh}：从 ${at(least)} 到 ${at(most)}。`,
      }),
    ];
  });
  return paragraph(
    [
      inWords(language, { en: 'Dot plot, one row a lender.', zh: '点图，每家贷款机构一行。' }),
      ...lines,
    ],
    language,
  );
}
