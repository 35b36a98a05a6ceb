import type { Words } from '../../language.ts';
import { singles } from '../kit/experiment-rows.ts';
import { rowChart } from '../kit/row-chart.ts';
import { footing } from '../kit/select.ts';
import { listing, range, sentence } from '../kit/sentences.ts';

const panels = [
  {
    id: 'stake',
    axis: { en: 'Stake (% of a mean loan)', zh: '借款人所想代价（占平均贷款额）' },
    name: { en: 'what borrowers think a default costs', zh: '借款人所想的违约代价' },
  },
  {
    id: 'cost',
    axis: { en: 'Cost of a default (% of a mean loan)', zh: '违约的实际代价（占平均贷款额）' },
    name: { en: 'what it does cost', zh: '违约的实际代价' },
  },
] as const;

/** Why figures of flips are missing. */
export const lackingFlips: readonly [Words, Words] = [
  { en: 'experiment with flips', zh: '记录翻转实验' },
  {
    en: 'Run it with: creditlab experiment flips.',
    zh: '请先运行：creditlab experiment flips。',
  },
];

/** What borrowers think a default costs, and what it does: the stake beside the flips of the experiment. */
export const flips = rowChart({
  id: 'flips',
  title: {
    en: 'What a default costs its borrower, beside what it thinks',
    zh: '违约的代价：借款人所想与实际',
  },
  experiment: 'flips',
  parts: (inputs) => [
    ...panels.map((one) => ({
      ...one,
      rows: singles(inputs, 'flips', `flips:${one.id}`),
      fromZero: true,
    })),
  ],
  lacking: lackingFlips,
  column: 'part',
  under: (_, language) =>
    language === 'zh'
      ? '一笔已还清的贷款若在档案中记为违约，其后三十个季度的损失。'
      : 'A repaid loan on file as a default: what is lost in the thirty quarters after it.',
  caption: (inputs, language) => [
    language === 'zh'
      ? '预热期末，随机抽取一部分已还清的贷款，在档案中改记为违约；同一借款人以同样的运气度过两种人生，其所得之差（折现）即为违约的代价，旁边是借款人签约时心中的代价。'
      : 'At the end of the burn-in some repaid loans, drawn by lot, are put on file as defaults; the same borrower with the same luck lives both lives, and the difference of what it gets, discounted, is what a default costs. Beside it stands what the borrower thought when it signed.',
    footing(inputs, language) + (language === 'zh' ? '。' : '.'),
  ],
  altText: (parts, language) => [
    language === 'zh' ? '点图。' : 'Dot plot.',
    ...parts.map(({ rows, name }) =>
      rows.length > 4
        ? sentence(range(rows, name[language], language), language)
        : listing(rows, name[language], language),
    ),
  ],
});
