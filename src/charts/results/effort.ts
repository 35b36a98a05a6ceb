import type { Chart } from '../chart.ts';
import { rowPanels } from '../kit/rows.ts';
import { certainty, descending, estimates, footing, lacks } from '../kit/select.ts';
import { listing, range, sentence } from '../kit/sentences.ts';
import type { Language } from '../../language.ts';
import { paragraph, percent } from '../kit/words.ts';

const title = {
  en: 'How hard borrowers try, against what would be best',
  zh: '借款人的努力与最优努力之差',
};

const words = {
  effort: { en: 'effort', zh: '努力' },
  best: { en: 'best effort', zh: '最优努力' },
};

/** Moral hazard seen directly: effort, and the effort that society would want of the same loans. */
export const effort: Chart = {
  id: 'effort',
  title,
  draw(inputs) {
    const rows = descending(estimates(inputs, 'effort'), ({ mean }) => mean);
    const best = estimates(inputs, 'first-best-effort');
    if (rows.length === 0)
      return lacks(
        { en: 'effort', zh: '努力水平' },
        { en: 'Run the scenario again.', zh: '请重新运行情景。' },
      );
    const gaps = rows.flatMap((row) => {
      const wanted = best.find(({ institution }) => institution === row.institution)?.mean ?? null;
      return row.mean === null || wanted === null ? [] : [wanted - row.mean];
    });
    return {
      table: [
        ...rows.map((row) => ({ measure: 'effort', ...row })),
        ...best.map((row) => ({ measure: 'first-best-effort', ...row })),
      ],
      spec: (look, language) =>
        rowPanels(
          inputs.scenario,
          rows.map(({ institution }) => institution),
          [
            {
              title:
                language === 'zh'
                  ? '努力（所消除的失败风险的百分比）'
                  : 'Effort (% of the risk of failure that it removes)',
              rows,
              tick: best,
              fromZero: true,
              share: true,
            },
          ],
          {
            title: title[language],
            subtitle: [
              language === 'zh'
                ? '彩色点：实际努力。黑色竖线：同一批贷款的社会最优努力。'
                : 'Coloured points: effort as it is. Black ticks: effort that would be best for the same loans.',
              footing(inputs, language),
            ],
          },
          look,
          language,
        ),
      caption: (language) =>
        paragraph(
          [
            language === 'zh'
              ? '已发放贷款的平均努力，即借款人所消除的失败风险的比例，以及若行动可写入合同时的最优努力（黑线）。'
              : 'Mean effort on loans taken, the share of the risk of failure that borrowers remove at a cost to themselves, and the effort that would be best if it could be written into the contract (black ticks).',
            certainty(inputs, language),
          ],
          language,
        ),
      altText: (language) =>
        paragraph(
          [
            language === 'zh' ? '点图。' : 'Dot plot.',
            sentence(range(rows, words.effort[language], language), language),
            shortfall(gaps, language),
            listing(rows, words.effort[language], language),
            listing(best, words.best[language], language),
          ],
          language,
        ),
    };
  },
};

/** Best effort less effort, least and most over institutions; borrowers may also try harder than is best. */
function shortfall(gaps: readonly number[], language: Language): string {
  if (gaps.length === 0) return '';
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
  const [low, high] = [Math.abs(least), most].map((gap) => percent(gap, 0));
  if (most <= 0)
    return language === 'zh' ? '均不低于最优努力。' : 'It nowhere falls short of the best effort.';
  if (language === 'zh')
    return least < 0
      ? `与最优努力相比，从高出 ${low} 到低 ${high}。`
      : `比最优努力低 ${low} 至 ${high}。`;
  return least < 0
    ? `Against the best effort it lies between ${low} above and ${high} below, in percent of the risk of failure.`
    : `It falls short of the best effort by ${low} to ${high} of the risk of failure.`;
}
