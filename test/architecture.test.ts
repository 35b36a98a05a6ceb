import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { languages } from '../src/language.ts';
import {
  contract,
  doors,
  doorsOf,
  folders,
  heavy,
  layerOf,
  model,
  parentsOf,
  roomOf,
  shells,
  within,
} from './house.ts';
import { circlesOf, files, imports, packagesBehind, parsed, walk } from './source-imports.ts';

const longestFile = 250;
const mostFiles = 24;

/** An import that must not be part of a circle. */
const asked = ({ isOurs }: (typeof imports)[number]) => isOurs;

describe('imports', () => {
  it('know a layer for every file', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((name) => layerOf(name) < 0)).toEqual([]);
  });

  it('run one way: from a layer to those above it', () => {
    const wrong = imports.filter(({ from, to, isOurs }) => isOurs && layerOf(to) > layerOf(from));
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('never go in a circle between files, types included', () => {
    const edges = imports.filter(asked).map(({ from, to }) => [from, to] as const);
    expect(circlesOf(files, edges)).toEqual([]);
  });

  it('never go in a circle between the files and folders of a folder, types included', () => {
    const found = ['', ...folders].flatMap((folder) => {
      const start = folder === '' ? 0 : folder.length + 1;
      const isInside = (name: string) => folder === '' || name.startsWith(`${folder}/`);
      const entryOf = (name: string) =>
        contract.includes(name) ? name : name.slice(0, `${name}/`.indexOf('/', start));
      const edges = imports
        .filter((one) => asked(one) && isInside(one.from) && isInside(one.to))
        .map(({ from, to }) => [entryOf(from), entryOf(to)] as const)
        .filter(([from, to]) => from !== to);
      return circlesOf([...new Set(edges.flat())], edges);
    });
    expect(found).toEqual([]);
  });

  it('of a chart are rows, words and statistics, never the model or the disk', () => {
    // The tests behind a title are those of the verdict.
    const statistics = ['math', 'replicates'];
    const words = ['errors.ts', 'language.ts', 'suggest.ts'];
    const allowed = ['charts', 'paper', 'scores', ...statistics, ...words];
    const wrong = imports.filter(
      ({ from, to, isOurs, typeOnly, names }) =>
        isOurs &&
        within(from, ['charts']) &&
        !within(to, [...allowed, 'institution-names.ts', 'lender-names.ts']) &&
        // What a table is, is said where tables are written.
        !(typeOnly && to === 'text/csv.ts') &&
        // Of measures the types of rows and the dictionary, of institutions the type of their ids.
        !((typeOnly || names.includes('resultDictionary')) && to === 'measures/index.ts') &&
        !(typeOnly && within(to, ['institutions']) && names.join(',') === 'InstitutionId'),
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

it('languages are told apart by tables alone, so that a new one is missed by the compiler and not by a reader', () => {
  const isLanguage = (node: ts.Node) =>
    ts.isStringLiteral(node) && languages.some((language) => language === node.text);
  const compared: string[] = [];
  for (const [name, file] of parsed) {
    if (name === 'language.ts') continue;
    walk(file, (node) => {
      const isCase = ts.isCaseClause(node) && isLanguage(node.expression);
      const isTold =
        ts.isBinaryExpression(node) &&
        /^[!=]==?$/.test(node.operatorToken.getText()) &&
        (isLanguage(node.left) || isLanguage(node.right));
      if (isCase || isTold) compared.push(`${name}: ${node.getText()}`);
    });
  }
  expect(compared).toEqual([]);
});

it(`no file is longer than ${longestFile} lines: of the program, its tests, scripts and benchmarks`, () => {
  const lines = (path: string) => readFileSync(path, 'utf8').split('\n').length - 1;
  const long = ['src', 'test', 'scripts', 'bench']
    .flatMap((room) =>
      readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name}`),
    )
    .filter((path) => /\.(tsx?|m?js)$/.test(path) && lines(path) > longestFile);
  expect(long).toEqual([]);
});

describe('a folder', () => {
  it('holds no more than a page of files', () => {
    const count = (folder: string) =>
      files.filter((name) => parentsOf(name).at(-1) === folder).length;
    const large = folders.filter((one) => count(one) > mostFiles);
    expect(large.map((folder) => `${folder}: ${count(folder)}`)).toEqual([]);
  });

  it('is entered by its doors', () => {
    const wrong = imports.filter(
      ({ from, to, isOurs }) => isOurs && roomOf(from) !== roomOf(to) && !doorsOf(to).includes(to),
    );
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('has no door that is not used', () => {
    const unused = Object.entries(doors).flatMap(([room, entrances]) =>
      entrances
        .map((entrance) => `${room}/${entrance}`)
        .filter((door) => !imports.some(({ from, to }) => to === door && roomOf(from) !== room)),
    );
    expect(unused).toEqual([]);
  });

  it('names at its door what it exports, none of it for nobody', () => {
    const front = files.filter((name) => /(^|\/)index\.ts$/.test(name));
    const stars = imports.filter(({ from, isStar }) => front.includes(from) && isStar);
    expect(stars.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
    const unwanted = front
      .filter((name) => name !== 'index.ts')
      .flatMap((door) => {
        const taken = new Set(imports.flatMap(({ to, names }) => (to === door ? names : [])));
        const named = imports.flatMap(({ from, names }) => (from === door ? names : []));
        return named.filter((name) => !taken.has(name)).map((name) => `${door}: ${name}`);
      });
    expect(unwanted).toEqual([]);
  });

  it('loads nothing heavy at its front door, and has side doors only for what is heavy or a list', () => {
    const isHeavy = (name: string) => packagesBehind(name).some((one) => heavy.includes(one));
    const front = files.filter((name) => name.endsWith('/index.ts'));
    expect(front.filter(isHeavy)).toEqual([]);
    const light = Object.entries(doors).flatMap(([room, entrances]) =>
      entrances
        .map((entrance) => `${room}/${entrance}`)
        .filter((door) => !/\/(index|registry|kit)\.ts$/.test(door) && !contract.includes(door))
        .filter((door) => !isHeavy(door)),
    );
    expect(light).toEqual([]);
  });
});
