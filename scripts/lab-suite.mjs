/**
 * `npm run lab-suite`: the lab in Chromium, from disk and without a network. The last line counts the tests.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installIfNeeded, run } from './prepare.mjs';

installIfNeeded('all');
const folder = mkdtempSync(join(tmpdir(), 'creditlab-lab-'));
const counts = join(folder, 'counts.json');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${counts}`];
const config = ['--config', 'vitest.lab.config.ts'];
const words = [...config, ...reporters, ...process.argv.slice(2)];
const status = run('npm', ['exec', '--', 'vitest', 'run', ...words]);
let [passed, failed] = [0, 0];
try {
  const all = JSON.parse(readFileSync(counts, 'utf8'));
  passed = all.numPassedTests;
  failed = all.numFailedTests || all.numFailedTestSuites;
} catch {
  // vitest fell over before it could count.
}
rmSync(folder, { recursive: true });
if (status !== 0 && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
