import type { Language } from '../../language.ts';
import { rowChart } from '../kit/row-chart.ts';
import { certainty, descending, estimates } from '../kit/select.ts';
import { listing, range, sentence } from '../kit/sentences.ts';
import { percent } from '../kit/words.ts';

/** Moral hazard seen directly: effort, and the effort that society would want of the same loans. */
export const effort = rowChart({
  id: 'effort',
  title: {
    en: 'How hard borrowers try, against what would be best',
    zh: '借款人的努力与最优努力之差',
  },
  parts: (inputs) => [
    {
      id: 'effort',
      axis: {
        en: 'Effort (% of the risk of failure that it removes)',
        zh: '努力（所消除的失败风险的百分比）',
      },
      name: { en: 'effort', zh: '努力' },
      rows: descending(estimates(inputs, 'effort'), ({ mean }) => mean),
      tick: {
        id: 'first-best-effort',
        name: { en: 'best effort', zh: '最优努力' },
        rows: estimates(inputs, 'first-best-effort'),
      },
      fromZero: true,
      share: true,
    },
  ],
  lacking: [
    { en: 'effort', zh: '努力水平' },
    { en: 'Run the scenario again.', zh: '请重新运行情景。' },
  ],
  column: 'measure',
  order: (_, [{ rows }]) => rows.map(({ institution }) => institution),
  under: (_, language) =>
    language === 'zh'
      ? '彩色点：实际努力。黑色竖线：同一批贷款的社会最优努力。'
      : 'Coloured points: effort as it is. Black ticks: effort that would be best for the same loans.',
  caption: (inputs, language) => [
    language === 'zh'
      ? '已发放贷款的平均努力，即借款人所消除的失败风险的比例，以及若行动可写入合同时的最优努力（黑线）。'
      : 'Mean effort on loans taken, the share of the risk of failure that borrowers remove at a cost to themselves, and the effort that would be best if it could be written into the contract (black ticks).',
    certainty(inputs, language),
  ],
  altText: ([{ rows, name, tick }], language) => {
    const best = tick?.rows ?? [];
    const gaps = rows.flatMap((row) => {
      const wanted = best.find(({ institution }) => institution === row.institution)?.mean ?? null;
      return row.mean === null || wanted === null ? [] : [wanted - row.mean];
    });
    return [
      language === 'zh' ? '点图。' : 'Dot plot.',
      sentence(range(rows, name[language], language), language),
      shortfall(gaps, language),
      listing(rows, name[language], language),
      listing(best, tick?.name[language] ?? '', language),
    ];
  },
});

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
