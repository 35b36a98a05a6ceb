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
    id: 'rate',
    axis: { en: 'Rate paid (% of the loan)', zh: '实际利率（占贷款本金）' },
    name: { en: 'rate', zh: '利率' },
  },
] as const;

/** Quantity and price of credit: approval, take-up and the rate paid, side by side. */
export const accessPrice = rowChart({
  id: 'access-price',
  title: {
    en: 'Who is approved, who takes the loan, and at what rate',
    zh: '谁获批、谁接受贷款、利率多高',
  },
  parts: (inputs) =>
    measures.map((measure) => ({ ...measure, rows: estimates(inputs, measure.id) })),
  lacking: [
    { en: 'approval, take-up and rate', zh: '批准率、接受率和利率' },
    { en: 'Run the scenario again.', zh: '请重新运行情景。' },
  ],
  column: 'measure',
  caption: (inputs, language) => [
    language === 'zh'
      ? '各机构下获批申请的比例、获批者中接受贷款的比例，以及已发放贷款的平均利率（总还款减本金，占本金的百分比）。各轴不从零开始。'
      : 'Share of applications approved, share of approved applications taken up, and the mean rate of loans taken (repayment less principal, in percent of principal). Axes need not start at zero.',
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
