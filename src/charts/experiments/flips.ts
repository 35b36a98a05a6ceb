import { inWords, type Language, type Words } from '../../language.ts';
import type { ChartInputs } from '../chart.ts';
import { experimentValues } from '../findings/inputs.ts';
import { countWord } from '../findings/numbers.ts';
import { awayFromZero } from '../findings/zero.ts';
import { singles } from '../kit/experiment-rows.ts';
import { rowChart } from '../kit/row-chart.ts';
import { certainty, runIt } from '../kit/select.ts';
import { listingOrRange } from '../kit/sentences.ts';

const panels = [
  {
    id: 'stake',
    head: { en: 'What borrowers think', zh: '借款人所想' },
    unit: { en: '% of a loan', zh: '占贷款的 %' },
    name: { en: 'what borrowers think a default costs', zh: '借款人所想的违约代价' },
  },
  {
    id: 'cost',
    head: { en: 'What it does cost', zh: '实际代价' },
    unit: { en: '% of a loan', zh: '占贷款的 %' },
    name: { en: 'what it does cost', zh: '违约的实际代价' },
  },
] as const;

/** Why figures of flips are missing. */
export const lackingFlips: readonly [Words, Words] = [
  { en: 'experiment with flips', zh: '记录翻转实验' },
  runIt('flips'),
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
      scale: 'cost of a default',
    })),
  ],
  lacking: lackingFlips,
  column: 'part',
  finding: (inputs, _, language) => finding(inputs, language),
  under: (_, language) =>
    inWords(language, {
      en: 'A repaid loan on file as a default: what is lost in the thirty quarters after it.',
      zh: '一笔已还清的贷款若在档案中记为违约，其后三十个季度的损失。',
    }),
  caption: (inputs, language) => [
    inWords(language, {
      en: 'At the end of the burn-in some repaid loans, drawn by lot, are put on file as defaults; the same borrower with the same luck lives both lives, and the difference of what it gets, discounted, is what a default costs. Beside it stands what the borrower thought when it signed.',
      zh: '预热期末，随机抽取一部分已还清的贷款，在档案中改记为违约；同一借款人以同样的运气度过两种人生，其所得之差（折现）即为违约的代价，旁边是借款人签约时心中的代价。',
    }),
    certainty(inputs, language),
  ],
  altText: (parts, language) => [
    inWords(language, { en: 'Dot plot.', zh: '点图。' }),
    ...parts.map(({ rows, name }) => listingOrRange(rows, name[language], language)),
  ],
});

/** Under how many institutions the stake is another than what a default costs, paired by replicate. */
function finding(inputs: ChartInputs, language: Language): string {
  if (inputs.scenario.replicates < 2)
    return inWords(language, {
      en: 'One replicate: what a default costs cannot be told',
      zh: '仅一次重复：违约代价无法判定',
    });
  const gaps = inputs.scenario.institutions.map(({ id }) => {
    const cost = experimentValues(inputs, 'flips', 'flips:cost', id);
    return experimentValues(inputs, 'flips', 'flips:stake', id).map((stake, k) => stake - cost[k]);
  });
  const { up, down } = awayFromZero(gaps);
  const all = gaps.length;
  if (up + down === 0)
    return inWords(language, {
      en: 'No error about a default’s cost can be told',
      zh: '借款人所想的违约代价与实际的差异不显著',
    });
  return inWords(language, {
    en: `Borrowers overrate a default under ${countWord(up, 'en')}, underrate it under ${countWord(down, 'en')}`,
    zh: `${all} 种模式中 ${up} 种高估违约代价，${down} 种低估`,
  });
}
