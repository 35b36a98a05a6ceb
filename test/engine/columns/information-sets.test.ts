import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it, test } from 'vitest';
import { source, texts } from './imports.ts';
import { knownIn, knowsColumns } from './knowledge.ts';

/**
 * Who knows what in the engine: rooms × columns (docs/model.md, section 4). A room is a folder; what it reads is what its
 * files import, followed through whatever they import; what it writes are the writers that it imports itself.
 *
 * `stakes`, `signals`, `reports` are parts of `hidden` and `visible` that have writers of their own. Beside columns: the loan
 * `book`, `motives` and what the `quarter` does to loans (loans/book.ts), the `trial` of contracts, what offers are worth
 * (`surplus`), `population`, `records`, nature's `draws`, and the `keys` with which a draw can be made over again.
 */
const everything =
  'book draws hidden keys lesson loanSums motives outcome population quarter records roll surplus terms trial visible';
const knows: Readonly<Record<string, { reads: string; writes: string }>> = {
  lenders: { reads: 'lesson roll visible', writes: '' },
  files: { reads: 'book records roll visible', writes: 'reports roll' },
  competition: { reads: 'keys roll terms visible', writes: 'terms' },
  people: {
    reads: 'draws hidden keys population records roll visible',
    writes: 'hidden reports roll signals',
  },
  loans: {
    reads:
      'book draws hidden keys lesson loanSums motives outcome quarter roll terms trial visible',
    writes: 'lesson loanSums outcome roll terms',
  },
  stake: {
    reads: 'book hidden keys motives outcome quarter records roll surplus terms visible',
    writes: 'roll stakes',
  },
  worlds: { reads: everything, writes: 'outcome stakes terms' },
  tally: {
    reads:
      'book hidden loanSums motives outcome population quarter roll surplus terms trial visible',
    writes: '',
  },
  // Who is told, and whose records an act strikes.
  phases: { reads: 'draws hidden keys population records roll', writes: '' },
  // An observer may ask what more collateral would do.
  observe: { reads: everything, writes: 'signals' },
};

/** Files beside the rooms that know columns by their office: they hand each stage its part. */
const offices = [
  ...['engine/quarter.ts', 'engine/state.ts', 'engine/world-state.ts', 'engine/world-memory.ts'],
  ...[
    'engine/parts.ts',

    'engine/draws.ts',
    'engine/macro.ts',
    'engine/lots/record-errors.ts',
  ],
];

const rooms = Object.keys(knows);
const words = (line: string) => line.split(' ').filter((word) => word !== '');

describe.each(rooms)('%s', (room) => {
  const found = knownIn(room, texts);
  const { reads, writes } = knows[room];

  it('reads its information set, all of it and nothing else', () => {
    expect(found.reads).toEqual(words(reads));
  });

  it('writes its own columns', () => {
    expect(found.writes).toEqual(words(writes));
  });
});

test('whoever knows columns is in the table, or knows them by its office', () => {
  const others = [...texts.keys()].filter(
    (name) =>
      name.startsWith('engine/') &&
      !rooms.some((room) => name.startsWith(`engine/${room}/`)) &&
      !name.startsWith('engine/columns/') &&
      knowsColumns(name, texts),
  );
  expect(others.toSorted()).toEqual(offices.toSorted());
});

/** A peek at what a room must not know, as a line planted in one of its files. */
interface Peek {
  readonly what: string;
  readonly file: string;
  readonly plant: string;
  /** A file that is new, and its text. */
  readonly beside?: readonly [string, string];
}

