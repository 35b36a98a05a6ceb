import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = `${process.execPath} ${fileURLToPath(new URL('../../dist/cli.js', import.meta.url))}`;

const scenario = `version: 1
title: Memory on two nodes
question: Is a design on a cluster that of one process, whatever is killed?
source: test/slurm
extends: tiny
borrowers: 6000
replicates: 1
worlds: [actual]
institutions: [none, government-led]
sample:
  design: sobol
  points: 40
  over: [government-led.retentionNegative, government-led.retentionPositive]
`;

/** Flags of a small sensitivity analysis: two assumptions, few points. */
export const asked = [
  ...[
    '--borrowers',
    '300',
    '--quarters',
    '12',
    '--burn-in',
    '4',
    '--institutions',
    'none,government-led',
  ],
  ...['--over', 'economy.pricing.maxMarkup,economy.pricing.exploration'],
  ...['--trajectories', '2', '--base', '2', '--factors', '2'],
];

/** Runs the program in a folder, and waits. @throws if it does not end well */
export function creditlab(folder: string, ...words: readonly string[]): void {
  const { status, stderr } = spawnSync('sh', ['-c', `exec ${program} "$@"`, 'sh', ...words], {
    ...{ cwd: folder, encoding: 'utf8' },
  });
  if (status !== 0) throw new Error(`creditlab ${words.join(' ')} ended with ${status}: ${stderr}`);
}

/** A folder with the design. */
export function sweepIn(folder: string): string {
  mkdirSync(folder);
  writeFileSync(join(folder, 'sweep.yaml'), scenario);
  return folder;
}

/** A design that is on its way on a cluster. */
export interface Submitted {
  /** Ends the script and what it has started. */
  readonly end: () => void;
  /** Exit code of the submit script, once it has ended. */
  readonly ended: () => number | null;
  readonly said: () => string;
}

/**
 * Writes the scripts for two nodes and starts the one that submits until all is done.
 *
 * @param given scenario and further flags; the design, if nothing else is said
 */
export function submit(
  folder: string,
  environment: NodeJS.ProcessEnv,
  given: readonly [string, ...string[]] = ['sweep.yaml'],
): Submitted {
  const words = ['--nodes', '2', '--time', '10', '--cpus', '1', '--out', 'out', '--quiet'];
  creditlab(folder, 'slurm', ...given, ...words, '--program', program);
  const stem = basename(given[0], '.yaml');
  const child = spawn('bash', [`${stem}.submit.sh`], {
    ...{ cwd: folder, env: environment },
    // The leader of a group, which can be ended together.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  return {
    ended: () => child.exitCode,
    said: () => said,
    end: () => {
      if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    },
  };
}

/** Keys of the markets that a process has finished. */
export function finishedBy(folder: string, pid: number): string[] {
  const jobs = join(folder, 'out/.jobs');
  const files = (existsSync(jobs) ? readdirSync(jobs) : []).filter(
    (name) => name.endsWith('.done') && name.includes(`-${pid}-`),
  );
  return files.flatMap((name) => {
    const lines = readFileSync(join(jobs, name), 'utf8').split('\n');
    return lines.flatMap((line) => /^([0-9a-f]{64}) [0-9a-f]{64}( +\d+){2}$/.exec(line)?.[1] ?? []);
  });
}

/** Files that differ between two folders of results, finished work and logs aside. */
export function differences(a: string, b: string): string[] {
  const filesOf = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) =>
        !name.startsWith('.jobs') &&
        !name.endsWith('.log') &&
        statSync(join(folder, name)).isFile(),
    );
  const names = [...new Set([...filesOf(a), ...filesOf(b)])].toSorted();
  const bytes = (folder: string, name: string) => {
    const path = join(folder, name);
    return existsSync(path) ? readFileSync(path, 'base64') : undefined;
  };
  return names.filter((name) => bytes(a, name) !== bytes(b, name));
}
