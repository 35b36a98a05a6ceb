import { UserError, type Problem } from '../../errors.ts';
import { didYouMean } from '../../suggest.ts';

/** Which rows of a table are wanted: one word, several, or all where nothing is said. */
export interface Which {
  readonly measure?: string | readonly string[];
  readonly institution?: string | readonly string[];
  readonly world?: string | readonly string[];
}

const keys = ['measure', 'institution', 'world'] as const;

type Named = Readonly<Record<(typeof keys)[number], string>>;

/**
 * The rows that fit.
 *
 * @throws UserError for words that stand in no row, and for what is no object
 */
export function choose<R extends Named>(rows: readonly R[], which: Which = {}): R[] {
  requireObject(which);
  const problems: Problem[] = [];
  for (const key of Object.keys(which).filter((one) => !keys.some((known) => known === one))) {
    const message = `rows are not chosen by "${key}"`;
    problems.push({ message, hint: didYouMean(key, keys), path: [key] });
  }
  const wanted = keys.flatMap((key) => {
    const given = which[key];
    if (given === undefined) return [];
    const words = typeof given === 'string' ? [given] : given;
    const known = [...new Set(rows.map((row) => row[key]))];
    for (const word of words.filter((one) => !known.includes(one))) {
      const message = `there is no ${key} "${word}" in this result`;
      problems.push({ message, hint: didYouMean(word, known), path: [key] });
    }
    return [{ key, words: new Set(words) }];
  });
  if (problems.length > 0) throw new UserError(problems);
  return rows.filter((row) => wanted.every(({ key, words }) => words.has(row[key])));
}

/** From JavaScript anything may come: `summary('default-rate')` would be told about its letters. */
function requireObject(which: unknown): void {
  if (typeof which === 'object' && which !== null && !Array.isArray(which)) return;
  const message = 'which rows are wanted is said by an object';
  const word = typeof which === 'string' ? which : 'welfare';
  const hint = `as in summary({ measure: '${word}' }); its keys: ${keys.join(', ')}`;
  throw new UserError([{ message, hint }]);
}
