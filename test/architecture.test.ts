import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { languages } from '../src/language.ts';
import { circlesOf, files, imports, packagesBehind, parsed, walk } from './source-imports.ts';

/**
 * Who may import whom: a file sees its own layer and those above it in this list. A path names a file or
 * a folder; the longest one that fits counts, so that single files can be pinned to another layer.
 */
const layers: readonly (readonly string[])[] = [
  [
    ...['errors.ts', 'language.ts', 'parameters.ts', 'program-folder.ts', 'suggest.ts', 'units.ts'],
    ...['math', 'random', 'text'],
  ],
  ['designs'],
  // The contract, apart from the institutions that keep it.
  ['institutions/institution.ts', 'institutions/lender-columns.ts'],
  ['scores'],
  ['paper', 'institutions'],
  ['institution-names.ts', 'lender-names.ts'],
  ['engine'],
  ['measures'],
  ['scenario'],
  ['replicates'],
  ['findings'],
  ['experiments'],
  ['evidence'],
  ['calibration'],
  ['dictionary.ts'],
  ['jobs'],
  ['answers'],
  ['charts'],
  ['folder'],
  ['figures', 'run'],
  ['score-file', 'terminal'],
  ['report'],
  ['library'],
  ['lab'],
  ['commands', 'index.ts', 'browser.ts'],
  ['cli.ts'],
];

/** The parts that touch files, threads and the terminal. The rest must run in a browser too. */
const shells = [
  ...['cli.ts', 'index.ts', 'program-folder.ts', 'commands', 'report', 'figures', 'run', 'folder'],
  ...[
    'terminal',
    'score-file',
    'library/node',
    'library/answers',
    'scenario/load.ts',
    'scenario/disk.ts',
  ],
  ...[
    'scenario/module-hash.ts',
    'scenario/institutions/load-module.ts',
    'scenario/institutions/external.ts',
  ],
  'evidence/external.ts',
  'scenario/modules',
  'scenario/hosting',
  'scenario/institutions/host-worker.ts',
];

/** The parts whose numbers must be the same bits in every engine and browser. */
const model = [
  ...['math', 'random', 'designs', 'institutions', 'scores', 'paper', 'engine', 'measures'],
  ...['experiments', 'replicates', 'findings', 'answers', 'dictionary.ts', 'scenario/institutions'],
  ...['evidence', 'calibration'],
];

const longestFile = 250;
const mostFiles = 24;

/** Packages that nobody should load who wants a type or a word. */
const heavy = [
  ...['vega', 'vega-lite', 'piscina', 'zod'],
  ...['fontkit', 'subset-font', 'pdfkit', '@resvg/resvg-js'],
];

/**
 * Where a room is entered from outside: `index.ts` names what it offers, `registry.ts` is a list; what loads a heavy
 * package has a door of its own. Rooms that are not named here stand open.
 */
const doors: Readonly<Record<string, readonly string[]>> = {
  institutions: ['index.ts', 'registry.ts', 'kit.ts', 'institution.ts', 'lender-columns.ts'],
  scores: ['index.ts'],
  paper: ['index.ts'],
  scenario: [
    'institutions/load-here.ts',
    ...['index.ts', 'load.ts', 'parse.ts', 'json-schema.ts', 'reading.ts', 'design/index.ts'],
    ...[
      'institutions/resolve.ts',
      'institutions/external.ts',
      'institutions/check.ts',
      'institutions/exported.ts',
    ],
  ],
  measures: ['index.ts', 'registry.ts'],
  replicates: ['index.ts'],
  findings: ['index.ts'],
  experiments: ['index.ts', 'registry.ts'],
  calibration: ['index.ts', 'file/targets-file.ts'],
  evidence: ['index.ts', 'registry.ts', 'kit.ts', 'evaluate.ts', 'external.ts', 'shape.ts'],
  charts: ['index.ts', 'registry.ts'],
  figures: [
    ...['index.ts', 'figure.ts', 'vega-view.ts', 'fonts.ts', 'faces.ts', 'letters.ts'],
    'who-sees-what.ts',
  ],
  folder: [
    ...['index.ts', 'manifest.ts', 'scenario-record.ts', 'outputs.ts', 'output-folder.ts'],
    ...['verdict-file.ts', 'read-folder.ts', 'results-file.ts', 'experiment-files.ts'],
    ...['design-outputs.ts', 'whole.ts', 'module-record.ts', 'publish/lock.ts'],
    'ensemble/standings-file.ts',
  ],
  answers: ['index.ts'],
  jobs: ['index.ts', 'work.ts', 'one-by-one.ts'],
  run: [
    ...[
      'answers/sensitivity.ts',
      'answers/robustness.ts',
      'answers/converge.ts',
      'answers/joining.ts',
      'answers/remedies.ts',
    ],
    'answers/simulate-points.ts',
    ...['index.ts', 'plan.ts', 'executor-for.ts', 'run-scenario.ts'],
    ...[
      'verify.ts',
      'verify-others.ts',
      'design/run-design.ts',
      'design/merge.ts',
      'store/plan-record.ts',
    ],
    ...['calibration/run.ts', 'evidence/evidence-run.ts', 'evidence/over-vectors.ts'],
  ],
  report: ['index.ts', 'write-report.ts', 'inputs.ts', 'figures.ts', 'evidence/evidence-files.ts'],
  'score-file': ['index.ts', 'simulated-files.ts'],
};

/** The contract of institutions, which scores know and institutions keep: a room of its own to this test. */
const contract = ['institutions/institution.ts', 'institutions/lender-columns.ts'];
const folders = [...new Set(files.flatMap(parentsOf))].toSorted();

/** Folders that a file lies in: `a`, `a/b` of `a/b/c.ts`. */
function parentsOf(name: string): string[] {
  const steps = name.split('/').slice(0, -1);
  return steps.map((_, k) => steps.slice(0, k + 1).join('/'));
}

const within = (name: string, places: readonly string[]) =>
  places.some((place) => name === place || name.startsWith(`${place}/`));

/** The folder of src/ that a file lies in. */
function roomOf(name: string): string {
  return name.split('/')[0] ?? name;
}

/** The doors of the room that a file lies in, or the file itself where that stands open. */
function doorsOf(name: string): readonly string[] {
  const room = roomOf(name);
  return Object.hasOwn(doors, room) ? doors[room].map((door) => `${room}/${door}`) : [name];
}

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

it(`no file is longer than ${longestFile} lines`, () => {
  const lines = (name: string) => parsed.get(name)?.getLineStarts().length ?? 0;
  expect(files.filter((name) => lines(name) - 1 > longestFile)).toEqual([]);
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
