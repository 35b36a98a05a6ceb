// Makes docs/measures.md anew: all methods on the baseline. Takes some minutes.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale, requireInstalled } from './prepare.mjs';

requireInstalled('program');
buildIfStale();
const folder = mkdtempSync(join(tmpdir(), 'creditlab-docs-'));
const words = ['experiment', 'agreement', 'baseline', '--out', folder];
const { status } = spawnSync(process.execPath, ['dist/cli.js', ...words], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (status === 0) copyFileSync(join(folder, 'experiments', 'agreement.md'), 'docs/measures.md');
rmSync(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;
