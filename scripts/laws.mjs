/**
 * `npm run laws`: statistical laws of the economy, on the program as it is bundled. Letters choose laws: `npm run laws -- bd`.
 * Without letters the table goes to docs/laws.md. The last line counts laws and planted faults.
 */
import { requireInstalled, root, run } from './prepare.mjs';

requireInstalled('all');
// Only now: the bundler may just have been installed.
const { bundle } = await import('./bundle.mjs');
await bundle({ main: 'test/laws/main.ts', worker: 'test/laws/worker.ts' }, '.laws');
process.exitCode = run(process.execPath, [`${root}.laws/main.js`, ...process.argv.slice(2)]);
