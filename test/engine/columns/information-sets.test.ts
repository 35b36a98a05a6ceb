import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it, test } from 'vitest';
import { importsOf, source, texts } from './imports.ts';

/**
 * Who knows what in the engine. A room is a folder, or a file by itself; what it knows is what its files import, the
 * files that these import, and so on, types included: who may name the type of a thing may be handed it.
 *
 * Columns and writers by name; `population`, `draws` and `records` are what people/population, people/draw and
 * files/records hold; `keys` are the functions that make a draw over again from a seed.
 */
const knows: Readonly<Record<string, { reads: string; writes: string }>> = {
  people: {
    reads: 'roll hidden visible terms outcome population draws keys',
    writes: 'roll hidden signals reports outcome',
  },
  lenders: { reads: 'roll visible terms outcome', writes: 'scores terms' },
  files: { reads: 'roll outcome records', writes: 'roll reports' },
  tally: { reads: 'roll hidden visible terms outcome', writes: '' },
};

const rooms = Object.keys(knows);

/** Files that are secrets of their own, by the name that the table gives them. */
const secrets: Readonly<Record<string, string>> = {
  'engine/people/population.ts': 'population',
  'engine/people/draw.ts': 'draws',
  'engine/files/records.ts': 'records',
};

const audiences = ['roll', 'hidden', 'visible', 'terms', 'outcome', 'observed'];

type Texts = ReadonlyMap<string, string>;

/** What a file knows by its own imports: columns, `writes` of writers, secrets. */
function knownBy(name: string, all: Texts): { known: string[]; next: string[] } {
  const known: string[] = [];
  const next: string[] = [];
  if (secrets[name]) known.push(secrets[name]);
  for (const { to, name: what } of importsOf(name, all.get(name) ?? '')) {
    const [, column = ''] = /^engine\/columns\/(\w+)\.ts$/.exec(to) ?? [];
    if (!audiences.includes(column)) {
      if (/^random\/draws\.ts$/.test(to) && /^(deriveKey|createDrawKey|\*)$/.test(what)) {
        known.push('keys');
      }
      next.push(to);
    } else if (what === '*') {
      known.push(column, `writes everything of ${column}`);
    } else if (what.endsWith('Writer')) {
      known.push(`writes ${what.replace(/Writer$/, '')}`);
    } else if (column === 'observed') {
      known.push('roll', 'hidden', 'visible', 'terms', 'outcome');
    } else {
      known.push(column);
    }
  }
  return { known, next };
}

/** What the files of a room know, through whatever they import. */
function knownIn(room: string, all: Texts): { reads: string[]; writes: string[] } {
  const seen = new Set<string>();
  const known = new Set<string>();
  const follow = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const here = knownBy(name, all);
    for (const one of here.known) known.add(one);
    for (const one of here.next) follow(one);
  };
  for (const name of all.keys()) if (name.startsWith(`engine/${room}/`)) follow(name);
  const writes = [...known].filter((one) => one.startsWith('writes ')).map((one) => one.slice(7));
  return { reads: [...known].filter((one) => !one.startsWith('writes ')), writes };
}

const words = (line: string) => line.split(' ').filter((word) => word !== '');
/** A room may read what it writes. */
const columnOf: Readonly<Record<string, string>> = {
  ...{ signals: 'visible', reports: 'visible', scores: 'visible' },
};
const readable = ({ reads, writes }: { reads: string; writes: string }) => [
  ...words(reads),
  ...words(writes).map((writer) => columnOf[writer] ?? writer),
];

describe.each(rooms)('%s', (room) => {
  const table = knows[room];
  const found = knownIn(room, texts);

  it('reads the columns of its information set', () => {
    expect(found.reads.filter((one) => !readable(table).includes(one))).toEqual([]);
  });

  it('writes its own columns', () => {
    expect(found.writes.toSorted()).toEqual(words(table.writes).toSorted());
  });

  it('has nothing in the table that it does not use', () => {
    const used = [...found.reads, ...found.writes.map((writer) => columnOf[writer] ?? writer)];
    expect(words(table.reads).filter((one) => !used.includes(one))).toEqual([]);
  });
});

test('whoever knows columns is in the table, or sees everything by its office', () => {
  const offices = ['engine/quarter.ts', 'engine/worlds/', 'engine/columns/', 'engine/memory/'];
  const others = [...texts.keys()].filter(
    (name) =>
      !rooms.some((room) => name.startsWith(`engine/${room}/`)) &&
      !offices.some((office) => name.startsWith(office)) &&
      importsOf(name, texts.get(name) ?? '').some(
        ({ to, name: what }) => to.startsWith('engine/columns/') && what !== 'ObservedPage',
      ),
  );
  // The least that memory is planned in; no column.
  expect(others).toEqual([]);
});

