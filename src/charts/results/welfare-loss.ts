import { estimate } from '../../math/interval.ts';
import type { Chart, ChartInputs } from '../chart.ts';
import {
  certainty,
  defined,
  estimates,
  footing,
  institutionEstimate,
  lacks,
  replicateValues,
  type InstitutionEstimate,
} from '../kit/select.ts';
import { range, sentence } from '../kit/sentences.ts';
import { stackedRows, stackList, stacks, stackTable } from '../kit/stacks.ts';
import { paragraph } from '../kit/words.ts';

const title = { en: 'What welfare the two problems destroy', zh: '两类问题各造成多少福利损失' };

const words = {
  first: { en: 'Adverse selection', zh: '逆向选择' },
  second: { en: 'Moral hazard', zh: '道德风险' },
  whole: { en: 'Welfare loss', zh: '福利损失' },
  axis: {
    en: 'Welfare lost (% of a loan, per application)',
    zh: '福利损失（占贷款本金的百分比，每笔申请）',
  },
};

/** The welfare loss of each institution, split between the two problems by Shapley's value. */
export const welfareLoss: Chart = {
  id: 'welfare-loss',
  title,
  draw(inputs) {
    const selection = estimates(inputs, 'adverse-selection:welfare', 'shapley');
    const hazard = estimates(inputs, 'moral-hazard:welfare', 'shapley');
    const rows = stacks(selection, hazard, losses(inputs));
    if (defined(rows.map(({ whole }) => whole)).length === 0)
      return lacks(
        { en: 'decomposition of welfare into worlds', zh: '福利分解' },
        { en: 'Run with all four worlds.', zh: '请在四个世界下运行。' },
      );
    const wholes = rows.map(({ whole }) => whole);
    return {
      table: stackTable(rows, {
        first: 'adverse-selection',
        second: 'moral-hazard',
        whole: 'loss',
      }),
      spec: (look, language) =>
        stackedRows(
          inputs.scenario,
          rows,
          words,
          { title: title[language], subtitle: [footing(inputs, language)] },
          look,
          language,
        ),
      caption: (language) =>
        paragraph(
          [
            language === 'zh'
              ? '福利损失是“类型可见且行动可写入合同”的世界与现实世界的福利之差，按夏普利值分为逆向选择与道德风险两部分；两部分之和恰为总损失。误差线为总损失的区间。'
              : 'The loss is welfare in a world where types are visible and effort is contractible, less welfare as it is. Shapley’s value splits it into the two problems; the parts add up to it exactly. The bar’s interval is that of the whole loss.',
            certainty(inputs, language),
          ],
          language,
        ),
      altText: (language) =>
        paragraph(
          [
            language === 'zh' ? '堆叠条形图。' : 'Stacked bars.',
            sentence(range(wholes, words.whole[language].toLowerCase(), language), language),
            stackList(rows, words, language),
          ],
          language,
        ),
    };
  },
};

/** Both parts together, replicate by replicate, so that the interval is that of their sum. */
function losses(inputs: ChartInputs): InstitutionEstimate[] {
  return inputs.scenario.institutions.map(({ id, label }) => {
    const selection = replicateValues(inputs, id, 'adverse-selection:welfare', 'shapley');
    const hazard = replicateValues(inputs, id, 'moral-hazard:welfare', 'shapley');
    const both = selection.map((value, replicate) => value + (hazard[replicate] ?? NaN));
    return institutionEstimate(id, label, estimate(both));
  });
}
