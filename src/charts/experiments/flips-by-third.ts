import { inWords } from '../../language.ts';
import { curveValues } from '../findings/inputs.ts';
import { countOf } from '../findings/numbers.ts';
import { awayFromZero } from '../findings/zero.ts';
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
  axis: { en: '% of a loan', zh: '占贷款的 %' },
  lacking: lackingFlips,
  under: {
    en: 'Repaid loans on file as defaults, by third of their life PD at signing.',
    zh: '已还清的贷款在档案中改记为违约，按签约时存续期违约概率的三分位。',
  },
  finding: (inputs, language) => {
    if (inputs.scenario.replicates < 2)
      return inWords(language, {
        en: 'One replicate: whom a default costs more cannot be told',
        zh: '仅一次重复：违约对谁代价更大无法判定',
      });
    const gaps = inputs.scenario.institutions.map(({ id }) => {
      const at = (third: number) => curveValues(inputs, 'flips', 'flips:cost-by-third', id, third);
      const safest = at(1);
      return at(3).map((value, r) => value - safest[r]);
    });
    const { up, down } = awayFromZero(gaps);
    const all = gaps.length;
    if (up + down === 0)
      return inWords(language, {
        en: 'No difference by risk in a default’s cost can be told',
        zh: '违约代价未见显著因风险而异',
      });
    return inWords(language, {
      en: `Defaults cost the riskiest more under ${countOf(up, all)}`,
      zh: `${all} 种模式中 ${up} 种的违约对风险最高者代价更大`,
    });
  },
  caption: {
    en: 'What the borrower thought when it signed, beside what the same borrower with the same luck gets less of in the thirty quarters after the default. Thirds are ranked within each market.',
    zh: '借款人签约时心中的代价，旁边是同一借款人以同样的运气在违约后三十个季度中少得的部分。三分位在每个市场内排序。',
  },
});
