/** `npm run recovery`: vectors that are known are found again from their moments. The last line counts. */
import { requireInstalled, root, run } from './prepare.mjs';

requireInstalled('all');
// Only now: the bundler may just have been installed.
const { bundle } = await import('./bundle.mjs');
await bundle({ main: 'test/recovery/main.ts', worker: 'test/recovery/worker.ts' }, '.recovery');
process.exitCode = run(process.execPath, [`${root}.recovery/main.js`]);
