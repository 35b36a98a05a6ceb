/** `npm run slurm-suite`: a design on two nodes of a real Slurm. The last line counts. */
import { buildIfStale, requireInstalled, run } from './prepare.mjs';

requireInstalled('all');
buildIfStale();
process.exitCode = run(process.execPath, ['--import', 'tsx', 'test/slurm/main.ts']);