const refusedByImport: readonly Peek[] = [
  {
    what: 'a trait',
    file: 'engine/lenders/price-by-card.ts',
    plant: `import { hidden } from '../columns/hidden.ts'; export const peek = hidden.capacity[0];`,
  },
  {
    what: 'a trait, through a file that may know it',
    file: 'engine/lenders/score-files.ts',
    plant: `import { stepPeople } from '../people/step.ts'; export const peek = stepPeople;`,
  },
  {
    what: 'a trait, through a new file among the columns',
    file: 'engine/lenders/score-files.ts',
    plant: `import { secret } from '../columns/by-another-name.ts'; export const peek = secret.capacity[0];`,
    beside: [
      'engine/columns/by-another-name.ts',
      `export { hidden as secret } from './hidden.ts';`,
    ],
  },
  {
    what: 'a trait, by the type of who it is of',
    file: 'engine/lenders/plan.ts',
    plant: `import type { Population } from '../people/population.ts'; export const peek = (people: Population) => people.character[0];`,
  },
  {
    what: 'the true PD, handed over',
    file: 'engine/lenders/price-by-card.ts',
    plant: `import type { Observed } from '../observe/observer.ts'; export const peek = (seen: Observed) => seen.outcome.pd[0];`,
  },
  {
    what: 'the true PD, by a type alone',
    file: 'engine/lenders/price-by-card.ts',
    plant: `export const peek = (page: typeof import('../columns/outcome.ts').outcome) => page.pd[0];`,
  },
  {
    what: 'another lender’s unfurnished record',
    file: 'engine/lenders/learn.ts',
    plant: `import type { Records } from '../files/records.ts'; export const peek = (records: Records) => records.defaults[1][0];`,
  },
  {
    what: 'how another lender’s open loan goes',
    file: 'engine/lenders/learning-sums.ts',
    plant: `import type { LoanBook } from '../loans/book.ts'; export const peek = (book: LoanBook) => book.status[0];`,
  },
  {
    what: 'left-over noise: the capital signal less it is the trait',
    file: 'engine/lenders/features.ts',
    plant: `import { noise } from '../people/footprint.ts'; export const peek = noise[0];`,
  },
  {
    what: 'noise drawn over again',
    file: 'engine/lenders/features.ts',
    plant: `import { createDrawKey, deriveKey } from '../../random/draws.ts'; export const peek = [createDrawKey, deriveKey];`,
  },
  {
    what: 'noise drawn over again, by the page',
    file: 'engine/lenders/features.ts',
    plant: `import { drawNormals } from '../draws.ts'; export const peek = drawNormals;`,
  },
  {
    what: 'the outcome of a refused loan',
    file: 'engine/lenders/learn.ts',
    plant: `import { outcome } from '../columns/outcome.ts'; export const peek = outcome.pd[0];`,
  },
  {
    what: 'why a borrower refuses',
    file: 'engine/lenders/learn.ts',
    plant: `import type { Motives } from '../loans/book.ts'; export const peek = (motives: Motives) => motives.use[0];`,
  },
  {
    what: 'a write into a report, by its writer',
    file: 'engine/lenders/score-files.ts',
    plant: `import { reportsWriter } from '../columns/visible.ts'; export const peek = () => { reportsWriter.sharedDefaults[0] = 0; };`,
  },
  {
    what: 'a hidden column, on file',
    file: 'engine/files/furnish.ts',
    plant: `import { hidden } from '../columns/hidden.ts'; export const peek = hidden.capacity[0];`,
  },
  {
    what: 'noise drawn over again, on file',
    file: 'engine/files/furnish.ts',
    plant: `import { deriveKey } from '../../random/draws.ts'; export const peek = deriveKey;`,
  },
  {
    what: 'a trait, by another name of a file that it may import',
    file: 'engine/lenders/learning-sums.ts',
    plant: `import { more } from '../columns/lesson.ts'; export const peek = more.capacity[0];`,
    beside: [
      'engine/columns/lesson.ts',
      `${texts.get('engine/columns/lesson.ts') ?? ''}
export { hidden as more } from './hidden.ts';`,
    ],
  },
  {
    what: 'a trait, among a reader’s columns',
    file: 'engine/lenders/learn.ts',
    plant: `import { roll } from '../columns/roll.ts'; export const peek = roll.n;`,
    beside: [
      'engine/columns/roll.ts',
      `${texts.get('engine/columns/roll.ts') ?? ''}
import { hidden } from './hidden.ts'; export const also = hidden.capacity;`,
    ],
  },
  {
    what: 'a write into a report, by a file among the columns',
    file: 'engine/lenders/score-files.ts',
    plant: `import { pen } from '../columns/pens.ts'; export const peek = () => { pen.sharedDefaults[0] = 0; };`,
    beside: ['engine/columns/pens.ts', `export { reportsWriter as pen } from './visible.ts';`],
  },
  {
    what: 'noise, by what keys are made of',
    file: 'engine/lenders/features.ts',
    plant: `import { threefry } from '../../random/threefry.ts'; export const peek = threefry;`,
  },
  {
    what: 'noise, by a key that lots pass on',
    file: 'engine/files/furnish.ts',
    plant: `import { make } from '../lots/record-errors.ts'; export const peek = make;`,
    beside: [
      'engine/lots/record-errors.ts',
      `${texts.get('engine/lots/record-errors.ts') ?? ''}
export { deriveKey as make } from '../../random/draws.ts';`,
    ],
  },
  {
    what: 'a trait that lots pass on',
    file: 'engine/files/furnish.ts',
    plant: `import { secret } from '../lots/record-errors.ts'; export const peek = secret;`,
    beside: [
      'engine/lots/record-errors.ts',
      `${texts.get('engine/lots/record-errors.ts') ?? ''}
export { hidden as secret } from '../columns/hidden.ts';`,
    ],
  },
  {
    what: 'a trait, by the type of the state of the market',
    file: 'engine/files/scores.ts',
    plant: `import type { MarketState } from '../state.ts'; export const peek = (state: MarketState) => state.people.character[0];`,
  },
  {
    what: 'the true PD, where lenders compete',
    file: 'engine/competition/refuse.ts',
    plant: `import * as all from '../columns/outcome.ts'; export const peek = all.outcome.pd[0];`,
  },
  {
    what: 'a report, where lenders compete, by its writer',
    file: 'engine/competition/refuse.ts',
    plant: `import { reportsWriter } from '../columns/visible.ts'; export const peek = () => { reportsWriter.score[0] = 0; };`,
  },
  {
    what: 'records, where lenders compete',
    file: 'engine/competition/refuse.ts',
    plant: `export const peek = (all: import('../files/records.ts').Records) => all.defaults;`,
  },
  {
    what: 'a loan that goes on, by a module asked for later',
    file: 'engine/lenders/learn.ts',
    plant: `export const peek = async () => (await import('../columns/outcome.ts')).outcome.pd[0];`,
  },
  {
    what: 'how the population is tallied, from a lender',
    file: 'engine/lenders/solve.ts',
    plant: `export { tally as peek } from '../tally/tally.ts';`,
  },
];

