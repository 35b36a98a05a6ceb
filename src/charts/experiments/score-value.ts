import type { TopLevelSpec } from 'vega-lite';
import { estimate } from '../../math/interval.ts';
import type { Chart, ChartInputs, Layer, Panel } from '../chart.ts';
import { asExperiment, asShares } from '../kit/experiment-rows.ts';
import { fade, frame, roundAxis } from '../kit/frame.ts';
import { institutionLegend, institutionScales } from '../kit/institutions.ts';
import {
  defined,
  footing,
  institutionEstimate,
  lacks,
  nameOf,
  type InstitutionEstimate,
} from '../kit/select.ts';
import { sideNames, widest } from '../kit/side-names.ts';
import { ink, type Theme } from '../theme.ts';
import type { Language } from '../../language.ts';
import { decimal, paragraph, punctuated } from '../kit/words.ts';

const title = {
  en: 'What a score is worth beside the credit file',
  zh: '信用档案之外，评分有多大价值',
};

/** What applicants are ranked by, top first. */
const information = [
  { id: 'footprint', name: { en: 'Sesame score alone', zh: '仅芝麻评分' } },
  { id: 'file', name: { en: 'File alone', zh: '仅信用档案' } },
  { id: 'both', name: { en: 'File and score', zh: '档案与评分' } },
  { id: 'fico', name: { en: 'FICO-like score of the file', zh: '档案的类 FICO 评分' } },
] as const;

const groups = [
  { id: 'all', name: { en: 'All applicants', zh: '全部申请人' } },
  { id: 'thin', name: { en: 'Thin files (0–2 loans ended)', zh: '薄档案（已结清 0–2 笔）' } },
  { id: 'thick', name: { en: 'Thick files (3 or more)', zh: '厚档案（3 笔及以上）' } },
] as const;

const axis = { en: 'AUC (0.5 = chance)', zh: 'AUC（0.5 为随机）' };

interface Value extends InstitutionEstimate {
  readonly group: string;
  readonly information: string;
}

/** AUC of score, file and both, among all applicants and by the thickness of their files. */
export const scoreValueChart: Chart = {
  id: 'score-value',
  title,
  experiment: 'score-value',
  draw(all) {
    const inputs = asExperiment(all, 'score-value');
    const table = values(inputs);
    if (table.length === 0) {
      return lacks(
        { en: 'experiment on the value of a score', zh: '评分价值实验' },
        {
          en: 'Run the experiment score-value on a scenario with an institution that keeps a score.',
          zh: '请在含评分机构的情景下运行 score-value 实验。',
        },
      );
    }
    return {
      table,
      spec: (look, language) => spec(inputs, table, look, language),
      caption: (language) => caption(inputs, language),
      altText: (language) => altText(table, language),
    };
  },
};

/** Estimates of the institutions that have a score. */
function values(inputs: ChartInputs): Value[] {
  const rows = inputs.tables['score-value'] ?? [];
  const found = (institution: string, measure: string) =>
    rows.flatMap((row) =>
      row['institution'] === institution &&
      row['measure'] === measure &&
      typeof row['value'] === 'number'
        ? [row['value']]
        : [],
    );
  return inputs.scenario.institutions.flatMap(({ id, label }) => {
    const own = asShares(
      groups.flatMap((group) =>
        information.map((what) => ({
          ...institutionEstimate(
            id,
            label,
            estimate(found(id, `score-value:auc-${what.id}:${group.id}`)),
          ),
          group: group.id,
          information: what.id,
        })),
      ),
    );
    const scored = own.some((one) => one.information === 'footprint' && one.mean !== null);
    return scored ? own : [];
  });
}

