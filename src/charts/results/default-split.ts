import type { Language } from '../../language.ts';
import { estimates } from '../kit/select.ts';
import { stackChart } from '../kit/stack-chart.ts';
import { stacks, type Stack } from '../kit/stacks.ts';
import { percent } from '../kit/words.ts';

/** The default rate, split into those who cannot and those who will not pay. */
export const defaultSplit = stackChart({
  id: 'default-split',
  title: { en: 'Defaults: who cannot pay and who will not', zh: '违约：无力偿还与不愿偿还' },
  rows: (inputs) =>
    stacks(
      estimates(inputs, 'will-not-pay-rate'),
      estimates(inputs, 'cannot-pay-rate'),
      estimates(inputs, 'default-rate'),
    ),
  lacking: [
    { en: 'default rates', zh: '违约率' },
    { en: 'Run the scenario again.', zh: '请重新运行情景。' },
  ],
  ids: { first: 'will-not-pay-rate', second: 'cannot-pay-rate', whole: 'default-rate' },
  words: {
    first: { en: 'Will not pay', zh: '不愿偿还' },
    second: { en: 'Cannot pay', zh: '无力偿还' },
    whole: { en: 'Default rate', zh: '违约率' },
    axis: {
      en: 'Defaults (% of loans, over the loan’s life)',
      zh: '违约（占贷款笔数，整个存续期）',
    },
    share: true,
  },
  caption: {
    en: 'Share of loans that default within their life: because the borrower is in trouble (cannot pay), or by choice of a borrower who could pay (will not pay). The interval is that of the default rate.',
    zh: '已发放贷款在整个存续期内违约的比例，分为陷入困境而无力偿还者，与有能力而不偿还者。误差线为违约率的区间。',
  },
  finding: unwilling,
});

/** How far the share of the unwilling among defaulters moves over institutions. */
function unwilling(rows: readonly Stack[], language: Language): string {
  const shares = rows.flatMap(({ first, whole }) =>
    first.mean === null || !whole.mean ? [] : [first.mean / whole.mean],
  );
  if (shares.length === 0) return '';
  const [low, high] = [Math.min(...shares), Math.max(...shares)].map((share) => percent(share, 0));
  return language === 'zh'
    ? `违约者中不愿偿还的占 ${low} 至 ${high}。`
    : `Of those who default, ${low === high ? low : `${low} to ${high}`} could have paid.`;
}
