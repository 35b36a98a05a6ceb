import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8');

/** The first numbered list of a text that begins with the macro state, one item a line. */
function stepsIn(text: string): string[] {
  const plain = text.replaceAll(/^ \* ?/gm, '');
  const list = plain.slice(plain.indexOf('1. The macro state')).split('\n\n')[0] ?? '';
  return list.split(/\n(?=\d+\. )/).map((item) => item.replaceAll(/\s+/g, ' ').trim());
}

test('the quarter’s order is the same in the code and on the page, word for word', () => {
  const steps = stepsIn(read('src/engine/quarter.ts'));
  expect(steps.length).toBe(12);
  expect(steps).toEqual(stepsIn(read('docs/economy-2.md')));
});
