import { inWords, type Language } from '../../language.ts';
import type { ChartInputs } from '../chart.ts';
import { orderIn } from '../findings/inputs.ts';
import { roundedEnds } from '../findings/numbers.ts';
import { estimates, runAgain } from '../kit/select.ts';
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
  lacking: [{ en: 'default rates', zh: '违约率' }, runAgain],
  ids: { first: 'will-not-pay-rate', second: 'cannot-pay-rate', whole: 'default-rate' },
  words: {
    first: { en: 'Will not pay', zh: '不愿偿还' },
    second: { en: 'Cannot pay', zh: '无力偿还' },
    whole: { en: 'Default rate', zh: '违约率' },
    axis: {
      en: 'Defaults (% of loans, over the loan’s life)',
      zh: '违约（占贷款笔数的 %，整个存续期）',
    },
    share: true,
  },
  caption: {
    en: 'Share of loans that default within their life: because the borrower is in trouble (cannot pay), or by choice of a borrower who could pay (will not pay). The interval is that of the default rate.',
    zh: '已发放贷款在整个存续期内违约的比例，分为陷入困境而无力偿还者，与有能力而不偿还者。误差线为违约率的区间。',
  },
  finding: unwilling,
  under: {
    en: 'Defaults in per cent of loans, over the loan’s life, by whether the borrower could have paid.',
    zh: '违约占贷款笔数的 %（整个存续期），按借款人是否有能力偿还划分。',
  },
});

/** How many of those who default could have paid; a range only where its ends can be told apart. */
function unwilling(inputs: ChartInputs, rows: readonly Stack[], language: Language): string {
  const shares = rows.flatMap(({ first, whole }) =>
    first.mean === null || !whole.mean ? [] : [first.mean / whole.mean],
  );
  if (shares.length === 0)
    return inWords(language, {
      en: 'Nobody borrows, so nobody defaults',
      zh: '无人获贷，故无违约',
    });
  const found = orderIn(inputs, 'actual', 'will-not-pay-share');
  const isApart = found.places.length > 1 && found.apart(0, found.places.length - 1);
  const ends = [Math.min(...shares), Math.max(...shares)] as const;
  const middle = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const [low, high] = isApart ? roundedEnds(ends, true) : [percent(middle, 0).slice(0, -1), ''];
  if (high === '' || low === high)
    return inWords(language, {
      en: `About ${low} of 100 defaulters could have paid`,
      zh: `每 100 个违约者中约 ${low} 人有能力偿还`,
    });
  return inWords(language, {
    en: `${low} to ${high} of 100 defaulters could have paid`,
    zh: `每 100 个违约者中有 ${low} 至 ${high} 人有能力偿还`,
  });
}
