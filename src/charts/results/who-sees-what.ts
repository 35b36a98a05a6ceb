import type { TopLevelSpec } from 'vega-lite';
import type { Cells, Chart, ChartInputs } from '../chart.ts';
import { fade, frame } from '../kit/frame.ts';
import { lacks, nameOf } from '../kit/select.ts';
import { panelsByInstitution } from '../kit/small-multiples.ts';
import { textWidth } from '../kit/text.ts';
import { ink, parts, type Theme } from '../theme.ts';
import type { Language, Words } from '../../language.ts';
import { paragraph } from '../kit/words.ts';

/** What a reader sees of a contributor. */
const sightLevels = ['own', 'none', 'negative', 'full-without-balances', 'full'] as const;
type SightLevel = (typeof sightLevels)[number];

/** One row of the table `who-sees-what`: one reader, one contributor, one institution. */
export interface Sight extends Cells {
  readonly institution: string;
  readonly label: string;
  /** Lender ids, in the order of the market; `contributor` may also be `score`. */
  readonly reader: string;
  readonly contributor: string;
  readonly level: SightLevel;
}

/** The column that says who sees the institution's own score. */
export const scoreColumn = 'score';

const title = { en: 'Who sees whose records', zh: '谁能看到谁的记录' };

const levelNames: Readonly<Record<SightLevel, Words>> = {
  own: { en: 'own records', zh: '自有记录' },
  none: { en: 'nothing', zh: '看不到' },
  negative: { en: 'defaults only', zh: '仅违约' },
  'full-without-balances': { en: 'closed loans', zh: '已结清贷款' },
  full: { en: 'closed and open loans', zh: '已结清与未结清贷款' },
};
const levelColours: Readonly<Record<SightLevel, string>> = {
  own: '#ffffff',
  none: '#eef0f2',
  negative: parts.light,
  'full-without-balances': '#6a8496',
  full: parts.dark,
};

/** Reader by contributor under each institution: the information set, drawn. */
export const whoSeesWhat: Chart = {
  id: 'who-sees-what',
  title,
  draw(inputs) {
    const table = sights(inputs);
    if (table.length === 0)
      return lacks(
        { en: 'table of who sees what', zh: '信息可见表' },
        { en: 'Run the scenario again.', zh: '请重新运行情景。' },
      );
    return {
      table,
      spec: (look, language) => spec(inputs, table, look, language),
      caption: (language) =>
        language === 'zh'
          ? '行为查询方，列为提供方。深色：可见已结清贷款的记录与未结清贷款的余额；其次：仅已结清贷款；浅色：仅见违约；灰色：看不到。“评分”一列表示能否看到机构自己的评分。由各机构的规则得出，并非模拟结果。'
          : 'Rows read, columns contribute. Dark: records of closed loans and balances of open ones are seen; next: closed loans only; light: defaults only; grey: nothing. The column “score” says who sees the institution’s own score. It follows from the rules of each institution, not from a simulation.',
      altText: (language) => altText(inputs, table, language),
    };
  },
};

/** The rows of the table that are what they should be, in the scenario's order of institutions. */
function sights(inputs: ChartInputs): Sight[] {
  const rows = inputs.tables['who-sees-what'] ?? [];
  return inputs.scenario.institutions.flatMap(({ id, label }) =>
    rows.flatMap((row) => {
      const level = sightLevels.find((one) => one === row['level']);
      if (row['institution'] !== id || level === undefined) return [];
      const { reader, contributor } = row;
      return [
        { institution: id, label, reader: String(reader), contributor: String(contributor), level },
      ];
    }),
  );
}

function spec(
  inputs: ChartInputs,
  table: readonly Sight[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const zh = language === 'zh';
  const readers = [...new Set(table.map(({ reader }) => reader))];
  const contributors = [...new Set(table.map(({ contributor }) => contributor))];
  const longest = Math.max(...readers.map((name) => textWidth(name, fontSize)));
  const most = fontSize * 16;
  const panels = panelsByInstitution(inputs.scenario, look, language, {
    axis: zh ? '查询方' : 'Reader',
    side: longest + fontSize * 2.1,
    gap: fontSize * 1.6,
    least: fontSize * 8.5,
    wanted: (wide) => (Math.min(wide, most) * readers.length) / contributors.length,
    below: Math.max(...contributors.map((name) => textWidth(name, fontSize))),
  });
  const width = Math.min(panels.width, most);
  const levels = sightLevels.filter((one) => table.some(({ level }) => level === one));
  const names = levels.map((level) => levelNames[level][language]);
  const shown = table.map((row) => ({ ...row, sees: levelNames[row.level][language] }));
  return {
    ...frame(look, language, title[language], []),
    data: { name: 'sights', values: shown },
    ...panels.layout,
    spec: {
      width,
      height: Math.max(panels.height, Math.round(readers.length * fontSize * 1.15)),
      mark: { type: 'rect', stroke: 'white', strokeWidth: look.line * 1.5 },
      encoding: {
        x: {
          field: 'contributor',
          type: 'nominal',
          scale: { domain: contributors },
          axis: {
            title: zh ? '提供方' : 'Contributor',
            labelAngle: -90,
            labelExpr: zh
              ? `datum.value === '${scoreColumn}' ? '评分' : datum.value`
              : 'datum.value',
            ticks: false,
            domain: false,
          },
        },
        y: {
          field: 'reader',
          type: 'nominal',
          scale: { domain: readers },
          axis: { title: panels.axisTitle, ticks: false, domain: false },
        },
        color: {
          field: 'sees',
          type: 'nominal',
          scale: { domain: names, range: levels.map((level) => levelColours[level]) },
          legend: {
            title: null,
            orient: 'top',
            direction: 'horizontal',
            columns: look.width < fontSize * 50 ? 2 : 5,
            symbolType: 'square',
            symbolStrokeColor: ink.axis,
          },
        },
        opacity: fade,
        tooltip: [
          { field: 'label', title: zh ? '机构' : 'institution' },
          { field: 'reader', title: zh ? '查询方' : 'reader' },
          { field: 'contributor', title: zh ? '提供方' : 'contributor' },
          { field: 'sees', title: zh ? '可见' : 'sees' },
        ],
      },
    },
  };
}

/** Of all pairs of different lenders, how many see everything, defaults, nothing. */
function altText(inputs: ChartInputs, table: readonly Sight[], language: Language): string {
  const zh = language === 'zh';
  const lines = inputs.scenario.institutions.map((one) => {
    const pairs = table.filter(
      ({ institution, level, contributor }) =>
        institution === one.id && level !== 'own' && contributor !== scoreColumn,
    );
    const counts = (['full', 'full-without-balances', 'negative', 'none'] as const).flatMap(
      (level) => {
        const number = pairs.filter((pair) => pair.level === level).length;
        return number === 0 ? [] : [`${levelNames[level][language]} ${number}`];
      },
    );
    return `${nameOf({ institution: one.id, label: one.label }, language)} (${counts.join(', ')})`;
  });
  return paragraph(
    [
      zh
        ? '矩阵，每类机构一幅。不同贷款人之间的成对可见程度计数：'
        : 'Matrices, one an institution. Pairs of different lenders by what the one sees of the other:',
      zh ? `${lines.join('；')}。` : `${lines.join('; ')}.`,
    ],
    language,
  );
}
