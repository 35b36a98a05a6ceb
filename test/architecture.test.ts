import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * Who may import whom: a file sees its own layer and those above it in this list. A path names a file or
 * a folder; the longest one that fits counts, so that single files can be pinned to another layer.
 */
const layers: readonly (readonly string[])[] = [
  ['errors.ts', 'language.ts', 'parameters.ts', 'suggest.ts', 'math', 'random'],
  ['designs'],
  // The contract, apart from the institutions that keep it.
  ['institutions/institution.ts'],
  ['scores'],
  // The paper's score model is data of one and code of the other.
  ['paper', 'sesame'],
  ['institutions'],
  ['engine'],
  ['fico'],
  ['measures'],
  // How a scenario's choice becomes an institution is part of reading scenarios.
  ['scenario', 'institutions/resolve.ts', 'institutions/external.ts'],
  ['experiments'],
  ['charts'],
  ['run'],
  ['score-file'],
  ['report'],
  ['lab'],
  ['commands', 'index.ts'],
  ['cli.ts'],
];

/** The parts that touch files, threads and the terminal. The rest must run in a browser too. */
const shells = [
  ...['cli.ts', 'index.ts', 'commands', 'report', 'run', 'score-file'],
  ...['scenario/load.ts', 'scenario/shipped.ts', 'scenario/module-hash.ts'],
  'institutions/external.ts',
];

/** The parts whose numbers must be the same bits in every engine and browser. */
const model = [
  ...['math', 'random', 'institutions', 'sesame', 'scores', 'fico', 'paper', 'engine', 'measures'],
  ...['experiments', 'designs'],
];

const longestFile = 250;

interface Import {
  readonly from: string;
  /** A file of ours, relative to src/, or a package. */
  readonly to: string;
  readonly isOurs: boolean;
  readonly typeOnly: boolean;
  /** `await import()`: loaded when it is reached. */
  readonly late: boolean;
}

const source = resolve(import.meta.dirname, '../src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'))
  .toSorted();
const parsed = new Map(
  files.map((name) => {
    const text = readFileSync(join(source, name), 'utf8');
    return [name, ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)];
  }),
);
const imports = [...parsed].flatMap(([name, file]) => importsOf(name, file));

function importsOf(from: string, file: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node, typeOnly: boolean, late = false) => {
    if (!ts.isStringLiteralLike(specifier)) return;
    const isOurs = specifier.text.startsWith('.');
    const to = isOurs
      ? relative(source, resolve(source, dirname(from), specifier.text)).replaceAll('\\', '/')
      : specifier.text;
    // A query is the bundler's business: `./worker.ts?worker&inline`.
    found.push({ from, to: to.replace(/\?.*$/, ''), isOurs, typeOnly, late });
  };
  walk(file, (node) => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      if (node.arguments[0]) add(node.arguments[0], false, true);
    }
  });
  return found;
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

const within = (name: string, places: readonly string[]) =>
  places.some((place) => name === place || name.startsWith(`${place}/`));

/** Position in `layers`; −1 for a file that no layer names. */
function layerOf(name: string): number {
  let best = '';
  let found = -1;
  layers.forEach((places, layer) => {
    for (const place of places) {
      if (within(name, [place]) && place.length > best.length) [best, found] = [place, layer];
    }
  });
  return found;
}

