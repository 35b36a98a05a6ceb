import type { Chart } from '../chart.ts';
import { certainty, estimates, footing, lacks } from '../kit/select.ts';
import { range, sentence } from '../kit/sentences.ts';
import { stackedRows, stackList, stacks, stackTable } from '../kit/stacks.ts';
import type { Language } from '../../language.ts';
import { paragraph, percent } from '../kit/words.ts';

const title = {
  en: 'Defaults: who cannot pay and who will not',
  zh: '违约：无力偿还与不愿偿还',
};

const words = {
  first: { en: 'Will not pay', zh: '不愿偿还' },
  second: { en: 'Cannot pay', zh: '无力偿还' },
  whole: { en: 'Default rate', zh: '违约率' },
  axis: { en: 'Defaults (% of loans)', zh: '违约（占贷款笔数）' },
  share: true,
};

/** The default rate, split into those who cannot and those who will not pay. */
export const defaultSplit: Chart = {
  id: 'default-split',
  title,
  draw(inputs) {
    const rows = stacks(
      estimates(inputs, 'will-not-pay-rate'),
      estimates(inputs, 'cannot-pay-rate'),
      estimates(inputs, 'default-rate'),
    );
    if (rows.length === 0)
      return lacks(
        { en: 'default rates', zh: '违约率' },
        { en: 'Run the scenario again.', zh: '请重新运行情景。' },
      );
    const wholes = rows.map(({ whole }) => whole);
    /** How far the share of the unwilling among defaulters moves over institutions. */
    const shares = (language: Language) => {
      const of = rows.flatMap(({ first, whole }) =>
        first.mean === null || !whole.mean ? [] : [first.mean / whole.mean],
      );
      if (of.length === 0) return '';
      const [low, high] = [Math.min(...of), Math.max(...of)].map((share) => percent(share, 0));
      return language === 'zh'
        ? `违约者中不愿偿还的占 ${low} 至 ${high}。`
        : `Of those who default, ${low === high ? low : `${low} to ${high}`} could have paid.`;
    };
    return {
      table: stackTable(rows, {
        first: 'will-not-pay-rate',
        second: 'cannot-pay-rate',
        whole: 'default-rate',
      }),
      spec: (look, language) =>
        stackedRows(
          inputs.scenario,
          rows,
          words,
          { title: title[language], subtitle: [shares(language), footing(inputs, language)] },
          look,
          language,
        ),
      caption: (language) =>
        paragraph(
          [
            language === 'zh'
              ? '已发放贷款中违约的比例，分为项目失败而无力偿还者，与有能力而不偿还者。误差线为违约率的区间。'
              : 'Share of loans that default: because the project failed (cannot pay), or by choice of a borrower who could pay (will not pay). The interval is that of the default rate.',
            certainty(inputs, language),
          ],
          language,
        ),
      altText: (language) =>
        paragraph(
          [
            language === 'zh' ? '堆叠条形图。' : 'Stacked bars.',
            sentence(range(wholes, words.whole[language].toLowerCase(), language), language),
            shares(language),
            stackList(rows, words, language),
          ],
          language,
        ),
    };
  },
};
