/**
 * `npm run statistics`: what holds over many draws or in large markets: effects of parameters, remedies that pay, bands that
 * cover. The last line counts the tests.
 */
import { installIfNeeded } from './prepare.mjs';
import { end, vitest } from './vitest.mjs';

installIfNeeded('all');
end(vitest(['--config', 'vitest.statistics.config.ts', ...process.argv.slice(2)]));
