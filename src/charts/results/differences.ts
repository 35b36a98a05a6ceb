import type { SummaryRow } from '../../measures/index.ts';
import type { ChartInputs } from '../chart.ts';
import { institutionName } from '../../institution-names.ts';
import type { Language } from '../../language.ts';
import { rowChart } from '../kit/row-chart.ts';
import type { EstimateRow } from '../kit/row-layers.ts';
import { cell, footing, interval, nameOf } from '../kit/select.ts';
import { enumerate, percent } from '../kit/words.ts';

const measures = [
  {
    id: 'approval-rate',
    axis: { en: 'Approved, points', zh: '批准率，百分点' },
    name: { en: 'approval', zh: '批准率' },
  },
  {
    id: 'safe-type-exclusion',
    axis: { en: 'Safe types without a loan, points', zh: '安全型未获贷款，百分点' },
    name: { en: 'safe types without a loan', zh: '安全型未获贷款的比例' },
  },
  {
    id: 'apr',
    axis: { en: 'APR paid, points', zh: '实付年利率，百分点' },
    name: { en: 'APR', zh: '年利率' },
  },
  {
    id: 'default-rate',
    axis: { en: 'Default, points', zh: '违约率，百分点' },
    name: { en: 'default', zh: '违约率' },
  },
  {
    id: 'effort',
    axis: { en: 'Effort, points', zh: '努力，百分点' },
    name: { en: 'effort', zh: '努力' },
  },
  {
    id: 'welfare',
    axis: { en: 'Welfare, points of a mean loan', zh: '福利（占平均贷款额），百分点' },
    name: { en: 'welfare', zh: '福利' },
  },
] as const;

/** p-value after Holm below which a difference counts as sure. */
const level = 0.05;

/** Paired differences against the reference institution, with intervals; hollow where the data do not settle it. */
export const differences = rowChart({
  id: 'differences',
  title: {
    en: 'What each institution changes, same borrowers and same luck',
    zh: '同样的借款人、同样的运气：各机构带来的变化',
  },
  parts: (inputs) =>
    measures.map((measure) => ({ ...measure, rows: rowsOf(inputs, measure.id), effect: true })),
  lacking: [
    { en: 'second institution to compare with', zh: '可供比较的第二类机构' },
    { en: 'Add an institution to the scenario.', zh: '请在情景中添加机构。' },
  ],
  column: 'measure',
  cells: ({ scenario: { reference } }) => ({ reference }),
  order: ({ scenario: { institutions, reference } }) =>
    institutions.map(({ id }) => id).filter((id) => id !== reference),
  under: (inputs, language) =>
    language === 'zh'
      ? `与${baseOf(inputs, 'zh')}的配对差异（百分点）。空心点：差异不显著（Holm 校正后 p ≥ ${level}）。`
      : `Paired differences from ${baseOf(inputs, 'en')}, in percentage points. Hollow: the sign is not settled (Holm-adjusted p ≥ ${level}).`,
  caption: (inputs, language) => [
    language === 'zh'
      ? `各机构减${baseOf(inputs, 'zh')}的差异：同一种子、同样的借款人与冲击，逐次重复配对。${footing(inputs, 'zh')}。空心点的差异经 Holm 校正后不显著。安全型：按偿还能力与资本，其风险低于总体中位数；未获贷款包括被拒与自行放弃。违约就贷款整个存续期而言。情景 ${inputs.scenario.id}。`
      : `Each institution less ${baseOf(inputs, 'en')}: the same seeds, borrowers and shocks, paired replicate by replicate. ${footing(inputs, 'en')}. Hollow points do not differ from zero after Holm’s correction over institutions. Safe types: a hazard, by capacity and capital, below the population’s median; without a loan, be they refused or unwilling to pay the price. Default: over the loan’s life. Scenario ${inputs.scenario.id}.`,
  ],
  altText: (parts, language, inputs) => {
    const zh = language === 'zh';
    const base = baseOf(inputs, language);
    const lines = parts.flatMap(({ name, rows }) => {
      if (rows.length === 0) return [];
      const items = rows.map((row) => `${nameOf(row, language)} ${interval(row, signed)}`);
      return [
        `${name[language]}${zh ? '：' : ': '}${enumerate(items, language)}${zh ? '。' : '.'}`,
      ];
    });
    return [zh ? `点图，与${base}之差。` : `Dot plot of differences from ${base}.`, ...lines];
  },
});

/** The name of the institution that the others are held against. */
function baseOf({ scenario }: ChartInputs, language: Language): string {
  const { institutions, reference } = scenario;
  const against = institutions.find(({ id }) => id === reference);
  return institutionName(against ?? { id: reference, label: reference }, language);
}

/** One measure of all but the reference; nothing where there is nobody to compare with. */
function rowsOf(inputs: ChartInputs, measure: string): EstimateRow[] {
  const { institutions, reference } = inputs.scenario;
  if (institutions.length < 2) return [];
  return institutions.flatMap(({ id, label }) => {
    const row = inputs.summary.find(
      (one) => one.institution === id && one.measure === measure && one.world === 'actual',
    );
    return row === undefined || id === reference ? [] : [difference(row, label)];
  });
}

function difference(row: SummaryRow, label: string): EstimateRow {
  return {
    institution: row.institution,
    label,
    mean: cell(row.difference),
    low: cell(row.differenceLow),
    high: cell(row.differenceHigh),
    replicates: row.pairs,
    adjustedP: cell(row.adjustedP),
    hollow: !(row.adjustedP < level),
  };
}

/** `+3.1%`, `−0.2%`. */
function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${percent(value)}`;
}
