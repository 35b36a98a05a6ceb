import { accessSync, constants, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';

const root = new URL('..', import.meta.url);

it('./creditlab works in a clone: its scripts are there, and can be executed', () => {
  const shape = z.object({ bin: z.record(z.string(), z.string()) });
  const { bin } = shape.parse(JSON.parse(readFileSync(new URL('package.json', root), 'utf8')));
  expect(Object.keys(bin)).toEqual(['creditlab']);
  for (const script of [bin['creditlab'], 'creditlab']) {
    expect(() => {
      accessSync(new URL(script, root), constants.X_OK);
    }).not.toThrow();
  }
});

/** What a reader meets: documents, examples, what the program prints and what pages and reports say. */
const read = [
  'README.md',
  'CONTRIBUTING.md',
  'docs',
  'examples',
  'scenarios',
  'assets',
  'src',
  'bench',
  'scripts',
];

it('nothing that is printed or documented makes a reader fetch a stranger’s package', () => {
  const texts = read.flatMap((place) => {
    const path = fileURLToPath(new URL(place, root));
    if (/\.\w+$/.test(place)) return [path];
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
    const known = names.filter((name) => /\.(md|ts|mjs|js|sh|yaml|html|json)$/.test(name));
    return known.filter((name) => !name.includes('node_modules')).map((name) => `${path}/${name}`);
  });
  expect(texts.length).toBeGreaterThan(400);
  const asking = /\bnpx\b|npm (install|i|exec) (-g )?creditlab|bunx|pnpm dlx|yarn dlx/;
  expect(texts.filter((path) => asking.test(readFileSync(path, 'utf8')))).toEqual([]);
});
