import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generatedDocs } from '../scripts/docs-content.ts';
import { economyParameters, lenderParameters } from '../src/engine/parameters.ts';

const pages = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  ...['docs', 'docs/decisions'].flatMap((folder) =>
    readdirSync(folder)
      .filter((f) => f.endsWith('.md'))
      .map((f) => `${folder}/${f}`),
  ),
];

describe('documentation', () => {
  test('generated tables and findings are current (npm run docs)', async () => {
    for (const [path, text] of await generatedDocs((page) => readFileSync(page, 'utf8'))) {
      expect(readFileSync(path, 'utf8'), path).toBe(text);
    }
  });

  test('docs/model.md, section 13, names every number of the economy', () => {
    const page = readFileSync('docs/model.md', 'utf8');
    const table = page.slice(page.indexOf('\n## 13. '), page.indexOf('\n## 14. '));
    const tables = { ...economyParameters, lenders: lenderParameters };
    const unnamed = Object.entries(tables).flatMap(([group, numbers]) =>
      Object.keys(numbers)
        .filter((name) => !new RegExp(`\\b${name}\\b`).test(table))
        .map((name) => `${group}.${name}`),
    );
    expect(unnamed).toEqual([]);
  });

  test('links lead somewhere', () => {
    for (const page of pages) {
      for (const [, target] of readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^[a-z]+:/.test(target)) continue;
        const [path, anchor] = target.split('#');
        const file = path === '' ? page : join(dirname(page), path);
        expect(existsSync(file), `${page} → ${target}`).toBe(true);
        if (!anchor) continue;
        const anchors = [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
          title
            .toLowerCase()
            .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
            .replaceAll(' ', '-'),
        );
        expect(anchors, `${page} → ${target}`).toContain(anchor);
      }
    }
  });
});
