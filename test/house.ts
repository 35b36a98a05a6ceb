import { files } from './source-imports.ts';

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
export const shells = [
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
export const model = [
  ...['math', 'random', 'designs', 'institutions', 'scores', 'paper', 'engine', 'measures'],
  ...['experiments', 'replicates', 'findings', 'answers', 'dictionary.ts', 'scenario/institutions'],
  ...['evidence', 'calibration'],
];

/** Packages that nobody should load who wants a type or a word. */
export const heavy = [
  ...['vega', 'vega-lite', 'piscina', 'zod'],
  ...['fontkit', 'subset-font', 'pdfkit', '@resvg/resvg-js'],
];

/**
 * Where a room is entered from outside: `index.ts` names what it offers, `registry.ts` is a list; what loads a heavy
 * package has a door of its own. Rooms that are not named here stand open.
 */
export const doors: Readonly<Record<string, readonly string[]>> = {
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
export const contract = ['institutions/institution.ts', 'institutions/lender-columns.ts'];
export const folders = [...new Set(files.flatMap(parentsOf))].toSorted();

/** Folders that a file lies in: `a`, `a/b` of `a/b/c.ts`. */
export function parentsOf(name: string): string[] {
  const steps = name.split('/').slice(0, -1);
  return steps.map((_, k) => steps.slice(0, k + 1).join('/'));
}

export const within = (name: string, places: readonly string[]) =>
  places.some((place) => name === place || name.startsWith(`${place}/`));

/** The folder of src/ that a file lies in. */
export function roomOf(name: string): string {
  return name.split('/')[0] ?? name;
}

/** The doors of the room that a file lies in, or the file itself where that stands open. */
export function doorsOf(name: string): readonly string[] {
  const room = roomOf(name);
  return Object.hasOwn(doors, room) ? doors[room].map((door) => `${room}/${door}`) : [name];
}

/** Position in `layers`; −1 for a file that no layer names. */
export function layerOf(name: string): number {
  let best = '';
  let found = -1;
  layers.forEach((places, layer) => {
    for (const place of places) {
      if (within(name, [place]) && place.length > best.length) [best, found] = [place, layer];
    }
  });
  return found;
}
