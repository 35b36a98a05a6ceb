import {
  pointsByDimension,
  type Explanation,
  type Lift,
  type Step,
  type ScoreModel,
} from '../scores/index.ts';
import type { TextColumn } from '../text/text-table.ts';

/** One borrower's score as the columns of a small table that adds up from top to bottom. */
export function explanationColumns(model: ScoreModel, explanation: Explanation): TextColumn[] {
  const byDimension = pointsByDimension(model, explanation);
  const rows = [
    ['average borrower', '', String(explanation.base), ''],
    ...explanation.parts.map((part, k) => [
      part.label,
      Number.isNaN(part.standing) ? '' : (part.standing * 100).toFixed(0),
      signed(part.points),
      dimensionCell(model, explanation, byDimension, k),
    ]),
    ...(explanation.limit === 0 ? [] : [['end of the range', '', signed(explanation.limit), '']]),
    ['score', '', String(explanation.score), explanation.band.id],
  ];
  const column = (k: number, head: string, align: 'left' | 'right'): TextColumn => ({
    head: [head],
    cells: rows.map((row) => row[k]),
    align,
  });
  return [
    column(0, 'part', 'left'),
    column(1, standingWord(model), 'right'),
    column(2, 'points', 'right'),
    column(3, 'dimension', 'left'),
  ];
}

/** Sesame's standings are percentiles of a population; those of a credit file are shares of the best there is. */
function standingWord({ columns }: ScoreModel): 'percentile' | 'standing' {
  return columns.some(({ unit }) => unit === 'percentile') ? 'percentile' : 'standing';
}

/** The dimension and its points, beside its first part. */
function dimensionCell(
  model: ScoreModel,
  { parts }: Explanation,
  byDimension: readonly number[],
  k: number,
): string {
  if (k > 0 && parts[k - 1].dimension === parts[k].dimension) return '';
  const at = model.dimensions.findIndex(({ id }) => id === parts[k].dimension);
  return `${model.dimensions[at].label} ${signed(byDimension[at])}`;
}

/** What would lift the borrower to the next band, a sentence a line; of changes that are still open (`stillOpen`). */
export function liftLines(model: ScoreModel, lift: Lift | undefined): string[] {
  if (!lift) return ['This is the highest band.'];
  const { missing, band, alone, together } = lift;
  const line = (step: Step) => stepLine(step, standingWord(model));
  const short = `${missing} points short of ${band.id} (${band.from}).`;
  if (alone.length > 0) {
    return [`${short} Any one of these is enough, all else unchanged:`, ...alone.map(line)];
  }
  if (together.length > 0) {
    return [`${short} No single change is enough; these are together:`, ...together.map(line)];
  }
  return [
    `${short} No change that is still open reaches it: what lies in the past fades with time.`,
  ];
}

function stepLine({ part, points, standing }: Step, word: string): string {
  const to = Math.min(100, Math.ceil(standing * 1000) / 10);
  return `  ${part.label}: from ${word} ${(part.standing * 100).toFixed(1)} to ${to.toFixed(1)} (+${Math.ceil(points)})`;
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points);
}
