import { inWords, type Language } from '../../language.ts';
import type { ChartInputs } from '../chart.ts';
import { experimentValues } from '../findings/inputs.ts';
import { countOf } from '../findings/numbers.ts';
import { awayFromZero, hollowWhereUnsure } from '../findings/zero.ts';
import { singles } from '../kit/experiment-rows.ts';
import { unsureNote, unsureSentence } from '../kit/hollow.ts';
import { rowChart } from '../kit/row-chart.ts';
import { certainty, runIt } from '../kit/select.ts';
import { listing, toldAs } from '../kit/sentences.ts';

const tests = [
  {
    id: 'given-information',
    head: { en: 'Given what the lender saw', zh: '给定贷款机构所见' },
    unit: { en: 'correlation, hundredths', zh: '相关系数，百分之一' },
    name: { en: 'correlation given information', zh: '给定信息的相关系数' },
    problem: 'selection',
  },
  {
    id: 'unconditional',
    head: { en: 'Without that', zh: '未作控制' },
    unit: { en: 'correlation, hundredths', zh: '相关系数，百分之一' },
    name: { en: 'correlation without conditions', zh: '未作控制的相关系数' },
  },
  {
    id: 'field',
    head: { en: 'As in the field', zh: '如同实地数据' },
    unit: { en: 'with hidden action in it, hundredths', zh: '含隐藏行动，百分之一' },
    name: { en: 'correlation as a field study sees it', zh: '实地研究所见的相关系数' },
  },
] as const;

/** Chiappori & Salanié: whether those who take a loan would default more, given what the lender saw. */
export const positiveCorrelation = rowChart({
  id: 'positive-correlation',
  title: { en: 'Do takers default more?', zh: '提款者是否更易违约？' },
  experiment: 'positive-correlation',
  parts: (inputs) =>
    tests.map((test) => ({
      ...test,
      rows: hollowWhereUnsure(
        singles(inputs, 'positive-correlation', `positive-correlation:${test.id}`),
        (institution) => valuesOf(inputs, test.id, institution),
      ),
      effect: true,
    })),
  lacking: [
    { en: 'test of positive correlation', zh: '正相关检验' },
    runIt('positive-correlation'),
  ],
  column: 'test',
  finding: (inputs, _, language) => finding(inputs, language),
  under: (_, language, shown) =>
    inWords(language, {
      en: 'Correlation of taking the loan and potential default, in hundredths, among approved applicants; above zero is adverse selection.',
      zh: '提款与潜在违约的相关系数（百分之一），获批借款人；大于零即有逆向选择。',
    }) + unsureNote(shown, language),
  caption: (inputs, language, shown) => [
    inWords(language, {
      en: 'The test of Chiappori & Salanié (2000): given what the lender saw at signing, whether those who take the loan would default more than those who decline; beside it the same without that condition, and as a field study sees it, with hidden action in it.',
      zh: 'Chiappori 与 Salanié（2000）的检验：给定贷款机构签约时所见，提款者是否比拒绝者更易违约；旁边为不作该控制者，以及同时含隐藏行动的实地数据所见者。',
    }),
    unsureSentence(shown, language),
    certainty(inputs, language),
  ],
  altText: (parts, language) => [
    inWords(language, { en: 'Dot plot.', zh: '点图。' }),
    ...parts.map((part) => listing(part.rows, ...toldAs(part, language))),
  ],
});

function valuesOf(inputs: ChartInputs, test: string, institution: string): number[] {
  return experimentValues(
    inputs,
    'positive-correlation',
    `positive-correlation:${test}`,
    institution,
  );
}

function finding(inputs: ChartInputs, language: Language): string {
  if (inputs.scenario.replicates < 2)
    return inWords(language, {
      en: 'One replicate: no correlation can be told',
      zh: '仅一次重复：正相关无法判定',
    });
  const { up } = awayFromZero(
    inputs.scenario.institutions.map(({ id }) => valuesOf(inputs, 'given-information', id)),
  );
  const all = inputs.scenario.institutions.length;
  if (up === 0)
    return inWords(language, {
      en: 'No sign that takers default more than decliners',
      zh: '未见提款者更易违约',
    });
  return inWords(language, {
    en: `Takers default more under ${countOf(up, all)}`,
    zh: `${all} 种模式中有 ${up} 种的提款者更易违约`,
  });
}