const refusedByCompiler: readonly Peek[] = [
  {
    what: 'a write into a report',
    file: 'engine/lenders/score-files.ts',
    plant: `export const peek = () => { visible.sharedDefaults[0] = 0; };`,
  },
  {
    what: 'a report wiped out',
    file: 'engine/lenders/price-by-card.ts',
    plant: `export const peek = () => visible.balances.fill(0);`,
  },
  {
    what: 'the outcome of a refused loan, in the lesson',
    file: 'engine/lenders/learning-sums.ts',
    plant: `export const peek = () => lesson.refused[0];`,
  },
  {
    what: 'a write into what was learnt from',
    file: 'engine/lenders/learning-sums.ts',
    plant: `export const peek = () => { lesson.defaulted[0] = 0; };`,
  },
];

const planted = ({ file, plant }: Peek) => `${texts.get(file) ?? ''}\n${plant}\n`;

describe('a peek is refused by what a file may import', () => {
  test.each(refusedByImport)('$what', (peek) => {
    const { file, beside } = peek;
    const room = file.split('/')[1];
    const all = new Map([...texts, [file, planted(peek)], ...(beside ? [beside] : [])]);
    const found = knownIn(room, all);
    const news = [
      ...found.reads.filter((one) => !words(knows[room].reads).includes(one)),
      ...found.writes.filter((one) => !words(knows[room].writes).includes(one)),
    ];
    expect(news).not.toEqual([]);
  });
});

describe('a peek is refused by the compiler', () => {
  const changed = new Map<string, string>();
  for (const peek of refusedByCompiler) {
    const name = join(source, peek.file);
    changed.set(name, `${changed.get(name) ?? texts.get(peek.file) ?? ''}\n${peek.plant}\n`);
  }
  // Two peeks in a file would have one name.
  for (const [name, text] of changed) {
    let k = 0;
    changed.set(
      name,
      text.replaceAll('const peek =', () => `const peek${k++} =`),
    );
  }
  const options: ts.CompilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, allowImportingTsExtensions: true },
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => {
    const text = changed.get(name);
    return text === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  };
  const program = ts.createProgram([...changed.keys()], options, host);

  test.each(refusedByCompiler)('$what', ({ file, plant }) => {
    const name = join(source, file);
    const body = plant.replace('export const peek =', '');
    const at = (changed.get(name) ?? '').indexOf(body);
    expect(at).toBeGreaterThan(0);
    const errors = program.getSemanticDiagnostics(program.getSourceFile(name));
    const here = errors.filter(({ start = 0 }) => start >= at && start < at + body.length);
    expect(here).toHaveLength(1);
    const peeks = refusedByCompiler.filter((one) => one.file === file);
    expect(errors).toHaveLength(peeks.length);
  });
});
