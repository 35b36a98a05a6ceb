import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8');

/** The numbered list that follows these words, one item a line. */
function stepsIn(text: string): string[] {
  const from = text.indexOf('What happens, in this order:');
  expect(from).toBeGreaterThan(0);
  const plain = text.slice(from).replaceAll(/^ \* ?/gm, '');
  const list = plain.split('\n\n')[1] ?? '';
  return list.split(/\n(?=\d+\. )/).map((item) => item.replaceAll(/\s+/g, ' ').trim());
}

const code = read('src/engine/quarter.ts');

test('the quarter’s order is the same in the code and in docs/model.md, word for word', () => {
  expect(stepsIn(code)).toEqual(stepsIn(read('docs/model.md')));
  expect(stepsIn(code).length).toBe(11);
});

test('the code numbers its steps as its list does, in order', () => {
  const body = code.slice(code.indexOf('function open('));
  const numbers = [...body.matchAll(/^ {2}\/\/ (\d+)\. /gm)].map(([, number]) => Number(number));
  expect(numbers).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});
