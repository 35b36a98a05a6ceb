/**
 * `npm run lab-suite`: the lab in Chromium, from disk and without a network. The last line counts the tests.
 */
import { installIfNeeded } from './prepare.mjs';
import { end, vitest } from './vitest.mjs';

installIfNeeded('all');
end(vitest(['--config', 'vitest.lab.config.ts', ...process.argv.slice(2)]));
