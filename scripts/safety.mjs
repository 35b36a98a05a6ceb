/**
 * `npm run safety`: hostile modules, scenarios, tables and results, which must do nothing. The last line counts the tests.
 */
import { installIfNeeded } from './prepare.mjs';
import { end, vitest } from './vitest.mjs';

installIfNeeded('all');
end(vitest(['--config', 'vitest.safety.config.ts', ...process.argv.slice(2)]));
