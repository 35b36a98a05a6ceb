import { rowChart } from '../kit/row-chart.ts';
import { certainty, estimates } from '../kit/select.ts';
import { listing, range, sentence } from '../kit/sentences.ts';

const measures = [
  {
    id: 'approval-rate',
    axis: { en: 'Approved (% of applications)', zh: '批准率（占申请）' },
    name: { en: 'approval', zh: '批准率' },
    share: true,
  },
  {
    id: 'take-up-rate',
    axis: { en: 'Taken up (% of approved)', zh: '接受率（占获批申请）' },
    name: { en: 'take-up', zh: '接受率' },
    share: true,
  },
  {
    id: 'apr',
    axis: { en: 'APR paid (% a year)', zh: '实付年利率（%）' },
    name: { en: 'APR', zh: '年利率' },
  },
  {
    id: 'total-cost',
    axis: { en: 'Cost of credit (% of the amount lent)', zh: '贷款成本（占贷出金额的百分比）' },
    name: { en: 'cost of credit', zh: '贷款成本' },
  },
] as const;

/** Quantity and price of credit: approval, take-up, APR and cost of credit, side by side. */
export const accessPrice = rowChart({
  id: 'access-price',
  title: {
    en: 'Who is approved, who takes the loan, and what it costs',
    zh: '谁获批、谁接受贷款、成本多高',
  },
  parts: (inputs) =>
    measures.map((measure) => ({ ...measure, rows: estimates(inputs, measure.id) })),
  lacking: [
    { en: 'approval, take-up and APR', zh: '批准率、接受率和年利率' },
    { en: 'Run the scenario again.', zh: '请重新运行情景。' },
  ],
  column: 'measure',
  caption: (inputs, language) => [
    language === 'zh'
      ? '各机构下获批申请的比例、获批者中接受贷款的比例，以及已发放贷款的平均年利率（APR，按季度合同利率的四倍计）与贷款成本（如数偿还时，总还款超出贷出金额的部分）。各轴不从零开始。'
      : 'Share of applications approved, share of approved applications taken up, and of loans taken the mean APR (four times the contract rate of a quarter) and the cost of credit (what is paid back beyond the amount lent, if it is paid back). Axes need not start at zero.',
    certainty(inputs, language),
  ],
  altText: (parts, language) => {
    const zh = language === 'zh';
    const ranges = parts.map(({ rows, name }) => range(rows, name[language], language));
    return [
      zh ? '点图。' : 'Dot plot.',
      sentence(ranges.join(zh ? '；' : '; '), language),
      ...parts.map(({ rows, name }) => listing(rows, name[language], language)),
    ];
  },
});
