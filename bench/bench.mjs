/**
 * `npm run bench`: what a market costs, beside the same economy written naively, another library and the bounds of the
 * machine. Installs and builds what is missing, and bundles the bench as the program is, so that it measures
 * what users run; then bench/main.ts. `--help` tells the options.
 */
import { buildIfStale, installIfNeeded, root, run } from '../scripts/prepare.mjs';

installIfNeeded('all');
buildIfStale();
// Only now: the bundler may just have been installed.
const { bundle } = await import('../scripts/bundle.mjs');
await bundle({ main: 'bench/main.ts', child: 'bench/child.ts' }, '.bench');
process.exitCode = run(process.execPath, [`${root}.bench/main.js`, ...process.argv.slice(2)]);
