import { inWords, marks, type Language, type Words } from '../../language.ts';
import type { Chart, ChartInputs, Table } from '../chart.ts';
import { cell, certainty, lacks, nameInSentence } from '../kit/select.ts';
import { decimal, paragraph, percent } from '../kit/words.ts';
import { pathPanels } from './reform-panels.ts';
import {
  announcedIn,
  hasOpen,
  longRuns,
  type PathFigure,
  type PathPoint,
} from './reform-points.ts';

/** Quarters before the reform that are drawn: a year more than a loan of a year lasts. */
const lead = 8;

const openWords: Words = {
  en: 'Hollow points: some loans of that quarter of signing live on into a change, which they did not foresee.',
  zh: '空心点：该季度签约的贷款中，有些延续到变化之后，而签约时并未预见。',
};

const announcedWords: Words = {
  en: 'Dotted upright lines: a reform is announced, and borrowers reckon with it.',
  zh: '点状竖线：改革宣布，借款人开始将其考虑在内。',
};

const titleWords: Words = {
  en: 'The title speaks of the mean of the last eight quarters whose loans have all ended.',
  zh: '标题说的是所有贷款均已结束的最后八个季度的均值。',
};

function pathChart(own: PathFigure): Chart {
  const { id, title } = own;
  return {
    id,
    title,
    draw(inputs) {
      const table = pointsOf(inputs, own);
      if (table.length === 0) {
        return lacks(
          { en: 'reforms', zh: '改革' },
          {
            en: 'Add phases or reforms to an institution.',
            zh: '请为机构写出 phases 或 reforms。',
          },
        );
      }
      return {
        table,
        spec: (look, language) => pathPanels(own, inputs, table, look, language),
        caption: (language) =>
          paragraph(
            [
              own.caption[language],
              hasOpen(table) ? openWords[language] : '',
              announcedIn(inputs.tables, table).length > 0 ? announcedWords[language] : '',
              longRuns(inputs.tables).length > 0 ? titleWords[language] : '',
              certainty(inputs, language),
            ],
            language,
          ),
        altText: (language) => altText(own, table, language),
      };
    },
  };
}

/** What reforms change, quarter by quarter, with bands. */
export const reformPathsChart = pathChart({
  id: 'reform-paths',
  title: { en: 'What the reform changes, quarter by quarter', zh: '改革逐季度改变了什么' },
  caption: {
    en: 'Reform less no reform, the same people with the same luck, by quarter of application or signing; bands are 95% intervals, quarter by quarter; upright lines: phases begin.',
    zh: '改革减无改革（同样的人、同样的运气），按申请或签约的季度；色带为逐季度的 95% 区间；竖线为各阶段的开始。',
  },
  measures: [
    {
      id: 'welfare',
      name: {
        en: 'Welfare (% of a mean loan per application)',
        zh: '福利（每笔申请，占平均贷款额的 %）',
      },
    },
    { id: 'default-rate', name: { en: 'Default (percentage points)', zh: '违约率（百分点）' } },
    { id: 'approval-rate', name: { en: 'Approved (percentage points)', zh: '批准率（百分点）' } },
    {
      id: 'thin-file-approval',
      name: {
        en: 'Approved, thin files (percentage points)',
        zh: '信用记录较少者的批准率（百分点）',
      },
    },
    { id: 'apr', name: { en: 'APR paid (percentage points)', zh: '成交利率（年化，百分点）' } },
    {
      id: 'will-not-pay-rate',
      name: { en: 'Will not pay (percentage points)', zh: '不愿偿还（百分点）' },
    },
  ],
  shares: true,
});

/** Who pays for a reform and who gains, quarter by quarter: they add up to welfare. */
export const reformMoney = pathChart({
  id: 'reform-money',
  title: { en: 'Who pays for the reform and who gains', zh: '改革由谁付费，谁得益' },
  unit: {
    en: 'in mean loans a quarter per 1,000 borrowers',
    zh: '每千名借款人每季度，以平均贷款额为单位',
  },
  caption: {
    en: 'Reform less no reform in mean loans per 1,000 borrowers and quarter of signing. Borrowers’ surplus + lenders’ profit + the institution’s revenue − its cost = welfare.',
    zh: '改革减无改革，每千名借款人、按签约季度，单位为平均贷款额。借款人剩余＋贷款机构利润＋机构收入－机构成本＝福利。',
  },
  measures: [
    { id: 'money-borrowers', name: { en: 'Borrowers’ surplus', zh: '借款人剩余' } },
    { id: 'money-lenders', name: { en: 'Lenders’ profit, expected', zh: '贷款机构的预期利润' } },
    { id: 'money-revenue', name: { en: 'The institution’s revenue', zh: '机构的收入' } },
    { id: 'money-cost', name: { en: 'The institution’s cost', zh: '机构的成本' } },
    { id: 'money-welfare', name: { en: 'Welfare', zh: '福利' } },
  ],
  shares: false,
});

function pointsOf({ scenario, tables }: ChartInputs, { measures }: PathFigure): PathPoint[] {
  const rows: Table = tables['reform-paths'] ?? [];
  const first = Math.min(
    ...rows.filter(({ phase }) => Number(phase) > 0).map((row) => Number(row['quarter'])),
  );
  const wanted = new Set(measures.map(({ id }) => id));
  const number = (value: unknown) => (typeof value === 'number' ? cell(value) : null);
  return rows.flatMap((row): PathPoint[] => {
    const institution = String(row['reform']);
    const measure = String(row['measure']);
    const quarter = Number(row['quarter']);
    const label = scenario.institutions.find(({ id }) => id === institution)?.label;
    if (!wanted.has(measure) || label === undefined || quarter < first - lead) return [];
    return [
      {
        ...{ institution, label, measure, quarter },
        date: String(row['date']),
        phase: Number(row['phase']),
        open: row['open'] === true,
        ...{ mean: number(row['mean']), low: number(row['low']), high: number(row['high']) },
      },
    ];
  });
}

/** Of each measure and reform, the mean over the last eight quarters. */
function altText(
  { measures, shares }: PathFigure,
  table: readonly PathPoint[],
  language: Language,
): string {
  const write = (value: number) => (shares ? percent(value, 2) : decimal(value, 2));
  const reforms = [...new Set(table.map(({ institution }) => institution))];
  const lines = measures.flatMap(({ id, name }) => {
    const items = reforms.flatMap((institution) => {
      const own = table.filter(
        (point) => point.measure === id && point.institution === institution,
      );
      const last = own.slice(-8).flatMap(({ mean }) => (mean === null ? [] : [mean]));
      const [first] = own;
      if (last.length === 0 || !first) return [];
      const mean = last.reduce((sum, value) => sum + value, 0) / last.length;
      return [`${nameInSentence(first, language)} ${write(mean)}`];
    });
    return items.length === 0
      ? []
      : [
          `${name[language]}${marks[language].colon}${items.join(marks[language].comma)}${marks[language].stop}`,
        ];
  });
  return paragraph(
    [
      inWords(language, {
        en: 'Lines by quarter; means over the last eight.',
        zh: '逐季度的折线图；最后八个季度的均值：',
      }),
      ...lines,
    ],
    language,
  );
}
