import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { alone } from '../vitest.config.ts';

const root = new URL('../', import.meta.url);
/** What takes a user's module into the thread that asks. */
const takesModules = /from '[^']*\/(load-here|fact-here|bench\/pieces\/index)\.ts'/;

it('a test that takes a user’s module into its own thread has the thread to itself', () => {
  const tests = readdirSync(new URL('test/', root), { recursive: true, encoding: 'utf8' })
    .map((path) => `test/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.test.ts'));
  const taking = tests.filter((path) =>
    takesModules.test(readFileSync(new URL(path, root), 'utf8')),
  );
  expect(taking.toSorted()).toEqual(
    alone.filter((path) => !path.startsWith('test/engine') && !path.startsWith('test/measures')),
  );
});
