import type { SummaryRow } from '../measures/index.ts';
import { errorRate } from '../replicates/index.ts';
import type { FactorValue, Scenario } from '../scenario/index.ts';
import type { TextColumn } from '../text/text-table.ts';
import { legend } from './comparison.ts';
import type { Answer } from './contest.ts';
import type { PointStandings } from './ensemble.ts';
import { ensembleAnswers } from './ensemble-answers.ts';
import { headline, headlineColumn, type HeadlineNumber, type Headline } from './headline.ts';

/** A point of a design with what it comes to, in the measures of the headline. */
export interface PointDigest {
  readonly name: string;
  /** Shape (factors). */
  readonly values: readonly FactorValue[];
  /** The requirement that it does not meet: it is left out of every answer. */
  readonly leftOut?: string;
  /** Where the point comes from, of a file that says it. */
  readonly start?: string;
  /** How institutions stand to each other there, of points of a file. */
  readonly standings?: PointStandings;
  /** Institutions whose market lends next to nothing. */
  readonly frozen: readonly string[];
  readonly summary: readonly SummaryRow[];
}

/** Whether a row of a summary is one that digests keep. */
export function isHeadline({ world, measure }: SummaryRow): boolean {
  return headline.some(
    (each) => each.world === world && (each.measure === measure || each.upper === measure),
  );
}

/** A value as a table shows it. */
function valueText(value: FactorValue): string {
  if (typeof value === 'object') return value.join(' ');
  return typeof value === 'number' ? String(Number(value.toPrecision(6))) : String(value);
}

/** Columns: the values of each point, the institution, and the headline's measures, mean ± half of the interval. */
export function pointTable(scenario: Scenario, points: readonly PointDigest[]): TextColumn[] {
  const { institutions, reference, design } = scenario;
  const rows = points.flatMap((point) => institutions.map(({ id }) => ({ point, id })));
  const cells = (text: (row: (typeof rows)[number]) => string) => rows.map(text);
  const isFirst = (id: string) => id === institutions[0]?.id;
  const factors = (design?.factors ?? []).map(({ key }, i): TextColumn => {
    const text = cells(({ point, id }) => (isFirst(id) ? valueText(point.values[i]) : ''));
    return { head: key.split('.'), cells: text, align: 'right' };
  });
  const names: TextColumn = {
    head: ['institution'],
    cells: cells(({ id }) => {
      const label = institutions.find((one) => one.id === id)?.label ?? id;
      return id === reference ? `${label} *` : label;
    }),
    align: 'left',
  };
  const columns = headline.flatMap((each) => {
    const entries = rows.map(({ point, id }): HeadlineNumber => {
      const upper = each.upper === undefined ? undefined : entryOf(point, id, each, each.upper);
      const entry = entryOf(point, id, each, each.measure);
      return upper === undefined ? entry : { ...entry, upper };
    });
    return entries.every(({ value }) => value.n === 0) ? [] : [headlineColumn(each, entries)];
  });
  return [...factors, names, ...columns];
}

const none = { n: 0, mean: NaN, standardError: NaN, low: NaN, high: NaN };

function entryOf(
  point: PointDigest,
  id: string,
  { world }: Headline,
  measure: string,
): HeadlineNumber {
  const row = point.summary.find(
    (one) => one.institution === id && one.world === world && one.measure === measure,
  );
  return { value: row ?? none, alike: row !== undefined && row.adjustedP > errorRate };
}

/** What the reader of the table of points must know. */
export function designLegend(scenario: Scenario, points: readonly PointDigest[]): string[] {
  const lines = legend(
    scenario,
    points.flatMap(({ summary }) => summary),
  );
  const alone =
    'Each point is tested by itself: of many, about one in twenty differs by chance. Curves count all looks.';
  return scenario.replicates < 2 ? lines : [...lines, alone];
}

/** What a design says by itself: how many points count, and who is first in welfare at how many of them. */
export function designAnswers(scenario: Scenario, points: readonly PointDigest[]): Answer[] {
  const { institutions, reference } = scenario;
  const kept = points.filter(({ leftOut }) => leftOut === undefined);
  return [
    { question: 'Which points count?', sentences: counted(points) },
    ...(institutions.length > 1 && kept.length > 0
      ? [
          {
            question: 'Who is first in welfare?',
            sentences: [
              ...institutions.map(({ id, label }) => {
                const first = kept.filter((point) => leaderAt(point) === id).length;
                return `${label}: at ${first} of ${kept.length} points, by its mean over replicates.`;
              }),
            ],
          },
          {
            question: 'How does each compare with the reference in welfare?',
            sentences: institutions
              .filter(({ id }) => id !== reference)
              .map(({ id, label }) => comparedText(label, id, kept)),
          },
        ]
      : []),
    ...ensembleAnswers(scenario, kept),
  ];
}

function counted(points: readonly PointDigest[]): string[] {
  const reasons = new Map<string, number>();
  for (const { leftOut } of points) {
    if (leftOut !== undefined) reasons.set(leftOut, (reasons.get(leftOut) ?? 0) + 1);
  }
  const kept = points.length - [...reasons.values()].reduce((sum, n) => sum + n, 0);
  return [
    kept === points.length
      ? `All ${points.length} points count.`
      : `${kept} of ${points.length} points count; ${points.length - kept} are left out of every answer.`,
    ...[...reasons].map(([reason, n]) => `At ${n}: ${reason}.`),
  ];
}

/** The institution with the highest mean welfare at a point. */
function leaderAt({ summary }: PointDigest): string | undefined {
  const rows = summary.filter(
    ({ world, measure, n }) => world === 'actual' && measure === 'welfare' && n > 0,
  );
  return rows.reduce((best, row) => (row.mean > best.mean ? row : best), rows[0])?.institution;
}

function comparedText(label: string, id: string, points: readonly PointDigest[]): string {
  const rows = points.flatMap(({ summary }) =>
    summary.filter(
      ({ institution, world, measure }) =>
        institution === id && world === 'actual' && measure === 'welfare',
    ),
  );
  const ahead = rows.filter((row) => row.differenceLow > 0).length;
  const behind = rows.filter((row) => row.differenceHigh < 0).length;
  const alike = points.length - ahead - behind;
  return (
    `${label} is ahead at ${ahead} of ${points.length} points, behind at ${behind}, and cannot be told apart at ` +
    `${alike} (paired by seed, 95% at each point).`
  );
}
