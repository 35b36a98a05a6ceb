/** What the package suite is made of: checks that are counted, commands that must end as expected, sizes. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

let passed = 0;
let failed = 0;

/** Runs a test, counts it, and says how it went; a text that the test returns stands beside it. */
export function check(about, test) {
  const begun = performance.now();
  try {
    const result = test();
    passed++;
    const note = typeof result === 'string' ? `: ${result}` : '';
    console.log(`ok     ${about}${note} (${Math.round((performance.now() - begun) / 1000)} s)`);
    return result;
  } catch (error) {
    failed++;
    console.log(`FAILED ${about}\n       ${String(error.message).replaceAll('\n', '\n       ')}`);
    return undefined;
  }
}

/** The last line, and the exit code. */
export function tellCount() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** Runs a command; what it prints, or an error with it. */
export function call(command, args, { expected = 0, ...options }) {
  const { npm_config_prefix: _, ...env } = process.env;
  const done = spawnSync(command, args, { encoding: 'utf8', env, ...options });
  if (done.error) throw done.error;
  if (done.status === expected) return done.stdout + done.stderr;
  const said = (done.stdout + done.stderr).split('\n').slice(-25).join('\n');
  throw new Error(
    `${command} ${args.join(' ')} ended with ${done.status}, not ${expected}\n${said}`,
  );
}

export function need(condition, message) {
  if (!condition) throw new Error(message);
}

/** Of a file, or of all in a folder; 0 where there is none. */
export function bytesIn(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0);
}

export const megabytes = (bytes) => Math.round(bytes / 1e5) / 10;
