import { marks, inWords, type Language } from '../../language.ts';
import { holm } from '../../math/holm.ts';
import { twoSidedP } from '../../math/student-t.ts';
import type { Chart, ChartInputs, Table } from '../chart.ts';
import { frame } from '../kit/frame.ts';
import { lenderName } from '../../lender-names.ts';
import { cell, certainty, interval, lacks, nameInSentence } from '../kit/select.ts';
import { decimal, paragraph } from '../kit/words.ts';
import type { LenderNumber, LenderColumn } from './lender-books-table.ts';
import { lenderPanels } from './lender-panels.ts';

const title = { en: 'What the reform does to each lender', zh: '改革对各贷款机构的影响' };

/** What is drawn of each lender: with the reform less without it. */
const columns: readonly LenderColumn[] = [
  {
    id: 'lender-loans',
    axis: { en: 'Share of all loans, points', zh: '贷款份额，百分点' },
    written: 'points',
  },
  {
    id: 'lender-apr',
    axis: { en: 'APR paid, points', zh: '成交利率（年化），百分点' },
    written: 'points',
  },
  {
    id: 'lender-default',
    axis: { en: 'Default, points of loans', zh: '违约率，贷款的百分点' },
    written: 'points',
  },
  {
    id: 'lender-return',
    axis: { en: 'Profit, points of the amount lent', zh: '利润，占本金的百分点' },
    written: 'points',
  },
];

/** What each lender gains and loses by a reform, at the end of the run. */
export const reformLenders: Chart = {
  id: 'reform-lenders',
  title,
  draw(inputs) {
    const table = entriesOf(inputs);
    if (table.every(({ mean }) => mean === null)) {
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
      spec: (look, language) => ({
        ...frame(look, language, finding(table, language), [
          inWords(language, {
            en: `${title.en}: reform less no reform, ${spanOf(table, language)}.`,
            zh: `${title.zh}：改革减无改革，${spanOf(table, language)}。`,
          }),
        ]),
        ...lenderPanels(inputs.scenario, columns, table, look, language, [
          ...new Set(table.map(({ institution }) => institution)),
        ]),
      }),
      caption: (language) =>
        paragraph(
          [
            inWords(language, {
              en: 'Each lender, reform less no reform, the same people with the same luck, means over quarters of signing: its share of all loans, the APR that it is paid, default over its loans’ lives, realised profit.',
              zh: '各贷款机构，改革减无改革（同样的人、同样的运气），按签约季度的均值：贷款份额、成交利率（年化）、贷款存续期内的违约率、已实现利润。',
            }),
            certainty(inputs, language),
          ],
          language,
        ),
      altText: (language) => altText(table, language),
    };
  },
};

interface ReformEntry extends LenderNumber {
  readonly span: string;
  readonly error: number;
}

/** The long run, or the last phase where a run is too short for one. */
function entriesOf({ scenario, tables }: ChartInputs): ReformEntry[] {
  const effects: Table = tables['reforms'] ?? [];
  const spans = [...new Set(effects.map((row) => String(row['span'])))];
  const span = spans.includes('long-run')
    ? 'long-run'
    : spans.findLast((one) => one.startsWith('phase-'));
  const number = (value: unknown) => (typeof value === 'number' ? cell(value) : null);
  return effects.flatMap((row): ReformEntry[] => {
    const [measure = '', lender] = String(row['measure']).split('@');
    const institution = String(row['reform']);
    const label = scenario.institutions.find(({ id }) => id === institution)?.label;
    if (row['span'] !== span || lender === undefined || label === undefined) return [];
    if (!columns.some(({ id }) => id === measure)) return [];
    return [
      {
        ...{ institution, label, lender, measure, span },
        ...{ mean: number(row['mean']), low: number(row['low']), high: number(row['high']) },
        replicates: Number(row['n']),
        error: typeof row['standardError'] === 'number' ? row['standardError'] : NaN,
      },
    ];
  });
}

function spanOf(table: readonly ReformEntry[], language: Language): string {
  const span = table[0]?.span ?? '';
  if (span === 'long-run')
    return inWords(language, { en: 'the last eight quarters', zh: '末八个季度' });
  const phase = span.replace('phase-', '');
  return inWords(language, { en: `phase ${phase}`, zh: `第 ${phase} 阶段` });
}

/** Whose profit moves for certain, over lenders and reforms, all of which are looked at (Holm). */
function finding(table: readonly ReformEntry[], language: Language): string {
  const profits = table.filter(({ measure, mean }) => measure === 'lender-return' && mean !== null);
  const adjusted = holm(
    profits.map(({ mean, error, replicates }) => twoSidedP((mean ?? NaN) / error, replicates - 1)),
  );
  const moved = profits.filter((_, k) => (adjusted[k] ?? NaN) <= 0.05);
  const more = moved.filter(({ mean }) => (mean ?? 0) > 0);
  const less = moved.filter(({ mean }) => (mean ?? 0) < 0);
  if (more.length + less.length === 0)
    return inWords(language, {
      en: 'No lender’s profit can be told to move',
      zh: '未见任何贷款机构的利润显著变化',
    });
  const [only] = [...more, ...less];
  if (more.length + less.length === 1 && only) {
    const name = lenderName(only.lender, language);
    const [earns, moves] = more.length > 0 ? ['more', '上升'] : ['less', '下降'];
    return inWords(language, {
      en: `${name} earns ${earns} on what it lends; of others it cannot be told`,
      zh: `${name}的利润${moves}，其余未见显著变化`,
    });
  }
  return inWords(language, {
    en: `Lenders’ profit: ${more.length} up, ${less.length} down, of ${profits.length} cases`,
    zh: `${profits.length} 例中 ${more.length} 例贷款机构的利润上升，${less.length} 例下降`,
  });
}

/** Every lender's change in every column, with its interval. */
function altText(table: readonly ReformEntry[], language: Language): string {
  const lines = columns.map(({ id, axis }) => {
    const items = table
      .filter(({ measure }) => measure === id)
      .map((row) => {
        const who = `${lenderName(row.lender, language)}${marks[language].comma}${nameInSentence(row, language)}`;
        return `${who} ${interval(row, (value) => decimal(100 * value, 1))}`;
      });
    return `${axis[language]}${marks[language].colon}${items.join(marks[language].semicolon)}${marks[language].stop}`;
  });
  return paragraph(
    [
      inWords(language, { en: 'Dot plot, one row a lender.', zh: '点图，每家贷款机构一行。' }),
      ...lines,
    ],
    language,
  );
}
