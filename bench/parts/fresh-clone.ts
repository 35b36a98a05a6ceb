import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Part, Row } from '../part.ts';
import { inRepository } from '../pieces/market.ts';

/** What `npm start` does in a clone that has nothing yet, part by part; npm's registry is asked for what is not at hand. */
export const freshClonePart: Part = {
  id: 'fresh-clone',
  title: 'A fresh clone to its first result, by the clock, once',
  async rows({ smaller }) {
    const base = mkdtempSync(join(tmpdir(), 'creditlab-bench-'));
    const clone = join(base, 'clone');
    try {
      spawnSync('git', ['clone', '-q', inRepository(''), clone]);
      const prepared = (call: string) =>
        seconds(clone, [
          '--input-type=module',
          '-e',
          `import { ${call} } from './scripts/prepare.mjs'; ${call}('program');`,
        ]);
      const install = await prepared('installIfNeeded');
      const build = await prepared('buildIfStale');
      const size = smaller > 1 ? ['--borrowers', String(4000 / smaller)] : [];
      const run = await seconds(clone, ['dist/cli.js', 'run', 'scenarios/baseline.yaml', ...size]);
      const parts: Row[] = [
        row('npm ci, without what tests need', install.all),
        row('bundling the program', build.all),
        row('run baseline: the comparison is printed', run.first),
        row('… the report and its figures are drawn', run.all - run.first),
        row('npm start, all of it', install.all + build.all + run.all),
      ];
      return parts;
    } finally {
      rmSync(base, { recursive: true, force: true });
    }
  },
};

const row = (what: string, time: number): Row => ({ what, each: time * 1e9 });

/** Seconds until a program ends, and until it first prints a result. */
function seconds(cwd: string, args: readonly string[]) {
  return new Promise<{ readonly first: number; readonly all: number }>((resolve, reject) => {
    const start = performance.now();
    const since = () => (performance.now() - start) / 1000;
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
    let first = NaN;
    child.stdout.on('data', () => {
      if (Number.isNaN(first)) first = since();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve({ first, all: since() });
      else reject(new Error(`${args.join(' ')} failed`));
    });
  });
}
