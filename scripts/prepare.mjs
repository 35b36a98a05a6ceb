/**
 * What `npm start` and `npm test` need before they begin. Plain Node: on a fresh clone nothing is installed yet.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a command in the repository with its output shown; returns the exit code.
 *
 * @param stdout where what it prints goes; preparations print to stderr, so that data on stdout stay data
 */
export function run(command, args, stdout = 'inherit') {
  // npm is a .cmd file on Windows, which only a shell can start.
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, signal, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['inherit', stdout, 'inherit'],
    shell,
  });
  if (error) throw error;
  return signal === 'SIGINT' ? 130 : (status ?? 1);
}

/**
 * Runs `npm ci` where a package of the lockfile is missing or of another version. Only `npm start`, `npm test` and packing
 * call this: nothing else installs unasked.
 *
 * @param what 'program': what it runs on and is built with, a third of the bytes; 'all': also what checks and tests it
 */
export function installIfNeeded(what) {
  if (!isInstalled(what)) install(what === 'all' ? [] : ['--omit=dev']);
  // Among what tests need there is what builds, too.
  if (builder() === undefined) install(['--prefix', 'scripts/builder']);
}

/** Says what to do, and ends, where something is not installed: nothing but the three above installs unasked. */
export function requireInstalled(what) {
  if (isInstalled(what) && builder() !== undefined) return;
  console.error(
    'error: the libraries of package-lock.json are not installed. Install them with: npm ci',
  );
  process.exit(1);
}

function install(flags) {
  console.error('Installing the libraries of package-lock.json (once) …');
  const status = run('npm', ['ci', ...flags], process.stderr);
  if (status !== 0) {
    console.error(
      'npm ci failed: without its libraries creditlab cannot go on. The message of npm is above.',
    );
    process.exit(status);
  }
}

/** Where the bundler lies: among what tests need, or in a folder of its own, since no user of the package needs it. */
export function builder(module = 'rolldown') {
  try {
    return createRequire(new URL('builder/package.json', import.meta.url)).resolve(module);
  } catch {
    return undefined;
  }
}

export function isInstalled(what) {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '' || (wanted.dev && what !== 'all')) return true;
    const there = installed[path];
    // npm leaves out optional packages made for other machines.
    return there ? there.version === wanted.version : wanted.optional === true;
  });
}

function packagesOf(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages ?? {};
}

/**
 * Builds the program in `dist/`, without types, where a source is younger than it. Where that must be and may not, says
 * why and ends.
 */
export function buildIfStale() {
  const built = join(root, 'dist/cli.js');
  const sources = [
    'src',
    'assets/lab',
    'package.json',
    'scripts/bundle.mjs',
    'scripts/bundle-lab.mjs',
    'scripts/licences.mjs',
  ];
  if (existsSync(built) && sources.every((path) => youngest(join(root, path)) <= modified(built)))
    return;
  requireBuildable();
  console.error('Building …');
  const status = run(process.execPath, ['scripts/build.mjs', '--code-only'], process.stderr);
  if (status !== 0) process.exit(status);
}

function requireBuildable() {
  const why = !isInstalled('program')
    ? 'its libraries are not installed. Install them, and build, with: npm start'
    : builder() === undefined
      ? 'what builds it is not installed. Install it with: npm ci --prefix scripts/builder'
      : isWritable(existsSync(join(root, 'dist')) ? join(root, 'dist') : root)
        ? undefined
        : `${root} may not be written to. Let who may write there run ./creditlab once`;
  if (why === undefined) return;
  console.error(`error: creditlab must be built here, and cannot be: ${why}`);
  process.exit(1);
}

function isWritable(path) {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function youngest(path) {
  if (!statSync(path).isDirectory()) return modified(path);
  return Math.max(modified(path), ...readdirSync(path).map((name) => youngest(join(path, name))));
}

function modified(path) {
  return statSync(path).mtimeMs;
}
