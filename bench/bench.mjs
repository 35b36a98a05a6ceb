/**
 * `npm run bench`: what a market costs, beside the same economy written naively, another library and the bounds of the
 * machine. Builds what is missing, and bundles the bench as the program is, so that it measures
 * what users run; then bench/main.ts. `--help` tells the options.
 */
import { buildIfStale, requireInstalled, root, run } from '../scripts/prepare.mjs';

requireInstalled('all');
buildIfStale();
// Only now: without what is installed it could not say what is missing.
const { bundle } = await import('../scripts/bundle.mjs');
await bundle({ main: 'bench/main.ts', child: 'bench/child.ts' }, '.bench');
process.exitCode = run(process.execPath, [`${root}.bench/main.js`, ...process.argv.slice(2)]);