function spec(
  inputs: ChartInputs,
  table: readonly Value[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const names = information.map(({ name }) => name[language]);
  const institutions = [...new Set(table.map(({ institution }) => institution))];
  const gutter = widest(names, fontSize) + fontSize;
  const gap = fontSize * 1.6;
  const room = look.width - gutter - fontSize * 3.5;
  const columns = (room - 2 * gap) / groups.length > fontSize * 11 ? groups.length : 1;
  const width = Math.floor((room - gap * (columns - 1)) / columns);
  const rowHeight = fontSize * Math.max(2.2, 0.6 + 1.1 * institutions.length);
  const ends = table
    .flatMap(({ mean, low, high }) => [mean, low, high])
    .filter((one) => one !== null);
  const across = roundAxis(
    Math.min(0.5, ...ends),
    Math.max(...ends),
    Math.max(4, width / (fontSize * 4)),
  );
  const scales = institutionScales(inputs.scenario);
  const rows = table.map((one) => ({
    ...one,
    name: information.find(({ id }) => id === one.information)?.name[language] ?? one.information,
  }));
  const x = (field: string) =>
    ({
      field,
      type: 'quantitative',
      scale: { domain: across.domain, nice: false, zero: false },
      axis: { title: axis[language], values: across.ticks, format: '.2f', grid: true },
    }) as const;
  const yOffset = {
    field: 'institution',
    scale: { domain: institutions, paddingOuter: 0.6 },
  } as const;
  const colour = {
    field: 'institution',
    type: 'nominal',
    scale: scales.colour,
    legend: {
      ...institutionLegend(inputs.scenario, look, language, 'top'),
      values: institutions,
    },
  } as const;
  const shape = { ...colour, scale: scales.shape };
  const panel = (group: (typeof groups)[number], first: boolean): Panel => {
    const y = first
      ? sideNames(names)
      : { ...sideNames(names), axis: { ...sideNames(names).axis, labels: false } };
    const data = { name: group.id, values: rows.filter((one) => one.group === group.id) };
    const layer: Layer[] = [
      {
        data,
        mark: { type: 'rule', strokeWidth: look.line * 1.4 },
        encoding: { y, yOffset, x: x('low'), x2: { field: 'high' }, color: colour, opacity: fade },
      },
      {
        data,
        mark: { type: 'point', stroke: 'white', strokeWidth: look.line * 0.5 },
        encoding: { y, yOffset, x: x('mean'), color: colour, shape, opacity: fade },
      },
    ];
    return {
      title: {
        text: group.name[language],
        fontSize,
        fontWeight: 600,
        frame: 'group',
        offset: fontSize * 0.5,
        color: ink.text,
      },
      width,
      height: rowHeight * information.length,
      layer,
    };
  };
  return {
    ...frame(look, language, title[language], [
      finding(table, language),
      footing(inputs, language),
    ]),
    spacing: gap,
    ...(columns > 1
      ? { hconcat: groups.map((group, k) => panel(group, k === 0)) }
      : { vconcat: groups.map((group) => panel(group, true)) }),
  };
}

/** What the score adds to the file, among all applicants of the first institution that has one. */
function finding(table: readonly Value[], language: Language): string {
  const [first] = table;
  const of = (what: string) =>
    table.find(
      (one) =>
        one.institution === first.institution && one.group === 'all' && one.information === what,
    )?.mean ?? NaN;
  const [score, file, both] = ['footprint', 'file', 'both'].map((what) => decimal(of(what), 3));
  const name = nameOf(first, language);
  return language === 'zh'
    ? `${name}：评分 ${score}，档案 ${file}，两者合用 ${both}。`
    : `${name}: score ${score}, file ${file}, both ${both}.`;
}

function caption(inputs: ChartInputs, language: Language): string {
  return paragraph(
    language === 'zh'
      ? [
          '按评分、完整信用档案（各贷款人的记录与未偿贷款）或两者对申请人排序的 AUC，结果以贷款存续期真实违约概率的期望计。',
          '档案与两者合用的评分卡在一半借款人上拟合、在另一半上排序。',
          `${footing(inputs, 'zh')}。`,
        ]
      : [
          'AUC when applicants are ranked by the score, by the complete credit file (every lender’s records and open loans), or by both; outcomes as expected from the true life PD.',
          'Scorecards of the file and of both are fitted on half of the borrowers and rank the other half.',
          `${footing(inputs, 'en')}.`,
        ],
    language,
  );
}

function altText(table: readonly Value[], language: Language): string {
  const lines = groups.flatMap((group) =>
    defined(table.filter((one) => one.group === group.id)).map((one) => {
      const what = information.find(({ id }) => id === one.information)?.name[language];
      return `${group.name[language]}, ${nameOf(one, language)}, ${what}: ${decimal(one.mean, 3)}`;
    }),
  );
  return punctuated(`${title[language]}. ${lines.join('; ')}.`, language);
}
