import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Pages for those who change the program: what they name must be there, or a reader is stuck at the first wrong name. */
const pages = [
  'CONTRIBUTING.md',
  'docs/architecture.md',
  ...names('docs', /^how-to-add-.*\.md$/),
  ...names('docs/decisions', /\.md$/),
];

const rooms = [
  ...['.ci', '.github', 'assets', 'bench', 'docs', 'evidence', 'examples', 'scenarios', 'scripts'],
  ...['src', 'test'],
];
const files = [...names('.', /\.\w+$/), ...rooms.flatMap(filesUnder)];
/** Files, and the folders that hold them. */
const there = new Set(
  files.flatMap((file) => file.split('/').map((_, k, parts) => parts.slice(0, k + 1).join('/'))),
);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

/** The files that a suite of tests chooses from. */
const suites: Record<string, RegExp> = {
  test: /^test\/(?!end-to-end\/).*\.test\.ts$/,
  'end-to-end': /^test\/.*\.test\.ts$/,
  statistics: /^test\/.*\.statistics\.ts$/,
};

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8');
  const lines = [...text.matchAll(/^```sh\n([^]*?)^```/gm)].flatMap(([, block]) =>
    block.split('\n').map((line) => line.replace(/\s+#.*/, '')),
  );
  const spans = [...text.replaceAll(/^```[^]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(
    ([, span]) => span,
  );

  it('names no file that is not there', () => {
    const named = [
      ...spans.filter((span) => /^[.\w/*-]+$/.test(span) && /\/|\w\.(?:ts|mjs|md)$/.test(span)),
      ...[...lines, ...spans].flatMap((line) =>
        line
          .split(/\s+/)
          .filter((word) => word.includes('/') && rooms.includes(word.split('/')[0])),
      ),
    ];
    const missing = named.filter((path) => !isMade(path) && !isThere(path));
    expect(missing, `${page} names files that are not there`).toEqual([]);
  });

  it('names no script that package.json does not have', () => {
    const named = [...lines, ...spans].flatMap((line) =>
      [...line.matchAll(/npm (?:run ([\w:-]+)|(test|start)\b)/g)].map(([, run, own]) => run ?? own),
    );
    const missing = named.filter((script) => !(script in scripts));
    expect(missing, `${page} names scripts that package.json lacks`).toEqual([]);
  });

  it('names no tests that its command would not find', () => {
    const missing = [...lines, ...spans].filter((line) => {
      const [, suite, rest] = /npm (?:run )?([\w:-]+) -- (.*)/.exec(line) ?? [];
      const suited = files.filter((file) => suites[suite ?? '']?.test(file));
      const chosen = (rest ?? '').split(/\s+/).filter((word) => word.startsWith('test/'));
      const without = chosen.some((word) => !suited.some((file) => file.includes(word)));
      const [, title] = /-t "([^"]+)"/.exec(line) ?? [];
      const from = suited.filter((file) => chosen.some((word) => file.includes(word)));
      return without || (title && !from.some((f) => readFileSync(f, 'utf8').includes(title)));
    });
    expect(missing, `${page} has commands that find no tests`).toEqual([]);
  });
});

/** What a reader or a command makes: nothing to look for. */
function isMade(path: string): boolean {
  return /^(?:dist|output)\//.test(path) || /(?:^|\/)(?:my-|mine\b|best\b|fit\b)/.test(path);
}

/** The whole path, or its end where the page has named the room before: `meanings.ts`, `engine/quarter.ts`, `files/`. */
function isThere(path: string): boolean {
  const plain = path.replace(/^(?:\.\.?\/)+(?!ci)/, '').replace(/\/$/, '');
  if (rooms.includes(plain.split('/')[0]) && plain.includes('/') && !plain.includes('*')) {
    return (
      there.has(plain) || files.some((file) => file.startsWith(plain) && plain.startsWith('test/'))
    );
  }
  // The ending of a kind of file: `.statistics.ts`.
  if (/^\.\w+\.ts$/.test(plain)) return files.some((file) => file.endsWith(plain));
  const start = rooms.includes(plain.split('/')[0]) ? '^' : '(?:^|/)';
  const pattern = new RegExp(`${start}${plain.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);
  return [...there].some((one) => pattern.test(one));
}

function names(folder: string, wanted: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isFile() && wanted.test(one.name))
    .map(({ name }) => (folder === '.' ? name : `${folder}/${name}`));
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? filesUnder(`${folder}/${one.name}`) : [`${folder}/${one.name}`],
  );
}
