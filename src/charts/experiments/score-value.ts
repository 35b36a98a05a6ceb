import { inWords, marks, type Language } from '../../language.ts';
import { institutionName } from '../../institution-names.ts';
import { estimate } from '../../math/interval.ts';
import type { ChartInputs } from '../chart.ts';
import { experimentValues } from '../findings/inputs.ts';
import { countOf } from '../findings/numbers.ts';
import { awayFromZero, hollowWhereUnsure } from '../findings/zero.ts';
import { unsureNote, unsureSentence } from '../kit/hollow.ts';
import { rowChart, type RowPart } from '../kit/row-chart.ts';
import { certainty, institutionEstimate } from '../kit/select.ts';
import { listing, toldAs } from '../kit/sentences.ts';
import { decimal } from '../kit/words.ts';

const groups = [
  { id: 'all', name: { en: 'All applicants', zh: '全部申请人' } },
  { id: 'thin', name: { en: 'Thin files', zh: '信用记录较少者' } },
  { id: 'thick', name: { en: 'Thick files', zh: '信用记录较多者' } },
] as const;

/** What a score adds to the credit file: the AUC of both less that of the file, by the thickness of files. */
export const scoreValueChart = rowChart({
  id: 'score-value',
  title: { en: 'What a score adds to the credit file', zh: '评分为信用档案增加了什么' },
  experiment: 'score-value',
  parts,
  lacking: [
    { en: 'experiment on the value of a score', zh: '评分价值实验' },
    {
      en: 'Run the experiment score-value on a scenario with an institution that keeps a score.',
      zh: '请在含评分机构的情景下运行 score-value 实验。',
    },
  ],
  column: 'group',
  order: (_, [first]) => first.rows.map(({ institution }) => institution),
  finding: (inputs, _, language) => finding(inputs, language),
  under: (_, language, shown) =>
    inWords(language, {
      en: 'AUC of file and score together less that of the file alone, in points (0: the score adds nothing), among applicants.',
      zh: '评分与档案合用的 AUC 减仅用档案的 AUC，百分点（0 为毫无增益），申请人。',
    }) + unsureNote(shown, language),
  caption: (inputs, language, shown) => [
    inWords(language, {
      en: `Applicants are ranked by the score, by the complete credit file (every lender’s records and open loans), or by both; outcomes as expected from the true life PD; scorecards are fitted on half of the borrowers and rank the other half. Thin files: nought to two loans ended. AUC among all applicants: ${levels(inputs, 'en')}.`,
      zh: `按评分、完整信用档案（各贷款机构的记录与未偿贷款）或两者对申请人排序；结果以贷款存续期真实违约概率的期望计，评分卡在一半借款人上拟合、在另一半上排序。信用记录较少者：已结清 0 至 2 笔。全部申请人的 AUC：${levels(inputs, 'zh')}。`,
    }),
    unsureSentence(shown, language),
    certainty(inputs, language),
  ],
  altText: (all, language) => [
    inWords(language, { en: 'Dot plot.', zh: '点图。' }),
    ...all.map((part) => listing(part.rows, ...toldAs(part, language))),
  ],
});

function gains(inputs: ChartInputs, group: string, institution: string): number[] {
  const auc = (what: string) =>
    experimentValues(inputs, 'score-value', `score-value:auc-${what}:${group}`, institution);
  const file = auc('file');
  return auc('both').map((both, k) => both - file[k]);
}

/** Institutions that keep a score: only they have anything to add. */
function scored(inputs: ChartInputs) {
  return inputs.scenario.institutions.filter(({ id }) =>
    gains(inputs, 'all', id).some((gain) => !Number.isNaN(gain)),
  );
}

function parts(inputs: ChartInputs): RowPart[] {
  const keepers = scored(inputs);
  if (keepers.length === 0) return [];
  return groups.map(({ id, name }) => ({
    id,
    head: name,
    unit: { en: 'gain in AUC, points', zh: 'AUC 的增益，百分点' },
    name: { en: `gain among ${name.en.toLowerCase()}`, zh: `${name.zh}的增益` },
    better: 'higher',
    rows: hollowWhereUnsure(
      keepers.map(({ id: institution, label }) =>
        institutionEstimate(institution, label, estimate(gains(inputs, id, institution))),
      ),
      (institution) => gains(inputs, id, institution),
    ),
    effect: true,
  }));
}

function levels(inputs: ChartInputs, language: Language): string {
  const items = scored(inputs).map(({ id, label }) => {
    const told = (['footprint', 'file', 'both', 'fico'] as const).map((what) => {
      const values = experimentValues(inputs, 'score-value', `score-value:auc-${what}:all`, id);
      return `${informationNames[what][language]} ${decimal(estimate(values).mean, 3)}`;
    });
    const name = institutionName({ id, label }, language);
    return inWords(language, {
      en: `${name}: ${told.join(', ')}`,
      zh: `${name} ${told.join('、')}`,
    });
  });
  return items.join(marks[language].semicolon);
}

const informationNames = {
  footprint: { en: 'score', zh: '评分' },
  file: { en: 'file', zh: '档案' },
  both: { en: 'both', zh: '两者' },
  fico: { en: 'FICO-like score of the file', zh: '档案的类 FICO 评分' },
} as const;

function finding(inputs: ChartInputs, language: Language): string {
  if (inputs.scenario.replicates < 2)
    return inWords(language, {
      en: 'One replicate: what the score adds cannot be told',
      zh: '仅一次重复：评分的价值无法判定',
    });
  const keepers = scored(inputs);
  const { up } = awayFromZero(keepers.map(({ id }) => gains(inputs, 'all', id)));
  if (up === 0)
    return inWords(language, {
      en: 'The score adds nothing to the file that can be told',
      zh: '评分对信用档案未见显著增益',
    });
  if (up === keepers.length)
    return inWords(language, {
      en: 'The score tells more than the credit file alone',
      zh: '评分使贷款机构比仅凭档案更能区分借款人',
    });
  return inWords(language, {
    en: `The score adds to the file under ${countOf(up, keepers.length)}`,
    zh: `${keepers.length} 种模式中有 ${up} 种的评分优于仅凭档案`,
  });
}
