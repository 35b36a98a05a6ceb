import type { SummaryRow } from '../../measures/index.ts';
import type { Chart, ChartInputs } from '../chart.ts';
import type { EstimateRow } from '../kit/row-layers.ts';
import { rowPanels } from '../kit/rows.ts';
import { cell, footing, interval, lacks, nameOf } from '../kit/select.ts';
import { institutionName } from '../../institution-names.ts';
import type { Language } from '../../language.ts';
import { enumerate, paragraph, percent } from '../kit/words.ts';

const title = {
  en: 'What each institution changes, same borrowers and same luck',
  zh: '同样的借款人、同样的运气：各机构带来的变化',
};

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
    id: 'rate',
    axis: { en: 'Rate paid, points', zh: '实际利率，百分点' },
    name: { en: 'rate', zh: '利率' },
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
    axis: { en: 'Welfare, points of a loan', zh: '福利（占贷款本金），百分点' },
    name: { en: 'welfare', zh: '福利' },
  },
] as const;

/** p-value after Holm below which a difference counts as sure. */
const level = 0.05;

/** Paired differences against the reference institution, with intervals; hollow where the data do not settle it. */
export const differences: Chart = {
  id: 'differences',
  title,
  draw(inputs) {
    const { institutions, reference } = inputs.scenario;
    const panels = measures.map((measure) => ({ ...measure, rows: rowsOf(inputs, measure.id) }));
    if (institutions.length < 2 || panels.every(({ rows }) => rows.length === 0))
      return lacks(
        { en: 'second institution to compare with', zh: '可供比较的第二类机构' },
        { en: 'Add an institution to the scenario.', zh: '请在情景中添加机构。' },
      );
    const order = institutions.map(({ id }) => id).filter((id) => id !== reference);
    const against = institutions.find(({ id }) => id === reference) ?? {
      id: reference,
      label: reference,
    };
    const base = (language: Language) => institutionName(against, language);
    return {
      table: panels.flatMap(({ id, rows }) =>
        rows.map((row) => ({ measure: id, reference, ...row })),
      ),
      spec: (look, language) =>
        rowPanels(
          inputs.scenario,
          order,
          panels.map(({ axis, rows }) => ({ title: axis[language], rows, effect: true })),
          {
            title: title[language],
            subtitle: [
              language === 'zh'
                ? `与${base('zh')}的配对差异（百分点）。空心点：差异不显著（Holm 校正后 p ≥ ${level}）。`
                : `Paired differences from ${base('en')}, in percentage points. Hollow: the sign is not settled (Holm-adjusted p ≥ ${level}).`,
              footing(inputs, language),
            ],
          },
          look,
          language,
        ),
      caption: (language) =>
        language === 'zh'
          ? `各机构减${base('zh')}的差异：同一种子、同样的借款人与冲击，逐次重复配对。${footing(inputs, 'zh')}。空心点的差异经 Holm 校正后不显著。安全型：努力之前的失败风险低于总体中位数；未获贷款包括被拒与自行放弃。情景 ${inputs.scenario.id}。`
          : `Each institution less ${base('en')}: the same seeds, borrowers and shocks, paired replicate by replicate. ${footing(inputs, 'en')}. Hollow points do not differ from zero after Holm’s correction over institutions. Safe types: risk of failure before effort below the population’s median; without a loan, be they refused or unwilling to pay the rate. Scenario ${inputs.scenario.id}.`,
      altText: (language) => altText(panels, base(language), language),
    };
  },
};

interface Difference extends EstimateRow {
  readonly adjustedP: number | null;
}

function rowsOf(inputs: ChartInputs, measure: string): Difference[] {
  const { institutions, reference } = inputs.scenario;
  return institutions.flatMap(({ id, label }) => {
    const row = inputs.summary.find(
      (one) => one.institution === id && one.measure === measure && one.world === 'actual',
    );
    return row === undefined || id === reference ? [] : [difference(row, label)];
  });
}

function difference(row: SummaryRow, label: string): Difference {
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

function altText(
  panels: readonly {
    readonly name: Readonly<Record<Language, string>>;
    readonly rows: readonly Difference[];
  }[],
  base: string,
  language: Language,
): string {
  const zh = language === 'zh';
  const lines = panels.flatMap(({ name, rows }) => {
    if (rows.length === 0) return [];
    const items = rows.map((row) => `${nameOf(row, language)} ${interval(row, signed)}`);
    return [`${name[language]}${zh ? '：' : ': '}${enumerate(items, language)}${zh ? '。' : '.'}`];
  });
  return paragraph(
    [zh ? `点图，与${base}之差。` : `Dot plot of differences from ${base}.`, ...lines],
    language,
  );
}

/** `+3.1%`, `−0.2%`. */
function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${percent(value)}`;
}
