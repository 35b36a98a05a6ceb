import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generatedDocs } from '../scripts/docs-content.ts';

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
