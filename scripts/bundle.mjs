/**
 * What rolldown makes of the sources: the program in dist/, and the bench in .bench/. Plain Node, because `npm start`
 * installs nothing that reads TypeScript but rolldown itself.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createJiti } from 'jiti';
import { pathToFileURL } from 'node:url';
import { licencesOf } from './licences.mjs';
import { builder, root } from './prepare.mjs';

const { rolldown } = await import(pathToFileURL(builder()).href);

/** How sources are read where there is no bundle yet; the bundler's own tools lie where it does. */
export const readsSources = {
  fsCache: false,
  alias: { 'rolldown/utils': builder('rolldown/utils') },
};

/** The program's own entries: the files in dist/ by their sources. */
export const entries = {
  cli: 'src/cli.ts',
  index: 'src/index.ts',
  worker: 'src/run/worker.ts',
  'module-host': 'src/scenario/hosting/thread.ts',
  'market-worker': 'src/run/market-worker.ts',
  'evidence/worker': 'src/run/evidence/worker.ts',
  'calibration/worker': 'src/run/calibration/worker.ts',
};

/** What loops call lies in one chunk, with all that it imports: across chunks V8 looks an import up at every use. */
const model =
  /[/\\]src[/\\]((math|random|scores|engine)[/\\]|institutions[/\\](registry|kit)\.ts$)|[/\\]bench[/\\](plug-ins|kernel|pieces[/\\]bounds)/;
/** What a terminal needs before any of it. */
const first = /[/\\]src[/\\](errors|suggest|language|program-folder)\.ts$/;

/**
 * Bundles entries into a folder of the repository, which is emptied first, with a source map beside each file.
 *
 * @throws Error if anything is wrong, were it a warning
 */
export async function bundle(input, folder) {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const packages = Object.keys({ ...dependencies, ...devDependencies });
  const built = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    external: [/^node:/, ...packages.map((name) => new RegExp(`^${name}(/|$)`))],
    // For the plug-ins of the bench; the program does not import itself.
    resolve: { alias: { creditlab: join(root, 'src/institutions/kit.ts') } },
    // The sources say what they are; a user's own tsconfig above this folder does not matter.
    tsconfig: false,
    transform: {
      define: {
        builtFrom: JSON.stringify(await fingerprint()),
        builtEconomy: JSON.stringify(await economy()),
      },
    },
    onLog(level, log) {
      if (level === 'warn') throw new Error(log.message);
    },
    plugins: [localExports],
  });
  await built.write({
    dir: join(root, folder),
    cleanDir: true,
    format: 'es',
    sourcemap: true,
    // As `var` a constant would not be one to V8, which then folds nothing.
    topLevelVar: false,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    codeSplitting: {
      groups: [
        { name: 'first', test: first, priority: 2 },
        { name: 'model', test: model, priority: 1 },
      ],
    },
  });
  await built.close();
}

/**
 * In the model's chunk, exports the constants under other names. V8 keeps what a module exports in a cell that it looks
 * up at every use, inside the module too; what it does not export, it folds.
 */
const localExports = {
  name: 'local-exports',
  renderChunk(code, chunk) {
    if (chunk.name !== 'model') return null;
    return {
      code: code.replace(/\nexport \{([^}]*)\};/, (_, list) => exported(code, list)),
      map: null,
    };
  },
};

function exported(code, list) {
  const pairs = list.split(',').map((pair) => pair.trim().split(' as '));
  const variable = pairs.find(([name]) => new RegExp(`^let ${name}\\b`, 'm').test(code));
  if (variable)
    throw new Error(`${variable[0]} is exported by the model, so it must be a constant`);
  const constants = pairs.map(([name]) => `${name}$exported = ${name}`);
  const names = pairs.map(([name, as = name]) => `${name}$exported as ${as}`);
  return `\nconst ${constants.join(', ')};\nexport { ${names.join(', ')} };`;
}

/** Of the economy's code, as `economyFingerprint` is where there is no bundle. */
async function economy() {
  const jiti = createJiti(import.meta.url, readsSources);
  const { economySource } = await jiti.import('../src/folder/ensemble/economy-sources.ts');
  return economySource(new URL('../src/', import.meta.url));
}

/**
 * Bundles the library for web pages into one file, with all that it needs and nothing of Node.
 *
 * @throws Error if anything is wrong: a module of Node is
 */
export async function bundlePage(file) {
  const built = await rolldown({
    cwd: root,
    input: { browser: 'src/browser.ts' },
    platform: 'browser',
    resolve: { alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' } },
    tsconfig: false,
    // Modules do nothing when they are loaded (test/architecture.test.ts), so those of which nothing is used are left out.
    treeshake: { moduleSideEffects: false },
    transform: { define: { shippedTexts: JSON.stringify(shippedTexts()) } },
    onLog(level, log) {
      if (level === 'warn') throw new Error(log.message);
    },
    plugins: [withoutNode],
  });
  const { output } = await built.generate({
    format: 'es',
    // A page waits for every byte; who wants to read the sources has them in the repository.
    minify: true,
    topLevelVar: false,
    codeSplitting: false,
  });
  await built.close();
  const used = output.flatMap(({ imports = [], dynamicImports = [] }) => [
    ...imports,
    ...dynamicImports,
  ]);
  if (used.length > 0) throw new Error(`the library for pages imports ${used.join(', ')}`);
  const [{ code, moduleIds }] = output;
  // Whoever copies the file into a site passes the packages inside on, with their licences.
  const licences = licencesOf(moduleIds).replaceAll('*/', '* /');
  writeFileSync(
    join(root, file),
    `${code.trimEnd()}\n/*!\ncreditlab (MIT) with these packages inside:\n\n${licences}\n*/\n`,
  );
}

/** What is Node's own is left out where nothing of it is used, and stays an import, which is refused, where it is. */
export const withoutNode = {
  name: 'without-node',
  resolveId: (id) =>
    /^(node:|jiti$)/.test(id) ? { id, external: true, moduleSideEffects: false } : null,
};

/** The shipped scenarios by id. */
function shippedTexts() {
  const folder = join(root, 'scenarios');
  const names = readdirSync(folder).filter((name) => /^(?!targets-).*\.yaml$/.test(name));
  const text = (name) => readFileSync(join(folder, name), 'utf8');
  return Object.fromEntries(names.toSorted().map((name) => [name.slice(0, -5), text(name)]));
}

/** Of the model's sources, as `codeFingerprint` computes it where there is no bundle. */
async function fingerprint() {
  const jiti = createJiti(import.meta.url, readsSources);
  const { fingerprintOf } = await jiti.import('../src/run/source-fingerprint.ts');
  return fingerprintOf(new URL('../src/', import.meta.url));
}
