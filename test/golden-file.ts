import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, inject } from 'vitest';

/**
 * Holds a text to a file of test/golden; `npm test -- test/that.test.ts -u` writes the file anew.
 *
 * @param name of the file in test/golden
 * @throws Error with the command, if there is no such file: nothing is written unasked
 */
export async function expectGolden(text: string, name: string): Promise<void> {
  const file = fileURLToPath(new URL(`golden/${name}`, import.meta.url));
  if (!existsSync(file) && !inject('renewsGoldens')) {
    const test = expect.getState().testPath?.replace(/.*(?=\btest[/\\])/, '');
    throw new Error(
      `test/golden/${name} is missing. Write it with: npm test -- ${test} -u, and look at what it holds`,
    );
  }
  await expect(text).toMatchFileSnapshot(file);
}
