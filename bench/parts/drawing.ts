import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from 'simple-statistics';
import type { Part } from '../part.ts';
import { inRepository } from '../pieces/market.ts';

/** What the two may take on two quiet cores, in seconds. */
const budget = { figures: 15, report: 3 } as const;

/** Figures and report of the baseline from finished results, by the clock; the run itself is small and is not counted. */
export const drawingPart: Part = {
  id: 'drawing',
  title: 'Figures and report of the baseline, from finished results, by the clock',
  rows({ runs }) {
    const folder = mkdtempSync(join(tmpdir(), 'creditlab-bench-'));
    const small = ['--borrowers', '1000', '--quarters', '40', '--replicates', '3'];
    creditlab('run', 'baseline', ...small, '--no-report', '--quiet', '--out', folder);
    const seconds = (...words: string[]) =>
      median(Array.from({ length: runs }, () => timed(() => creditlab(...words))));
    const figures = seconds('figures', folder);
    const report = seconds('report', folder);
    rmSync(folder, { recursive: true });
    return [
      rowOf('all figures in all formats', figures, budget.figures),
      rowOf('report', report, budget.report),
    ];
  },
};

function rowOf(what: string, seconds: number, most: number) {
  const note = `${what}: ${seconds.toFixed(1)} s, of ${most} s at most on two quiet cores`;
  return { what, each: seconds * 1e9, note };
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

function creditlab(...words: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [inRepository('dist/cli.js'), ...words], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`creditlab ${words.join(' ')} failed: ${stderr}`);
}
