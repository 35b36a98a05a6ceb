import { parts } from '../theme.ts';
import { curvePanels } from '../kit/curve-panels.ts';
import { lackingFlips } from './flips.ts';

/** Whom a default costs how much, and what they think: stake and cost by third of risk. */
export const flipsByThird = curvePanels({
  id: 'flips-by-third',
  title: {
    en: 'Whom a default costs how much, and what they think',
    zh: '违约对谁代价更大：借款人所想与实际',
  },
  experiment: 'flips',
  series: [
    {
      measure: 'flips:stake-by-third',
      name: { en: 'what borrowers think a default costs', zh: '借款人所想的违约代价' },
      colour: '#6f8ea6',
      dash: [4, 2],
    },
    {
      measure: 'flips:cost-by-third',
      name: { en: 'what it does cost', zh: '违约的实际代价' },
      colour: parts.dark,
      dash: [],
    },
  ],
  along: { en: 'Third of risk', zh: '风险三分位' },
  places: { en: ['safest', 'middle', 'riskiest'], zh: ['最安全', '中间', '风险最高'] },
  axis: { en: '% of a mean loan', zh: '占平均贷款额' },
  lacking: lackingFlips,
  under: {
    en: 'Repaid loans on file as defaults, by third of their life PD at signing.',
    zh: '已还清的贷款在档案中改记为违约，按签约时存续期违约概率的三分位。',
  },
  caption: {
    en: 'What the borrower thought when it signed, beside what the same borrower with the same luck gets less of in the thirty quarters after the default. Thirds are ranked within each market.',
    zh: '借款人签约时心中的代价，旁边是同一借款人以同样的运气在违约后三十个季度中少得的部分。三分位在每个市场内排序。',
  },
});
