/**
 * `node bench/many-points.mjs [points] [resume|point|answers …]`: what designs cost. Builds what is missing, and bundles the
 * bench as the program is, so that its bare markets are those of the program; then bench/many-points.ts.
 */
import { buildIfStale, requireInstalled, root, run } from '../scripts/prepare.mjs';

requireInstalled('all');
buildIfStale();
// Only now: without what is installed it could not say what is missing.
const { bundle } = await import('../scripts/bundle.mjs');
await bundle({ 'many-points': 'bench/many-points.ts' }, '.bench');
process.exitCode = run(process.execPath, [
  `${root}.bench/many-points.js`,
  ...process.argv.slice(2),
]);
