import type { ChartInputs } from '../chart.ts';
import { inWords, type Language } from '../../language.ts';
import { samplesBehind } from '../findings/inputs.ts';
import { countOf, countWord } from '../findings/numbers.ts';
import { awayFromZero, hollowWhereUnsure } from '../findings/zero.ts';
import { unsureNote, unsureSentence } from '../kit/hollow.ts';
import { rowChart, type RowPart } from '../kit/row-chart.ts';
import { certainty, estimates } from '../kit/select.ts';
import { listing, toldAs } from '../kit/sentences.ts';

const measures = [
  {
    suffix: '',
    head: { en: 'Welfare', zh: '福利' },
    unit: { en: '% of a loan', zh: '占贷款的 %' },
    better: 'higher',
    name: { en: 'change in welfare', zh: '福利的变化' },
  },
  {
    suffix: '-approval',
    head: { en: 'Approved', zh: '批准率' },
    unit: { en: 'points of applications', zh: '占申请的百分点' },
    better: 'higher',
    name: { en: 'change in approval', zh: '批准率的变化' },
  },
  {
    suffix: '-default',
    head: { en: 'Default', zh: '违约率' },
    unit: { en: 'points of loans', zh: '占贷款的百分点' },
    better: 'lower',
    name: { en: 'change in default', zh: '违约率的变化' },
  },
] as const;

/** Types visible less actual. No measure of adverse selection, and never drawn as one. */
export const showingTypes = rowChart({
  id: 'showing-types',
  title: {
    en: 'What showing types to lenders changes',
    zh: '向贷款机构展示类型会改变什么',
  },
  parts,
  lacking: [
    { en: 'world in which types are visible', zh: '类型可见的世界' },
    { en: 'Run with all four worlds.', zh: '请在四个世界下运行。' },
  ],
  column: 'measure',
  finding: (inputs, [first], language) => finding(inputs, first.id, language),
  under: (inputs, language, shown) =>
    inWords(language, {
      en: `Types visible less actual, sanctions ${settingOf(inputs) === 'held' ? 'held as they are' : 'learnt anew'}. It is no measure of adverse selection.`,
      zh: `类型可见的世界减现实世界，${settingOf(inputs) === 'held' ? '惩戒保持不变' : '惩戒重新习得'}。这不是逆向选择的度量。`,
    }) + unsureNote(shown, language),
  caption: (inputs, language, shown) => [
    inWords(language, {
      en: 'How welfare, approval and default change if lenders see every borrower’s true risk. It may be negative: showing types takes credit from bad risks whom the pool carried (Hirshleifer’s loss of insurance) and, where sanctions are learnt anew, destroys reputation.',
      zh: '若贷款机构能看到每名借款人的真实风险，福利、批准率与违约率各改变多少。可以为负：展示类型会使原由他人分担的坏风险失去贷款（Hirshleifer 所说的保险损失）；若惩戒重新习得，还会毁掉声誉。',
    }),
    unsureSentence(shown, language),
    certainty(inputs, language),
  ],
  altText: (all, language, inputs) => [
    inWords(language, { en: 'Dot plot.', zh: '点图。' }),
    ...all.map((part) => listing(part.rows, ...toldAs(part, language))),
    settingOf(inputs) === 'held'
      ? inWords(language, { en: 'Sanctions are held.', zh: '惩戒保持不变。' })
      : inWords(language, { en: 'Sanctions are learnt anew.', zh: '惩戒重新习得。' }),
  ],
});

/** Which of the two settings of sanctions these results are of. */
function settingOf({ summary }: ChartInputs): 'held' | 'relearned' {
  return summary.some(({ measure }) => measure === 'showing-types-relearned')
    ? 'relearned'
    : 'held';
}

function parts(inputs: ChartInputs): RowPart[] {
  return measures.flatMap(({ suffix, ...measure }) => {
    const id = `showing-types-${settingOf(inputs)}${suffix}`;
    const rows = hollowWhereUnsure(estimates(inputs, id, 'between-worlds'), (institution) =>
      samplesBehind(inputs).values(institution, 'between-worlds', id),
    );
    return rows.length === 0 ? [] : [{ id, ...measure, rows, effect: true }];
  });
}

/** For whom welfare rises or falls, by tests against no change, corrected over institutions. */
function finding(inputs: ChartInputs, measure: string, language: Language): string {
  if (inputs.scenario.replicates < 2)
    return inWords(language, {
      en: 'One replicate: what showing types does cannot be told',
      zh: '仅一次重复：展示类型的影响无法判定',
    });
  const values = inputs.scenario.institutions.map(({ id }) =>
    samplesBehind(inputs).values(id, 'between-worlds', measure),
  );
  const { up, down } = awayFromZero(values);
  const all = values.length;
  if (up + down === 0)
    return inWords(language, {
      en: 'No welfare change from showing types can be told',
      zh: '展示类型未见显著改变福利',
    });
  const counted = (count: number) => countOf(count, all);
  if (down === 0)
    return inWords(language, {
      en: `Showing types raises welfare under ${counted(up)}`,
      zh: `展示类型使 ${all} 种模式中 ${up} 种的福利上升`,
    });
  if (up === 0)
    return inWords(language, {
      en: `Showing types lowers welfare under ${counted(down)}`,
      zh: `展示类型使 ${all} 种模式中 ${down} 种的福利下降`,
    });
  return inWords(language, {
    en: `Showing types raises welfare under ${countWord(up, 'en')}, lowers it under ${countWord(down, 'en')}`,
    zh: `展示类型使 ${up} 种模式的福利上升，${down} 种下降`,
  });
}
