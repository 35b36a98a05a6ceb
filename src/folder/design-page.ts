import {
  designAnswers,
  designLegend,
  headline,
  pointTable,
  type PointDigest,
} from '../findings/index.ts';
import type { SummaryRow } from '../measures/index.ts';
import { footLine, type Stamp } from '../charts/index.ts';
import { economyStanding, type Scenario } from '../scenario/index.ts';
import type { Cell } from '../text/csv.ts';
import { programVersion } from './manifest.ts';
import { markdownTable } from '../text/markdown-table.ts';
import { plainMarkdown, plainParagraph } from '../text/markdown.ts';

/** With more factors than this, tables name the point only: points.csv holds the values. */
const mostColumns = 12;

/** Rows that a page for people shows. */
const mostRows = 400;

const measures = headline.flatMap(({ world, measure, upper }) =>
  [measure, ...(upper === undefined ? [] : [upper])].map((id) => ({ world, measure: id })),
);

/** Columns of table.csv: a point and institution a row, values and the headline's measures with their intervals. */
export function tableColumns(keys: readonly string[]): string[] {
  return [
    'point',
    ...(keys.length > mostColumns ? [] : keys),
    'institution',
    'left-out',
    ...measures.flatMap(({ measure }) => [measure, `${measure}-low`, `${measure}-high`]),
    ...['welfare-difference', 'welfare-difference-low', 'welfare-difference-high'],
  ];
}

/** The values of a point as cells. */
export function pointCells({ values }: Pick<PointDigest, 'values'>): Cell[] {
  return values.map((value) => (typeof value === 'object' ? value.join(' ') : value));
}

/** The rows of a point in table.csv. */
export function headlineRows(
  point: PointDigest,
  { institutions }: Scenario,
  factors: number,
): Cell[][] {
  return institutions.map(({ id }) => {
    const rowOf = (world: string, measure: string): SummaryRow | undefined =>
      point.summary.find(
        (row) => row.institution === id && row.world === world && row.measure === measure,
      );
    const welfare = rowOf('actual', 'welfare');
    return [
      point.name,
      ...(factors > mostColumns ? [] : pointCells(point)),
      id,
      point.leftOut ?? '',
      ...measures.flatMap(({ world, measure }) => {
        const row = rowOf(world, measure);
        return [row?.mean ?? NaN, row?.low ?? NaN, row?.high ?? NaN];
      }),
      welfare?.difference ?? NaN,
      welfare?.differenceLow ?? NaN,
      welfare?.differenceHigh ?? NaN,
    ];
  });
}

/** A design as a page: what was varied, which points count, who is first, and the table. */
export function designPage(scenario: Scenario, points: readonly PointDigest[]): string {
  const { title, question, borrowers, quarters, burnIn, replicates, seed, design } = scenario;
  const size = `${borrowers} borrowers, ${quarters} quarters (the first ${burnIn} not counted), ${replicates} replicates`;
  const factors = design?.factors.map(({ key }) => key) ?? [];
  const table = pointTable(scenario, points);
  const few = factors.length > mostColumns ? table.slice(factors.length) : table;
  const rows = points.length * scenario.institutions.length;
  const shown =
    rows > mostRows
      ? [`${rows.toLocaleString('en')} rows are too many for a page; table.csv has them.`]
      : markdownTable(
          few.map(({ head }) => plainMarkdown(head.join(' '))),
          few[0].cells.map((_, i) => few.map(({ cells }) => plainMarkdown(cells[i]))),
          few.map(({ align }) => align === 'right'),
        );
  return [
    `# ${plainMarkdown(title)}`,
    '',
    plainParagraph(question),
    '',
    `${points.length} points of ${factors.length} values (${named(factors)}); ${size} each, seed "${seed}". All points ` +
      'and all institutions meet the same people with the same luck.',
    '',
    ...designAnswers(scenario, points).flatMap((answer) => [
      `## ${plainMarkdown(answer.question)}`,
      '',
      ...answer.sentences.map(plainParagraph),
      '',
    ]),
    '## Points',
    '',
    ...shown,
    '',
    ...(rows > mostRows ? [] : designLegend(scenario, points)).flatMap((line) => [
      plainParagraph(line),
      '',
    ]),
    footLine(stampOf(scenario, points.length), 'en'),
    '',
  ].join('\n');
}

/** What stands under the table of points: the foot of every figure and table. */
function stampOf(scenario: Scenario, points: number): Stamp {
  const { id, replicates } = scenario;
  const economy = economyStanding(scenario);
  const program = `creditlab ${programVersion()}`;
  return { kind: 'simulated', program, scenario: id, replicates, points, economy };
}

function named(keys: readonly string[]): string {
  return keys.length > mostColumns ? 'points.csv names them' : keys.join(', ');
}
