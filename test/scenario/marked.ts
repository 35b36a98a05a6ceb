import { expect } from 'vitest';
import { problemsIn, small } from './in-memory.ts';

/**
 * Each text below has a `‹` before the character that its one problem must point at, in a scenario that
 * is otherwise right.
 */
export async function onlyProblem(marked: string) {
  const before = marked.slice(0, marked.indexOf('‹')).split('\n');
  const problems = await problemsIn(marked.replace('‹', ''));
  expect(problems).toHaveLength(1);
  const [{ file, line, column, message, hint = '' }] = problems;
  expect({ file, line, column }).toEqual({
    file: 'here.yaml',
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
  });
  return `${message}\n${hint}`;
}

/** The small market with one text in the place of another. */
export const replaced = (from: string, to: string) => {
  expect(small).toContain(from);
  return small.replace(from, to);
};
/** The small market with these institutions beside `none`. */
export const lists = (entries: string) => replaced('[none, full-sharing]', `[none, ${entries}]`);
