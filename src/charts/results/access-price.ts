import type { Chart } from '../chart.ts';
import { rowPanels } from '../kit/rows.ts';
import { certainty, estimates, footing, lacks } from '../kit/select.ts';
import { listing, range, sentence } from '../kit/sentences.ts';
import type { Language } from '../../language.ts';
import { paragraph } from '../kit/words.ts';

const title = {
  en: 'Who is approved, who takes the loan, and at what rate',
  zh: '谁获批、谁接受贷款、利率多高',
};

const measures = [
  {
    id: 'approval-rate',
    title: { en: 'Approved (% of applications)', zh: '批准率（占申请）' },
    short: { en: 'approval', zh: '批准率' },
  },
  {
    id: 'take-up-rate',
    title: { en: 'Taken up (% of approved)', zh: '接受率（占获批申请）' },
    short: { en: 'take-up', zh: '接受率' },
  },
  {
    id: 'rate',
    title: { en: 'Rate paid (% of the loan)', zh: '实际利率（占贷款本金）' },
    short: { en: 'rate', zh: '利率' },
  },
] as const;

/** Quantity and price of credit: approval, take-up and the rate paid, side by side. */
export const accessPrice: Chart = {
  id: 'access-price',
  title,
  draw(inputs) {
    const panels = measures.map((measure) => ({ ...measure, rows: estimates(inputs, measure.id) }));
    if (panels.every(({ rows }) => rows.length === 0))
      return lacks(
        { en: 'approval, take-up and rate', zh: '批准率、接受率和利率' },
        { en: 'Run the scenario again.', zh: '请重新运行情景。' },
      );
    const order = inputs.scenario.institutions.map(({ id }) => id);
    const finding = (language: Language) =>
      panels
        .map(({ rows, short }) => range(rows, short[language], language))
        .join(language === 'zh' ? '；' : '; ');
    return {
      table: panels.flatMap(({ id, rows }) => rows.map((row) => ({ measure: id, ...row }))),
      spec: (look, language) =>
        rowPanels(
          inputs.scenario,
          order,
          panels.map(({ id, title: axis, rows }) => ({
            title: axis[language],
            rows,
            share: id !== 'rate',
          })),
          { title: title[language], subtitle: [footing(inputs, language)] },
          look,
          language,
        ),
      caption: (language) =>
        paragraph(
          [
            language === 'zh'
              ? '各机构下获批申请的比例、获批者中接受贷款的比例，以及已发放贷款的平均利率（总还款减本金，占本金的百分比）。各轴不从零开始。'
              : 'Share of applications approved, share of approved applications taken up, and the mean rate of loans taken (repayment less principal, in percent of principal). Axes need not start at zero.',
            certainty(inputs, language),
          ],
          language,
        ),
      altText: (language) =>
        paragraph(
          [
            language === 'zh' ? '点图。' : 'Dot plot.',
            sentence(finding(language), language),
            ...panels.map(({ rows, short }) => listing(rows, short[language], language)),
          ],
          language,
        ),
    };
  },
};