describe('imports', () => {
  it('know a layer for every file', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((name) => layerOf(name) < 0)).toEqual([]);
  });

  it('run one way: from a layer to those above it', () => {
    const wrong = imports.filter(({ from, to, isOurs }) => isOurs && layerOf(to) > layerOf(from));
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('never go in a circle between files', () => {
    expect(circles()).toEqual([]);
  });

  it('of a chart are rows, words and statistics, never the model or the disk', () => {
    const allowed = ['charts', 'math', 'paper', 'scores', 'measures/row.ts', 'measures/display.ts'];
    const wrong = imports.filter(
      ({ from, to, isOurs }) =>
        isOurs &&
        within(from, ['charts']) &&
        !within(to, [...allowed, 'errors.ts', 'language.ts', 'suggest.ts']),
    );
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('of the lab stay clear of files, threads and the terminal', () => {
    const wrong = imports.filter(
      ({ from, to, isOurs }) => isOurs && within(from, ['lab']) && within(to, shells),
    );
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it.each(['cli.ts', 'commands/list.ts', 'commands/run.ts'])(
    'of %s are few and small, so that it answers at once',
    (name) => {
      const quick = ['yargs', 'picocolors', 'fastest-levenshtein', 'yaml', 'simple-statistics'];
      const packages = packagesBehind(name).filter((one) => !one.startsWith('node:'));
      expect(packages.filter((one) => !quick.includes(one))).toEqual([]);
    },
  );

  it('of Node’s modules stay in the shells', () => {
    const wrong = imports.filter(({ from, to }) => to.startsWith('node:') && !within(from, shells));
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });
});

/** Packages that are loaded with a file, before it does anything. */
function packagesBehind(name: string, seen = new Set<string>()): string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const now = imports.filter(({ from, typeOnly, late }) => from === name && !typeOnly && !late);
  return now.flatMap(({ to, isOurs }) => (isOurs ? packagesBehind(to, seen) : to));
}

/** Circles of imports that exist when the program runs; each as the file where it was met again. */
function circles(): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const follow = (name: string, trail: readonly string[]): void => {
    if (trail.includes(name)) found.push([...trail.slice(trail.indexOf(name)), name].join(' → '));
    if (done.has(name)) return;
    done.add(name);
    for (const { from, to, isOurs, typeOnly } of imports) {
      if (from === name && isOurs && !typeOnly) follow(to, [...trail, name]);
    }
  };
  for (const name of files) follow(name, []);
  return found;
}

describe('the model', () => {
  const uses = (forbidden: (node: ts.Node) => boolean, places: readonly string[]) => {
    const found: string[] = [];
    for (const [name, file] of parsed) {
      if (!within(name, places)) continue;
      walk(file, (node) => {
        if (!forbidden(node)) return;
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        found.push(`${name}:${line + 1}: ${node.getText()}`);
      });
    }
    return found;
  };
  const isGlobal = (node: ts.Node, names: readonly string[]): boolean =>
    ts.isIdentifier(node) &&
    names.includes(node.text) &&
    !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) &&
    !(ts.isPropertyAssignment(node.parent) && node.parent.name === node) &&
    !(ts.isPropertySignature(node.parent) && node.parent.name === node);

  it('uses no arithmetic that differs between engines', () => {
    const portable = [
      ...['abs', 'ceil', 'floor', 'round', 'trunc', 'sign', 'sqrt', 'min', 'max'],
      ...['imul', 'clz32', 'fround', 'PI', 'SQRT2', 'SQRT1_2', 'LN2', 'E'],
    ];
    const isMath = (node: ts.Node) =>
      ts.isPropertyAccessExpression(node) &&
      node.expression.getText() === 'Math' &&
      !portable.includes(node.name.text);
    const isPower = (node: ts.Node) =>
      node.kind === ts.SyntaxKind.AsteriskAsteriskToken ||
      node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken;
    expect(uses((node) => isMath(node) || isPower(node), model)).toEqual([]);
  });

  it('knows no clock, console, process or network', () => {
    const outside = [
      'Date',
      'console',
      'process',
      'performance',
      'fetch',
      'setTimeout',
      'globalThis',
    ];
    const inside = [...model, 'scenario', 'charts'];
    const found = uses((node) => isGlobal(node, outside), inside);
    expect(found.filter((use) => !within(use.split(':')[0] ?? '', shells))).toEqual([]);
  });

  it('sorts and prints by no language of the machine', () => {
    const local = ['localeCompare', 'toLocaleString', 'Intl'];
    const found = uses((node) => ts.isIdentifier(node) && local.includes(node.text), model);
    expect(found).toEqual([]);
  });
});

it(`no file is longer than ${longestFile} lines`, () => {
  const lines = (name: string) => parsed.get(name)?.getLineStarts().length ?? 0;
  expect(files.filter((name) => lines(name) - 1 > longestFile)).toEqual([]);
});
