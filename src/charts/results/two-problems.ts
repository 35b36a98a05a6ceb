import type { ChartInputs } from '../chart.ts';
import { inWords, type Language } from '../../language.ts';
import { orderIn, samplesBehind } from '../findings/inputs.ts';
import { leaderTitle } from '../findings/leader.ts';
import { singles } from '../kit/experiment-rows.ts';
import { noteOf } from '../kit/hollow.ts';
import { rowChart, type RowPart } from '../kit/row-chart.ts';
import type { EstimateRow } from '../kit/row-panel.ts';
import { certainty, estimates, institutionEstimate } from '../kit/select.ts';
import { listing, range, sentence, toldAs } from '../kit/sentences.ts';
import { percent } from '../kit/words.ts';
import { estimate } from '../../math/interval.ts';

const between = 'between-worlds';

/** Below this many loans an application, what goes wrong is counted over little that can. */
const fewLoans = 0.5;

/**
 * The signature picture: moral hazard as an interval, and each measure of adverse selection in its own unit, beside the
 * loans made. They are not added up, and none is taken from another.
 */
export const twoProblems = rowChart({
  id: 'adverse-selection-moral-hazard',
  title: { en: 'What the two problems cost', zh: '两个问题的代价' },
  parts,
  lacking: [
    { en: 'worlds without hidden types or hidden action', zh: '消除隐藏类型或隐藏行动的世界' },
    { en: 'Run with all four worlds.', zh: '请在四个世界下运行。' },
  ],
  column: 'measure',
  finding: (inputs, _, language) =>
    leaderTitle(
      inputs,
      orderIn(inputs, between, 'moral-hazard-high'),
      {
        noun: { en: 'moral hazard', zh: '道德风险' },
        best: { en: 'the least moral hazard', zh: '道德风险最低' },
        worst: { en: 'the most moral hazard', zh: '道德风险最高' },
      },
      (mean) => upTo(mean, language),
      language,
    ),
  under: (_, language, shown) =>
    inWords(language, {
      en: 'Moral hazard is an interval; the title speaks of its upper end. Each measure of adverse selection has a unit of its own; none add up.',
      zh: '道德风险为一区间，标题就其上限而言；逆向选择的各项度量各用其单位，不可相加。',
    }) +
    noteOf(
      shown,
      {
        en: ' Hollow: fewer than half of the applications end in a loan.',
        zh: '空心点：半数以上的申请未成为贷款。',
      },
      language,
    ),
  caption: (inputs, language) => [
    inWords(language, {
      en: 'Moral hazard: what contracts on effort and repayment would add to welfare, from the smaller to the larger of two means (while types are hidden, and while lenders see them; per cent of a mean loan per application); the share of defaults that are by choice; the incentive of Karlan & Zinman. Adverse selection: how many more of the safe would get a loan if lenders saw types; selection of Karlan & Zinman; the loss of Einav, Finkelstein & Cullen. What showing types to lenders changes is no measure of adverse selection and may be negative. Those of experiments are drawn where these were run, with seeds and replicates that may be their own. Safe: a hazard, by capacity and capital, below the population’s median.',
      zh: '道德风险：若努力与还款可写入合同，福利可增加多少，从两次均值中较小者到较大者（类型隐藏时与贷款机构看见类型时；每笔申请占平均贷款额的 %）；不愿偿还在违约中的占比；Karlan–Zinman 激励效应。逆向选择：若贷款机构看见类型，安全型借款人会多得多少贷款；Karlan–Zinman 选择效应；Einav–Finkelstein–Cullen 福利损失。向贷款机构展示类型的影响不是逆向选择的度量，可以为负。实验的各项仅在已运行时画出，其种子与重复次数可与本次运行不同。安全型：按偿还能力与资本，其风险低于总体中位数。',
    }),
    certainty(inputs, language),
  ],
  altText: (all, language) => [
    inWords(language, { en: 'Dot plot.', zh: '点图。' }),
    ...all.flatMap(({ to, ...part }) => [
      sentence(range(part.rows, ...toldAs(part, language)), language),
      listing(part.rows, ...toldAs(part, language)),
      ...(to ? [listing(to.rows, upperEnd[language], language)] : []),
    ]),
  ],
});

const upperEnd = { en: 'upper end of moral hazard', zh: '道德风险上限' } as const;

function upTo(mean: number, language: Language): string {
  return inWords(language, {
    en: `up to ${percent(mean)} of a loan`,
    zh: `贷款的至多 ${percent(mean)}`,
  });
}

/** Loans made an application: how much there is that can go wrong. */
function loans(inputs: ChartInputs): EstimateRow[] {
  const { values } = samplesBehind(inputs);
  return inputs.scenario.institutions.flatMap(({ id, label }) => {
    const approved = values(id, 'actual', 'approval-rate');
    const taken = values(id, 'actual', 'take-up-rate');
    const made = approved.map((rate, k) => (rate === 0 ? 0 : rate * taken[k]));
    return made.every(Number.isNaN) ? [] : [institutionEstimate(id, label, estimate(made))];
  });
}

