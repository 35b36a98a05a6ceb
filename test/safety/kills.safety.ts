import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentOf } from '../folder/publish/faulty-disk.ts';
import { seeded } from './seeded.ts';
import { tally } from './tally.ts';

/*
 * The program itself is killed at a random time, twice, and called again: the folder ends with the bytes of a run that nobody
 * disturbed. By hand with more: SAFETY_KILLS=60.
 */

const kills = Number(process.env['SAFETY_KILLS'] ?? 3);
const home = mkdtempSync(join(tmpdir(), 'creditlab-kills-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Runs a small scenario with its report. @returns the exit code; null if it was killed. Milliseconds. */
async function run(out: string, killedAfter?: number) {
  const size = ['--borrowers', '200', '--replicates', '3', '--worlds', 'actual', '--threads', '2'];
  const begun = performance.now();
  const child = spawn(process.execPath, [cli, 'run', 'tiny', ...size, '--quiet', '--out', out], {
    cwd: home,
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  if (killedAfter !== undefined) {
    await Promise.race([later(killedAfter), ended]);
    child.kill('SIGKILL');
  }
  return { exitCode: await ended, took: performance.now() - begun };
}

/** All but the store of finished work, whose order hangs on threads. */
function results(folder: string): Record<string, string> {
  const all = Object.entries(contentOf(join(home, folder)));
  return Object.fromEntries(all.filter(([name]) => !name.startsWith('.jobs')));
}

let undisturbed: Record<string, string>;
let took: number;

beforeAll(async () => {
  const whole = await run('whole');
  if (whole.exitCode !== 0) throw new Error('the run that nobody disturbs failed');
  ({ took } = whole);
  undisturbed = results('whole');
});

/** Each folder is three runs, and a busy machine is slow. */
const timeout = Math.max(120_000, kills * 60_000);

it(
  `a run that is killed at ${kills} random times goes on by itself, with the right bytes`,
  { timeout },
  async () => {
    const draw = seeded(18);
    const wrong: unknown[] = [];
    for (let k = 0; k < kills; k++) {
      const folder = `killed-${k}`;
      for (let times = 0; times < 2; times++) await run(folder, (took * draw(1000)) / 1000);
      const { exitCode } = await run(folder);
      if (exitCode !== 0 || JSON.stringify(results(folder)) !== JSON.stringify(undisturbed)) {
        wrong.push({ k, exitCode });
      }
      rmSync(join(home, folder), { recursive: true });
    }
    tally('kills of the program at random times, twice a run', 2 * kills, wrong.length);
    expect(wrong).toEqual([]);
  },
);
