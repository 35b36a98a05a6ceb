import { pointsByDimension, type Explanation, type ScoreModel } from '../scores/index.ts';

/** The columns of a file of scores: score and band, then points that add up to the score. */
export function scoreHeader({ dimensions, parts }: ScoreModel): string {
  return [
    'id',
    'score',
    'band',
    'base',
    ...dimensions.map(({ id }) => `dimension:${id}`),
    ...parts.map(({ id }) => id),
    'limit',
  ].join(',');
}

/** One borrower: score = base + dimensions + limit = base + parts + limit. */
export function scoreRow(id: string, explanation: Explanation, model: ScoreModel): string {
  const { score, band, base, parts, limit } = explanation;
  const dimensions = pointsByDimension(model, explanation).join(',');
  const points = parts.map((part) => part.points).join(',');
  return `${quoted(id)},${score},${band.id},${base},${dimensions},${points},${limit}`;
}

/** A file that can be filled in: the columns and one borrower. */
export function template({ columns }: ScoreModel): string {
  const header = ['id', ...columns.map(({ id }) => id)].join(',');
  const example = ['borrower-1', ...columns.map((column) => column.example)].join(',');
  return `${header}\n${example}\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