function parts(inputs: ChartInputs): RowPart[] {
  const sizes = gaps(inputs);
  if (sizes.every(({ rows }) => rows.length === 0)) return [];
  const made = loans(inputs);
  const few = new Set(
    made.filter(({ mean }) => (mean ?? 0) < fewLoans).map(({ institution }) => institution),
  );
  const ringed = (rows: readonly EstimateRow[]): EstimateRow[] =>
    rows.map((row) => (few.has(row.institution) ? { ...row, hollow: true } : row));
  return [...sizes, loansMade(made), ...told(inputs), ...whatTypesShow(inputs)]
    .filter(({ rows }) => rows.length > 0)
    .map((part): RowPart => ({
      ...part,
      rows: ringed(part.rows),
      ...(part.to && { to: { ...part.to, rows: ringed(part.to.rows) } }),
    }));
}

/** How large the two problems are. */
function gaps(inputs: ChartInputs): RowPart[] {
  return [
    {
      id: 'moral-hazard-low',
      head: { en: 'Moral hazard, from – to', zh: '道德风险，下限至上限' },
      unit: { en: '% of a loan', zh: '占贷款的 %' },
      name: { en: 'lower end of moral hazard', zh: '道德风险下限' },
      rows: estimates(inputs, 'moral-hazard-low', between),
      to: { id: 'moral-hazard-high', rows: estimates(inputs, 'moral-hazard-high', between) },
      fromZero: true,
      better: 'lower',
      problem: 'hazard',
    },
    {
      id: 'safe-types-left-out',
      head: { en: 'Safe types left out', zh: '被遗漏的安全型' },
      unit: { en: 'points of their applications', zh: '百分点，占其申请' },
      name: { en: 'safe types left out', zh: '被遗漏的安全型' },
      rows: estimates(inputs, 'safe-types-left-out', between),
      effect: true,
      better: 'lower',
      problem: 'selection',
    },
  ];
}

function loansMade(rows: readonly EstimateRow[]): RowPart {
  return {
    id: 'loans',
    head: { en: 'Loans made', zh: '成交贷款' },
    unit: { en: '% of applications', zh: '占申请的 %' },
    name: { en: 'loans made', zh: '成交贷款占申请的比例' },
    rows,
    share: true,
  };
}

/** What experiments tell of the two problems, and defaults by choice. */
function told(inputs: ChartInputs): RowPart[] {
  return [
    {
      id: 'will-not-pay-share',
      head: { en: 'Defaults by choice', zh: '不愿偿还' },
      unit: { en: '% of defaults', zh: '占违约的 %' },
      name: { en: 'defaults by choice', zh: '不愿偿还在违约中的占比' },
      rows: estimates(inputs, 'will-not-pay-share'),
      fromZero: true,
      share: true,
      better: 'lower',
      problem: 'hazard',
    },
    {
      id: 'karlan-zinman:incentive',
      head: { en: 'Incentive', zh: '激励效应' },
      unit: { en: 'points of default for more to lose', zh: '违约率的百分点' },
      name: { en: 'incentive', zh: '激励效应' },
      rows: singles(inputs, 'karlan-zinman', 'karlan-zinman:incentive'),
      effect: true,
      problem: 'hazard',
    },
    {
      id: 'karlan-zinman:selection',
      head: { en: 'Selection by price', zh: '价格的选择效应' },
      unit: {
        en: 'points of default for 10 points of APR offered',
        zh: '报价年利率每升 10 个百分点，违约率的百分点',
      },
      name: { en: 'selection', zh: '选择效应' },
      rows: singles(inputs, 'karlan-zinman', 'karlan-zinman:selection'),
      effect: true,
      problem: 'selection',
    },
    {
      id: 'cost-curves:loss',
      head: { en: 'Deadweight loss', zh: '福利损失' },
      unit: { en: '% of the amount lent', zh: '占本金的 %' },
      name: { en: 'loss by the cost curves', zh: '成本曲线所示损失' },
      rows: singles(inputs, 'cost-curves', 'cost-curves:loss'),
      fromZero: true,
      better: 'lower',
      problem: 'selection',
    },
  ];
}

/** What showing types to lenders changes, under that name and in no problem's colour. */
function whatTypesShow(inputs: ChartInputs): RowPart[] {
  const ids = ['showing-types-held', 'showing-types-relearned'];
  return ids.map((id) => ({
    id,
    head: { en: 'What showing types to lenders changes', zh: '向贷款机构展示类型会改变什么' },
    unit: { en: 'welfare, % of a loan', zh: '福利，占贷款的 %' },
    name: { en: 'what showing types changes', zh: '展示类型带来的福利变化' },
    rows: estimates(inputs, id, between),
    effect: true,
  }));
}
