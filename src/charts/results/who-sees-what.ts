import { institutionTip, tip } from '../kit/words.ts';
import type { TopLevelSpec } from 'vega-lite';
import type { Chart, ChartInputs, PlotEncoding, PlotLayer } from '../chart.ts';
import { fade, frame } from '../kit/frame.ts';
import { lacks, runAgain } from '../kit/select.ts';
import { panelsByInstitution } from '../kit/small-multiples.ts';
import { textWidth } from '../kit/text.ts';
import {
  dependsOnMore,
  levelNames,
  scoreColumn,
  sightLevels,
  sights,
  sightsAltText,
  sightsTitle,
  type SightRow,
  type SightLevel,
} from './sights.ts';
import { lenderName } from '../../lender-names.ts';
import { accent, ink, parts, type Theme } from '../theme.ts';
import { inWords, type Language } from '../../language.ts';

const title = { en: 'Who sees whose records', zh: '谁能看到谁的记录' };

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
  ofRules: true,
  draw(inputs) {
    const table = sights(inputs);
    if (table.length === 0)
      return lacks({ en: 'table of who sees what', zh: '信息可见表' }, runAgain);
    return {
      table,
      spec: (look, language) => spec(inputs, table, look, language),
      caption: (language) =>
        inWords(language, {
          en: 'Rows read, columns contribute. Dark: records of closed loans and balances of open ones are seen; next: closed loans only; light: defaults only; grey: nothing. A dot in the column “score” says who sees the institution’s own score. It follows from the rules of each institution, not from a simulation.',
          zh: '行为查询方，列为提供方。深色：可见已结清贷款的记录与未结清贷款的余额；其次：仅已结清贷款；浅色：仅见违约；灰色：看不到。“评分”一列的圆点表示能看到征信模式自己的评分。由各征信模式的规则得出，并非模拟结果。',
        }),
      altText: (language) => sightsAltText(inputs, table, language),
    };
  },
};

/** Three strokes across a cell. */
const hatch = 'M-0.5,0L0,-0.5M-0.5,0.5L0.5,-0.5M0,0.5L0.5,0';

function spec(
  inputs: ChartInputs,
  table: readonly SightRow[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const nameIn = (id: string) =>
    id === scoreColumn ? inWords(language, { en: 'score', zh: '评分' }) : lenderName(id, language);
  const readers = [...new Set(table.map(({ reader }) => nameIn(reader)))];
  const contributors = [...new Set(table.map(({ contributor }) => nameIn(contributor)))];
  const longest = Math.max(...readers.map((name) => textWidth(name, fontSize)));
  const most = fontSize * 16;
  const panels = panelsByInstitution(inputs.scenario, look, language, {
    axis: inWords(language, { en: 'Reader', zh: '查询方' }),
    side: longest + fontSize * 2.1,
    gap: fontSize * 1.6,
    least: fontSize * 8.5,
    wanted: (wide) => (Math.min(wide, most) * readers.length) / contributors.length,
    below: Math.max(...contributors.map((name) => textWidth(name, fontSize))),
  });
  const width = Math.min(panels.width, most);
  const height = Math.max(panels.height, Math.round(readers.length * fontSize * 1.15));
  const shown = table.map((row) => ({
    ...row,
    reader: nameIn(row.reader),
    contributor: nameIn(row.contributor),
    isScore: row.contributor === scoreColumn,
    sees: levelNames[row.level][language],
  }));
  const cellSide = Math.min(width / contributors.length, height / readers.length);
  const x = {
    field: 'contributor',
    type: 'nominal',
    scale: { domain: contributors },
    axis: {
      title: inWords(language, { en: 'Contributor', zh: '提供方' }),
      labelAngle: -90,
      ticks: false,
      domain: false,
    },
  } as const;
  const y = {
    field: 'reader',
    type: 'nominal',
    scale: { domain: readers },
    axis: { title: panels.axisTitle, ticks: false, domain: false },
  } as const;
  return {
    ...frame(look, language, sightsTitle(inputs, table, language), [
      noteOn(inputs, table, language),
    ]),
    data: { name: 'sights', values: shown },
    ...panels.layout,
    spec: { width, height, layer: cellLayers({ x, y }, table, cellSide, look, language) },
  };
}

/** How to read the cells. */
function noteOn({ tables }: ChartInputs, table: readonly SightRow[], language: Language): string {
  const isReformed = (tables['reforms'] ?? []).length > 0;
  const some = dependsOnMore(table);
  return inWords(language, {
    en: `Rows read, columns contribute. Hatched: own records; dot: sees the score.${some ? ' Where lenders of one kind differ, it depends on which bureau a lender uses, or whether it takes part.' : ''}${isReformed ? ' A reform as it ends.' : ''}`,
    zh: `行为查询方，列为提供方；斜线为自有记录，圆点为可见评分。${some ? '同类机构所见不同之处，取决于其所用的征信机构或是否参与。' : ''}${isReformed ? '改革以其最后阶段为准。' : ''}`,
  });
}

/** What is seen in colour, own records hatched, and a dot where the score is seen. */
function cellLayers(
  at: Pick<PlotEncoding, 'x' | 'y'>,
  table: readonly SightRow[],
  cellSide: number,
  look: Theme,
  language: Language,
): PlotLayer[] {
  const levels = sightLevels.filter(
    (one) => one !== 'own' && table.some(({ level }) => level === one),
  );
  const names = levels.map((level) => levelNames[level][language]);
  const color = {
    field: 'sees',
    type: 'nominal',
    scale: { domain: names, range: levels.map((level) => levelColours[level]) },
    legend: {
      title: null,
      orient: 'top',
      direction: 'horizontal',
      columns: look.width < look.fontSize * 50 ? 2 : 5,
      symbolType: 'square',
      symbolStrokeColor: ink.axis,
    },
  } as const;
  const tooltip = [
    institutionTip(language),
    tip('reader', { en: 'reader', zh: '查询方' }, language),
    tip('contributor', { en: 'contributor', zh: '提供方' }, language),
    tip('sees', { en: 'sees', zh: '可见' }, language),
  ];
  return [
    {
      transform: [{ filter: "datum.level !== 'own' && !datum.isScore" }],
      mark: { type: 'rect', stroke: 'white', strokeWidth: look.line * 1.5 },
      encoding: { ...at, color, opacity: fade, tooltip },
    },
    {
      transform: [{ filter: "datum.level === 'own'" }],
      mark: {
        type: 'point',
        shape: hatch,
        filled: false,
        size: (cellSide * 0.8) ** 2,
        stroke: ink.axis,
        strokeWidth: look.line * 0.8,
      },
      encoding: { ...at, opacity: fade, tooltip },
    },
    {
      transform: [{ filter: "datum.isScore && datum.level === 'full'" }],
      mark: { type: 'point', filled: true, size: (cellSide * 0.5) ** 2, color: accent },
      encoding: { ...at, opacity: fade, tooltip },
    },
  ];
}