/** Peeks at what a lender, or who keeps files, must not know, as lines planted in one of its files. */
const peeks: readonly {
  what: string;
  file: string;
  plant: string;
  /** A file that is new, and its text. */
  beside?: readonly [string, string];
  refused: 'import' | 'compiler';
}[] = [
  {
    what: 'a trait',
    file: 'engine/lenders/scorecard.ts',
    plant: `import { hidden } from '../columns/hidden.ts'; export const peek = hidden.traits.character[0];`,
    refused: 'import',
  },
  {
    what: 'a trait, through a file that may know it',
    file: 'engine/lenders/scorecard.ts',
    plant: `import { drawTypes } from '../people/types.ts'; export const peek = drawTypes;`,
    refused: 'import',
  },
  {
    what: 'a trait, through a new file among the columns',
    file: 'engine/lenders/scorecard.ts',
    plant: `import { secret } from '../columns/by-another-name.ts'; export const peek = secret.traits.character[0];`,
    beside: [
      'engine/columns/by-another-name.ts',
      `export { hidden as secret } from './hidden.ts';`,
    ],
    refused: 'import',
  },
  {
    what: 'the true PD, handed over',
    file: 'engine/lenders/quote.ts',
    plant: `import type { ObservedPage } from '../columns/observed.ts'; export const peek = (page: ObservedPage) => page.pd[0];`,
    refused: 'import',
  },
  {
    what: 'the true PD, by a type alone',
    file: 'engine/lenders/quote.ts',
    plant: `export const peek = (page: typeof import('../columns/hidden.ts').hidden) => page.pd[0];`,
    refused: 'import',
  },
  {
    what: 'another lender’s unfurnished record',
    file: 'engine/lenders/learn.ts',
    plant: `import type { Records } from '../files/records.ts'; export const peek = (records: Records) => records.defaults[1][0];`,
    refused: 'import',
  },
  {
    what: 'left-over noise: the capital signal less it is the trait',
    file: 'engine/lenders/features.ts',
    plant: `import { noise } from '../people/draw.ts'; export const peek = (r: number) => visible.capital[r] - 1.2 * noise[r];`,
    refused: 'import',
  },
  {
    what: 'noise drawn over again',
    file: 'engine/lenders/features.ts',
    plant: `import { createDrawKey, deriveKey } from '../../random/draws.ts'; export const peek = [createDrawKey, deriveKey];`,
    refused: 'import',
  },
  {
    what: 'the outcome of a refused loan',
    file: 'engine/lenders/learn.ts',
    plant: `export const peek = outcome.potential[0];`,
    refused: 'compiler',
  },
  {
    what: 'a write into a report',
    file: 'engine/lenders/features.ts',
    plant: `export const peek = () => { visible.sharedDefaults[0] = 0; };`,
    refused: 'compiler',
  },
  {
    what: 'a write into a report, by its writer',
    file: 'engine/lenders/scorecard.ts',
    plant: `import { reportsWriter } from '../columns/visible.ts'; export const peek = () => { reportsWriter.sharedDefaults[0] = 0; };`,
    refused: 'import',
  },
  {
    what: 'a hidden column, on file',
    file: 'engine/files/furnish.ts',
    plant: `import { hidden } from '../columns/hidden.ts'; export const peek = hidden.potential[0];`,
    refused: 'import',
  },
];

const planted = (file: string, plant: string) => `${texts.get(file) ?? ''}\n${plant}\n`;

describe('a peek is refused by what a file may import', () => {
  test.each(peeks.filter((peek) => peek.refused === 'import'))('$what', (peek) => {
    const { file, plant, beside } = peek;
    const room = file.split('/')[1];
    const all = new Map([...texts, [file, planted(file, plant)], ...(beside ? [beside] : [])]);
    const found = knownIn(room, all);
    const allowed = [
      ...readable(knows[room]),
      ...words(knows[room].writes).map((w) => `writes ${w}`),
    ];
    const known = [...found.reads, ...found.writes.map((writer) => `writes ${writer}`)];
    expect(known.filter((one) => !allowed.includes(one))).not.toEqual([]);
  });
});

describe('a peek is refused by the compiler', () => {
  const cases = peeks.filter((peek) => peek.refused === 'compiler');
  const text = new Map(cases.map(({ file, plant }) => [join(source, file), planted(file, plant)]));
  const options: ts.CompilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, allowImportingTsExtensions: true },
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  host.readFile = (name) => text.get(name) ?? readFile(name);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => {
    const changed = text.get(name);
    return changed === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, changed, ts.ScriptTarget.ES2022, true);
  };
  const program = ts.createProgram([...text.keys()], options, host);

  test.each(cases)('$what', ({ file, plant }) => {
    const name = join(source, file);
    const from = (text.get(name) ?? '').length - plant.length - 1;
    const errors = program.getSemanticDiagnostics(program.getSourceFile(name));
    expect(errors.filter(({ start = 0 }) => start >= from).length).toBe(1);
    expect(errors.length).toBe(1);
  });
});
