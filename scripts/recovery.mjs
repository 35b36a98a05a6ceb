/** `npm run recovery`: vectors that are known are found again from their moments. The last line counts. */
import { installIfNeeded, root, run } from './prepare.mjs';

installIfNeeded('all');
// Only now: the bundler may just have been installed.
const { bundle } = await import('./bundle.mjs');
await bundle({ main: 'test/recovery/main.ts', worker: 'test/recovery/worker.ts' }, '.recovery');
process.exitCode = run(process.execPath, [`${root}.recovery/main.js`]);
