/**
 * `npm run build`: the program, the lab and the types into an emptied dist/. With `--code-only` no types, as `npm start` needs none.
 */
import { bundle, bundlePage, entries } from './bundle.mjs';
import { bundleLab } from './bundle-lab.mjs';
import { run } from './prepare.mjs';
import { keepReachable } from './types.mjs';

await bundle(entries, 'dist');
await bundlePage('dist/browser.js');
await bundleLab('dist/lab.html');
if (!process.argv.includes('--code-only')) {
  const compiler = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
  process.exitCode = run(process.execPath, compiler, process.stderr);
  if (process.exitCode === 0) keepReachable('dist/types', ['index.d.ts', 'browser.d.ts']);
}
