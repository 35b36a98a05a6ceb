import { sum } from '../../math/statistics.ts';
import { humps } from './latex-text.ts';
import type { ReportTable } from '../tables.ts';

/** Letters that a line of an article holds in the smallest type. */
const lettersOfLine = 84;

/**
 * Columns for a table of words as wide as the text: each has room for its longest piece that cannot break, and the rest
 * goes to those that say most.
 */
export function wordsColumns(columns: ReportTable['columns'], rows: ReportTable['rows']): string {
  const told = columns.map(({ head }, k) => [head, ...rows.map((cells) => cells[k] ?? '')]);
  const least = told.map((texts) => Math.max(...texts.flatMap(pieces).map(lettersOf)) + 1.5);
  const wish = told.map((texts) => Math.sqrt(texts.reduce((all, text) => all + text.length, 0)));
  const free = Math.max(0, lettersOfLine - sum(least));
  const widths = least.map((letters, k) => letters + (free * wish[k]) / sum(wish));
  return columns
    .map(({ numeric }, k) => {
      const share = (widths[k] / sum(widths)).toFixed(3);
      const side = numeric ? '\\raggedleft' : '\\raggedright';
      return `>{${side}\\arraybackslash}p{\\dimexpr${share}\\linewidth-2\\tabcolsep\\relax}`;
    })
    .join('');
}

function pieces(text: string): string[] {
  return text.split(/\s+|(?<=-)/).flatMap((word) => word.split(humps));
}

/** Width in letters; a Chinese one counts for two, but may stand alone. */
function lettersOf(piece: string): number {
  return /\p{Script=Han}/u.test(piece) ? 4 : piece.length;
}
