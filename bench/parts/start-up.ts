import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from 'simple-statistics';
import type { Part } from '../part.ts';
import { inRepository } from '../pieces/market.ts';

/** From the command to the first thing it prints, by the clock. */
export const startUpPart: Part = {
  id: 'start-up',
  title: 'Start-up of the program, to the first thing it prints, by the clock',
  async rows({ runs }) {
    const folder = mkdtempSync(join(tmpdir(), 'creditlab-bench-'));
    const tiny = ['run', inRepository('scenarios/tiny.yaml'), '--out', folder];
    const commands = {
      'node dist/cli.js --version': [inRepository('dist/cli.js'), '--version'],
      'node dist/cli.js list': [inRepository('dist/cli.js'), 'list'],
      'node dist/cli.js run scenarios/tiny.yaml': [inRepository('dist/cli.js'), ...tiny],
      'creditlab list, in a clone': [inRepository('scripts/creditlab.mjs'), 'list'],
    };
    const rows = [];
    for (const [what, args] of Object.entries(commands)) {
      const times = [];
      for (let run = 0; run < 2 * runs + 1; run++) times.push(await toFirstOutput(args));
      rows.push({ what, each: median(times) * 1e9 });
    }
    rmSync(folder, { recursive: true });
    return rows;
  },
};

/** Seconds until the program prints anything. It may finish, but is not waited for. */
function toFirstOutput(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let first = Number.NaN;
    const heard = () => {
      if (Number.isNaN(first)) first = (performance.now() - start) / 1000;
    };
    child.stdout.on('data', heard);
    child.stderr.on('data', heard);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(first);
      else reject(new Error(`${args.join(' ')} failed`));
    });
  });
}
