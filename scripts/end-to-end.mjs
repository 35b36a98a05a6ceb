/**
 * `npm run end-to-end`: the program as its users start it, in processes, threads and a browser; vitest.end-to-end.config.ts
 * lists the files. The last line counts the tests.
 */
import { installIfNeeded } from './prepare.mjs';
import { end, vitest } from './vitest.mjs';

installIfNeeded('all');
end(vitest(['--config', 'vitest.end-to-end.config.ts', ...process.argv.slice(2)]));
