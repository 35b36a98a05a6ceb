import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../run/fixture.ts';

/** What an example prints, as its first lines say that it is called. */
function printed(name: string, ...words: string[]): string {
  const file = fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
  return execFileSync(process.execPath, [file, ...words], { encoding: 'utf8' });
}

it('a sweep by hand draws its chart', () => {
  const chart = join(temporaryFolder(), 'sweep.svg');
  expect(printed('sweep.mjs', '300', chart)).toContain('quarters');
  expect(readFileSync(chart, 'utf8')).toMatch(/^<svg.*quarters that a default is remembered/s);
});

it('an institution in code is compared with those that ship', () => {
  expect(printed('own-institution.mjs')).toContain('Forgetful black list');
});
