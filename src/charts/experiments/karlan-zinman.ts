import { inWords, type Language } from '../../language.ts';
import { tMultiplier } from '../../math/interval.ts';
import type { ChartInputs } from '../chart.ts';
import { singles } from '../kit/experiment-rows.ts';
import { experimentValues } from '../findings/inputs.ts';
import { countWord } from '../findings/numbers.ts';
import { awayFromZero, hollowWhereUnsure } from '../findings/zero.ts';
import { unsureNote, unsureSentence } from '../kit/hollow.ts';
import { rowChart } from '../kit/row-chart.ts';
import type { EstimateRow } from '../kit/row-panel.ts';
import { certainty, runIt } from '../kit/select.ts';
import { listingOrRange, toldAs } from '../kit/sentences.ts';

const effects = [
  {
    id: 'selection',
    head: { en: 'Selection', zh: '选择' },
    unit: { en: 'APR offered up 10 points', zh: '报价年利率上升 10 个百分点' },
    problem: 'selection',
    name: { en: 'selection, points of default', zh: '选择效应，违约率的百分点' },
  },
  {
    id: 'burden',
    head: { en: 'Burden', zh: '负担' },
    unit: { en: 'APR paid up 10 points', zh: '合同年利率上升 10 个百分点' },
    name: { en: 'repayment burden, points of default', zh: '负担效应，违约率的百分点' },
  },
  {
    id: 'incentive',
    head: { en: 'Incentive', zh: '激励' },
    unit: { en: '15% of the loan more to lose', zh: '违约代价增加贷款额的 15%' },
    problem: 'hazard',
    name: { en: 'incentive, points of default', zh: '激励效应，违约率的百分点' },
  },
] as const;

/** The forest plot of Karlan & Zinman's three effects on default, by institution. */
export const karlanZinman = rowChart({
  id: 'karlan-zinman',
  title: {
    en: 'Selection, burden and incentive, told apart by a field experiment',
    zh: '用随机实验区分选择、负担与激励',
  },
  experiment: 'karlan-zinman',
  parts: (inputs) => effects.map((one) => ({ ...one, rows: rowsOf(inputs, one.id), effect: true })),
  lacking: [{ en: 'Karlan–Zinman experiment', zh: 'Karlan–Zinman 实验' }, runIt('karlan-zinman')],
  column: 'effect',
  finding: (inputs, _, language) => finding(inputs, language),
  under: (_, language, shown) =>
    inWords(language, {
      en: 'Change in default over the life of the loan, in points, among approved borrowers of a field experiment.',
      zh: '随机实验中贷款存续期内违约率的变化，百分点，获批借款人。',
    }) + unsureNote(shown, language),
  caption: (inputs, language, shown) => [
    inWords(language, {
      en: 'The APR offered, the APR paid and a dynamic incentive are randomised among approved borrowers; default over the life of the loan is regressed on the three and on all that the lender saw (Karlan & Zinman 2009). The offer’s coefficient is selection, the contract’s the burden of repayment, the incentive’s pure moral hazard.',
      zh: '在获批借款人中随机化报价年利率、合同年利率与动态激励，以贷款存续期内的违约对三者及贷款机构的全部信息作最小二乘回归（Karlan 与 Zinman 2009）。报价年利率的系数为选择效应，合同年利率的系数为负担效应，激励的系数为纯道德风险。',
    }),
    unsureSentence(shown, language),
    certainty(inputs, language),
  ],
  altText: (parts, language) => [
    inWords(language, { en: 'Forest plot.', zh: '森林图。' }),
    ...parts.map((part) => listingOrRange(part.rows, ...toldAs(part, language))),
  ],
});

/** Under how many institutions selection shows, and more to lose lowers default. */
function finding(inputs: ChartInputs, language: Language): string {
  if (inputs.scenario.replicates < 2)
    return inWords(language, {
      en: 'One replicate: selection and incentive cannot be told',
      zh: '仅一次重复：选择与激励无法判定',
    });
  const tested = (effect: string) =>
    awayFromZero(
      inputs.scenario.institutions.map(({ id }) =>
        experimentValues(inputs, 'karlan-zinman', `karlan-zinman:${effect}`, id),
      ),
    );
  const all = inputs.scenario.institutions.length;
  const [selection, incentive] = [tested('selection').up, tested('incentive').down];
  const counted = (count: number) => countWord(count, 'en');
  return inWords(language, {
    en: `Selection shows under ${counted(selection)} of ${counted(all)}, incentive under ${counted(incentive)}`,
    zh: `${all} 种模式中 ${selection} 种有选择效应，${incentive} 种有激励效应`,
  });
}

/** Estimates over replicates, or, of a single one, the regression's own clustered standard error. */
function rowsOf(inputs: ChartInputs, effect: string): EstimateRow[] {
  const found = singles(inputs, 'karlan-zinman', `karlan-zinman:${effect}`);
  const errors = singles(inputs, 'karlan-zinman', `karlan-zinman:${effect}-error`);
  const tested = hollowWhereUnsure(found, (institution) =>
    experimentValues(inputs, 'karlan-zinman', `karlan-zinman:${effect}`, institution),
  );
  return tested.map((row) => {
    const error = errors.find(({ institution }) => institution === row.institution)?.mean ?? null;
    if (row.low !== null || row.mean === null || error === null) return row;
    const half = tMultiplier(manyDegrees) * error;
    return { ...row, low: row.mean - half, high: row.mean + half };
  });
}

/** A regression over thousands of loans has as good as unlimited degrees of freedom. */
const manyDegrees = 10_000;
