/**
 * Before `npm pack`: the program, the library for pages and their types, fresh, whatever lies in dist/.
 */
import { installIfNeeded, run } from './prepare.mjs';

installIfNeeded('all');
process.exitCode = run(process.execPath, ['scripts/build.mjs'], process.stderr);
