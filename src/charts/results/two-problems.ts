import type { ChartInputs } from '../chart.ts';
import { singles } from '../kit/experiment-rows.ts';
import { rowChart, type RowPart } from '../kit/row-chart.ts';
import { certainty, estimates } from '../kit/select.ts';
import { listing, range, sentence } from '../kit/sentences.ts';

const between = 'between-worlds';

/**
 * The signature picture: moral hazard as an interval, and each measure of adverse selection in its own unit. They are not
 * added up, and none is taken from another.
 */
export const twoProblems = rowChart({
  id: 'adverse-selection-moral-hazard',
  title: {
    en: 'Moral hazard and adverse selection under each institution',
    zh: '各类机构下的道德风险与逆向选择',
  },
  parts,
  lacking: [
    { en: 'worlds without hidden types or hidden action', zh: '消除隐藏类型或隐藏行动的世界' },
    { en: 'Run with all four worlds.', zh: '请在四个世界下运行。' },
  ],
  column: 'measure',
  under: (_, language) =>
    language === 'zh'
      ? '道德风险为一区间：类型隐藏时与贷款人看见类型时，行动可写入合同各增加多少福利。逆向选择的各项度量各用其单位，不可相加。'
      : 'Moral hazard is an interval: what contracts on action would add while types are hidden, and while lenders see them. Each measure of adverse selection has its own unit; they do not add up.',
  caption: (inputs, language) => [
    language === 'zh'
      ? '道德风险：两次均值中较小者到较大者（福利，每笔申请占平均贷款额的百分比）；不愿偿还在违约中的占比；Karlan–Zinman 激励效应。逆向选择：若贷款人看见类型，安全型借款人会多得多少贷款；Karlan–Zinman 选择效应；Einav–Finkelstein–Cullen 福利损失。后三项实验仅在已运行时画出，其种子与重复次数可与本次运行不同。安全型：按偿还能力与资本，其风险低于总体中位数。'
      : 'Moral hazard: from the smaller to the larger of two means (welfare, per cent of a mean loan per application); the share of defaults that are by choice; the incentive of Karlan & Zinman. Adverse selection: how many more of the safe would get a loan if lenders saw types; selection of Karlan & Zinman; the loss of Einav, Finkelstein & Cullen. Those of experiments are drawn where these were run, with seeds and replicates that may be their own. Safe: a hazard, by capacity and capital, below the population’s median.',
    certainty(inputs, language),
  ],
  altText: (all, language) => [
    language === 'zh' ? '点图。' : 'Dot plot.',
    ...all.flatMap(({ rows, name, to }) => [
      sentence(range(rows, name[language], language), language),
      listing(rows, name[language], language),
      ...(to ? [listing(to.rows, upperEnd[language], language)] : []),
    ]),
  ],
});

const upperEnd = { en: 'upper end of moral hazard', zh: '道德风险上限' } as const;

function parts(inputs: ChartInputs): RowPart[] {
  const low = estimates(inputs, 'moral-hazard-low', between);
  const safe = estimates(inputs, 'safe-types-left-out', between);
  if (low.length === 0 && safe.length === 0) return [];
  const all: RowPart[] = [
    {
      id: 'moral-hazard-low',
      axis: {
        en: 'Moral hazard, from … to (% of a mean loan, per application)',
        zh: '道德风险，下限至上限（占平均贷款额的百分比，每笔申请）',
      },
      name: { en: 'lower end of moral hazard', zh: '道德风险下限' },
      rows: low,
      to: { id: 'moral-hazard-high', rows: estimates(inputs, 'moral-hazard-high', between) },
      fromZero: true,
    },
    {
      id: 'will-not-pay-share',
      axis: {
        en: 'Moral hazard: defaults by choice (% of defaults)',
        zh: '道德风险：不愿偿还（占违约）',
      },
      name: { en: 'defaults by choice', zh: '不愿偿还在违约中的占比' },
      rows: estimates(inputs, 'will-not-pay-share'),
      fromZero: true,
      share: true,
    },
    {
      id: 'karlan-zinman:incentive',
      axis: {
        en: 'Moral hazard: incentive, points of default for more to lose',
        zh: '道德风险：激励效应，违约率百分点',
      },
      name: { en: 'incentive', zh: '激励效应' },
      rows: singles(inputs, 'karlan-zinman', 'karlan-zinman:incentive'),
      effect: true,
    },
    {
      id: 'safe-types-left-out',
      axis: {
        en: 'Adverse selection: safe types left out (points of their applications)',
        zh: '逆向选择：被遗漏的安全型（占其申请，百分点）',
      },
      name: { en: 'safe types left out', zh: '被遗漏的安全型' },
      rows: safe,
      effect: true,
    },
    {
      id: 'karlan-zinman:selection',
      axis: {
        en: 'Adverse selection: points of default for 10 points of APR offered',
        zh: '逆向选择：报价年利率每升 10 个百分点，违约率百分点',
      },
      name: { en: 'selection', zh: '选择效应' },
      rows: singles(inputs, 'karlan-zinman', 'karlan-zinman:selection'),
      effect: true,
    },
    {
      id: 'cost-curves:loss',
      axis: {
        en: 'Adverse selection: welfare lost (% of the amount lent)',
        zh: '逆向选择：福利损失（占贷出金额的百分比）',
      },
      name: { en: 'loss by the cost curves', zh: '成本曲线所示损失' },
      rows: singles(inputs, 'cost-curves', 'cost-curves:loss'),
      fromZero: true,
    },
  ];
  return all.filter(({ rows }) => rows.length > 0);
}
