import type { ChartInputs } from '../chart.ts';
import { rowChart, type RowPart } from '../kit/row-chart.ts';
import { certainty, estimates, interval, nameOf } from '../kit/select.ts';
import { enumerate, percent } from '../kit/words.ts';

const measures = [
  {
    suffix: '',
    axis: {
      en: 'Welfare, points of a mean loan per application',
      zh: '福利，每笔申请占平均贷款额的百分点',
    },
    name: { en: 'welfare', zh: '福利' },
  },
  {
    suffix: '-approval',
    axis: { en: 'Approved, points of applications', zh: '批准率，申请的百分点' },
    name: { en: 'approval', zh: '批准率' },
  },
  {
    suffix: '-default',
    axis: { en: 'Default, points of loans', zh: '违约率，贷款的百分点' },
    name: { en: 'default', zh: '违约率' },
  },
] as const;

/** Types visible less actual. No measure of adverse selection, and never drawn as one. */
export const showingTypes = rowChart({
  id: 'showing-types',
  title: {
    en: 'What showing types to lenders changes',
    zh: '向贷款人展示类型会改变什么',
  },
  parts,
  lacking: [
    { en: 'world in which types are visible', zh: '类型可见的世界' },
    { en: 'Run with all four worlds.', zh: '请在四个世界下运行。' },
  ],
  column: 'measure',
  under: (inputs, language) =>
    language === 'zh'
      ? `类型可见的世界减现实世界，${settingOf(inputs) === 'held' ? '惩戒保持不变' : '惩戒重新习得'}。这不是逆向选择的度量。`
      : `Types visible less actual, sanctions ${settingOf(inputs) === 'held' ? 'held as they are' : 'learnt anew'}. It is no measure of adverse selection.`,
  caption: (inputs, language) => [
    language === 'zh'
      ? '若贷款人能看到每名借款人的真实风险，福利、批准率与违约率各改变多少。可以为负：展示类型会使原由他人分担的坏风险失去贷款（Hirshleifer 所说的保险损失）；若惩戒重新习得，还会毁掉声誉。'
      : 'How welfare, approval and default change if lenders see every borrower’s true risk. It may be negative: showing types takes credit from bad risks whom the pool carried (Hirshleifer’s loss of insurance) and, where sanctions are learnt anew, destroys reputation.',
    certainty(inputs, language),
  ],
  altText: (all, language, inputs) => [
    language === 'zh' ? '点图。' : 'Dot plot.',
    ...all.map(({ name, rows }) => {
      const items = rows.map((row) => `${nameOf(row, language)} ${interval(row, signed)}`);
      return language === 'zh'
        ? `${name.zh}：${enumerate(items, 'zh')}。`
        : `Change in ${name.en}: ${enumerate(items, 'en')}.`;
    }),
    settingOf(inputs) === 'held'
      ? language === 'zh'
        ? '惩戒保持不变。'
        : 'Sanctions are held.'
      : language === 'zh'
        ? '惩戒重新习得。'
        : 'Sanctions are learnt anew.',
  ],
});

/** Which of the two settings of sanctions these results are of. */
function settingOf({ summary }: ChartInputs): 'held' | 'relearned' {
  return summary.some(({ measure }) => measure === 'showing-types-relearned')
    ? 'relearned'
    : 'held';
}

function parts(inputs: ChartInputs): RowPart[] {
  return measures.flatMap(({ suffix, axis, name }) => {
    const id = `showing-types-${settingOf(inputs)}${suffix}`;
    const rows = estimates(inputs, id, 'between-worlds');
    return rows.length === 0 ? [] : [{ id, axis, name, rows, effect: true }];
  });
}

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${percent(value)}`;
}
