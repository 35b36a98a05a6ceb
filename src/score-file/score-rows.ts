import { csvLine } from '../text/csv.ts';
import { pointsByDimension, type Explanation, type ScoreModel } from '../scores/index.ts';

/** The columns of a file of scores: score and band, then points that add up to the score. */
export function scoreHeader({ dimensions, parts }: ScoreModel): string {
  return csvLine([
    'id',
    'score',
    'band',
    'base',
    ...dimensions.map(({ id }) => `dimension:${id}`),
    ...parts.map(({ id }) => id),
    'limit',
  ]);
}

/** One borrower: score = base + dimensions + limit = base + parts + limit. */
export function scoreRow(id: string, explanation: Explanation, model: ScoreModel): string {
  const { score, band, base, parts, limit } = explanation;
  const dimensions = pointsByDimension(model, explanation);
  const points = parts.map((part) => part.points);
  return csvLine([id, score, band.id, base, ...dimensions, ...points, limit]);
}

/** A file that can be filled in: the columns and one borrower. */
export function template({ columns }: ScoreModel): string {
  const header = csvLine(['id', ...columns.map(({ id }) => id)]);
  const example = csvLine(['borrower-1', ...columns.map((column) => column.example)]);
  return `${header}\n${example}\n`;
}
