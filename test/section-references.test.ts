import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const page = 'docs/model.md';
const headings = [...readFileSync(page, 'utf8').matchAll(/^#{2,3} (?:([\d.]+?)\.? )?(.+)$/gm)];
const numbers = new Set(headings.map(([, number]) => number));
const titles = new Set(headings.map(([, , title]) => title));

/** Where a bare "section 7.3" means the model page and nothing else. */
const ownRooms = ['docs/model.md', 'bench/naive/', 'bench/agreement/'];
const number = String.raw`(?:§§?|sections? )?(\d+(?:\.\d+)?)`;
/** "model.md §8", "docs/model.md, section 9.1", "model.md, 6.5", "model §7.4 and §8", "model.md#12-what-must-hold". */
const ofModel = new RegExp(
  String.raw`model(?: page|\.md)?(?:\)|\x60)?(?:,? (?:§§?|sections? )|\.md, )${number.slice(number.indexOf('('))}(?:(?: and |–|, )${number})?`,
  'gi',
);
const bare = new RegExp(
  String.raw`(?:§§?|sections? )(\d+(?:\.\d+)?)(?:(?: and |–)${number})?`,
  'gi',
);
/** Sentences wrap: a reference may begin on one line and end on the next. */
const unwrapped = (text: string) => text.replaceAll(/\n\s*(?:\*|\/\/|#)?\s*/g, ' ');

function files(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name !== 'node_modules' && name !== 'golden')
    .flatMap((name) => files(join(path, name)))
    .filter((file) => /\.(ts|js|mjs|md|yaml|json)$/.test(file));
}

/** Every reference to a section of the model page: where it stands, and the number or the title that it names. */
function references(): { where: string; wanted: string }[] {
  const roots = ['src', 'docs', 'test', 'bench', 'scripts', 'scenarios', 'examples'];
  return [...roots.flatMap(files), 'README.md', 'CHANGELOG.md'].flatMap((where) => {
    if (where === 'test/section-references.test.ts') return [];
    const text = unwrapped(readFileSync(where, 'utf8'));
    const own = ownRooms.some((room) => where.startsWith(room));
    const found = [...text.matchAll(own ? bare : ofModel)];
    const byTitle = [...text.matchAll(/model\.md, ["“]([^"”]+)["”]/g)];
    return [...found.flatMap((match) => match.slice(1)), ...byTitle.map((match) => match[1])]
      .filter((wanted) => wanted !== undefined)
      .map((wanted) => ({ where, wanted }));
  });
}

describe('references to sections of docs/model.md', () => {
  const all = references();

  test('there are many', () => {
    expect(all.length).toBeGreaterThan(150);
  });

  test('each names a section that exists', () => {
    const lost = all.filter(({ wanted }) => !numbers.has(wanted) && !titles.has(wanted));
    expect(lost).toEqual([]);
  });
});
