import { estimate } from '../../math/interval.ts';
import type { ChartInputs } from '../chart.ts';
import {
  defined,
  estimates,
  institutionEstimate,
  replicateValues,
  type InstitutionEstimate,
} from '../kit/select.ts';
import { stackChart } from '../kit/stack-chart.ts';
import { stacks, type Stack } from '../kit/stacks.ts';

/** The welfare loss of each institution, split between the two problems by Shapley's value. */
export const welfareLoss = stackChart({
  id: 'welfare-loss',
  title: { en: 'What welfare the two problems destroy', zh: '两类问题各造成多少福利损失' },
  rows: lossesInParts,
  lacking: [
    { en: 'decomposition of welfare into worlds', zh: '福利分解' },
    { en: 'Run with all four worlds.', zh: '请在四个世界下运行。' },
  ],
  ids: { first: 'adverse-selection', second: 'moral-hazard', whole: 'loss' },
  words: {
    first: { en: 'Adverse selection', zh: '逆向选择' },
    second: { en: 'Moral hazard', zh: '道德风险' },
    whole: { en: 'Welfare loss', zh: '福利损失' },
    axis: {
      en: 'Welfare lost (% of a loan, per application)',
      zh: '福利损失（占贷款本金的百分比，每笔申请）',
    },
  },
  caption: {
    en: 'The loss is welfare in a world where types are visible and effort is contractible, less welfare as it is. Shapley’s value splits it into the two problems; the parts add up to it exactly. The bar’s interval is that of the whole loss.',
    zh: '福利损失是“类型可见且行动可写入合同”的世界与现实世界的福利之差，按夏普利值分为逆向选择与道德风险两部分；两部分之和恰为总损失。误差线为总损失的区间。',
  },
});

function lossesInParts(inputs: ChartInputs): Stack[] {
  const selection = estimates(inputs, 'adverse-selection:welfare', 'shapley');
  const hazard = estimates(inputs, 'moral-hazard:welfare', 'shapley');
  const rows = stacks(selection, hazard, losses(inputs));
  return defined(rows.map(({ whole }) => whole)).length === 0 ? [] : rows;
}

/** Both parts together, replicate by replicate, so that the interval is that of their sum. */
function losses(inputs: ChartInputs): InstitutionEstimate[] {
  return inputs.scenario.institutions.map(({ id, label }) => {
    const selection = replicateValues(inputs, id, 'adverse-selection:welfare', 'shapley');
    const hazard = replicateValues(inputs, id, 'moral-hazard:welfare', 'shapley');
    const both = selection.map((value, replicate) => value + (hazard[replicate] ?? NaN));
    return institutionEstimate(id, label, estimate(both));
  });
}
