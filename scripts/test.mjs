/**
 * `npm test`: types, lint, format, then every test. Arguments go to vitest: `npm test -- test/scenario`.
 * All four run even if one fails; the last line counts them.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installIfNeeded, run } from './prepare.mjs';

installIfNeeded('all');

let passed = 0;
let failed = 0;
for (const check of ['typecheck', 'lint', 'format:check']) {
  const ok = run('npm', ['run', '--silent', check]) === 0;
  if (ok) passed++;
  else failed++;
  console.log(`${check}: ${ok ? 'passed' : 'failed, see above'}`);
}

const folder = mkdtempSync(join(tmpdir(), 'creditlab-test-'));
const counts = join(folder, 'counts.json');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${counts}`];
const status = run('npm', ['exec', '--', 'vitest', 'run', ...reporters, ...process.argv.slice(2)]);
try {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
    readFileSync(counts, 'utf8'),
  );
  passed += numPassedTests;
  // A file that does not load has no tests to fail: the file itself counts.
  failed += numFailedTests || numFailedTestSuites;
} catch {
  // vitest fell over before it could count.
}
rmSync(folder, { recursive: true });
// Whatever went wrong must be counted, whoever forgot to.
if (status !== 0 && failed === 0) failed = 1;

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
