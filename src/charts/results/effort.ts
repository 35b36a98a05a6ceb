import { orderIn } from '../findings/inputs.ts';
import { leaderTitle } from '../findings/leader.ts';
import { inWords } from '../../language.ts';
import { rowChart } from '../kit/row-chart.ts';
import { certainty, estimates, runAgain } from '../kit/select.ts';
import { listing, range, sentence } from '../kit/sentences.ts';
import { percent } from '../kit/words.ts';

const measures = [
  {
    id: 'effort',
    head: { en: 'Effort', zh: '努力' },
    unit: { en: '% of own failures prevented', zh: '所避免的自身失败的 %' },
    name: { en: 'effort', zh: '努力' },
    share: true,
  },
  {
    id: 'stake',
    head: { en: 'Stake in reputation', zh: '声誉的价值' },
    unit: { en: '% of a loan', zh: '占贷款的 %' },
    name: { en: 'stake', zh: '声誉的价值' },
  },
  {
    id: 'stake-shared',
    head: { en: 'Part that sharing makes', zh: '由信息共享产生的部分' },
    unit: { en: '% of the stake', zh: '占声誉价值的 %' },
    name: { en: 'part that sharing makes', zh: '由信息共享产生的部分' },
    share: true,
  },
] as const;

/** Hidden action seen directly: how hard borrowers try, and what one more default would cost them. */
export const effort = rowChart({
  id: 'effort',
  title: {
    en: 'How hard borrowers try, and what they have to lose',
    zh: '借款人有多努力，又有什么可失去',
  },
  parts: (inputs) =>
    measures.map((measure) => ({
      ...measure,
      rows: estimates(inputs, measure.id),
      fromZero: true,
    })),
  lacking: [{ en: 'effort', zh: '努力水平' }, runAgain],
  column: 'measure',
  finding: (inputs, _, language) =>
    leaderTitle(
      inputs,
      orderIn(inputs, 'actual', 'effort'),
      {
        noun: { en: 'effort', zh: '努力' },
        best: { en: 'the most effort', zh: '借款人最努力' },
        worst: { en: 'the least effort', zh: '借款人最不努力' },
      },
      (mean) =>
        inWords(language, {
          en: `${percent(mean)} of own failures prevented`,
          zh: `避免 ${percent(mean)} 的自身失败`,
        }),
      language,
    ),
  under: (_, language) =>
    inWords(language, {
      en: 'How hard borrowers try, and what one more default would cost them; the title speaks of effort.',
      zh: '借款人有多努力，以及再违约一次会失去什么；标题就努力而言。',
    }),
  caption: (inputs, language) => [
    inWords(language, {
      en: 'Mean effort over the quarters that loans live through, the share of own failures that borrowers prevent at a cost to themselves; the stake, what one more default would cost a borrower in its next loans; and the part of it that hangs on what other lenders see, the rest being the own lender’s memory.',
      zh: '平均努力（对贷款存续的各季度取均值），即借款人所避免的自身失败的比例；声誉的价值，即再违约一次会使其今后的贷款损失多少；以及其中取决于其他贷款机构所见记录的部分，其余为本机构自己的记忆。',
    }),
    certainty(inputs, language),
  ],
  altText: (parts, language) => [
    inWords(language, { en: 'Dot plot.', zh: '点图。' }),
    ...parts.map(({ rows, name }) => sentence(range(rows, name[language], language), language)),
    ...parts.map(({ rows, name }) => listing(rows, name[language], language)),
  ],
});
