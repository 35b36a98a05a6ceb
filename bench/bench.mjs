/**
 * `npm run bench`: what a market costs, beside the same economy written naively, another library and the bounds of the
 * machine. Installs and compiles what is missing, as users' own builds are; then bench/main.ts. `--help` tells the options.
 */
import { buildIfStale, installIfNeeded, root, run } from '../scripts/prepare.mjs';

installIfNeeded('all');
buildIfStale();
const status = run(
  process.execPath,
  ['node_modules/typescript/bin/tsc', '-p', 'bench'],
  process.stderr,
);
if (status !== 0) process.exit(status);
process.exitCode = run(process.execPath, [`${root}.bench/bench/main.js`, ...process.argv.slice(2)]);
