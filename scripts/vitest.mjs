import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './prepare.mjs';

/** Runs tests with these flags of vitest, names the slowest files and what failed, and counts: what passed, what failed. */
export function vitest(flags) {
  const folder = mkdtempSync(join(tmpdir(), 'creditlab-test-'));
  const counts = join(folder, 'counts.json');
  const own = ['slowest-files', 'failures'].map((name) => `./scripts/${name}.mjs`);
  const reporters = ['default', 'json', ...own];
  const words = [...reporters.map((name) => `--reporter=${name}`), `--outputFile.json=${counts}`];
  const status = run('npm', ['exec', '--', 'vitest', 'run', ...words, ...flags]);
  let [passed, failed] = [0, 0];
  try {
    const all = JSON.parse(readFileSync(counts, 'utf8'));
    passed = all.numPassedTests;
    // A file that does not load has no tests to fail: the file itself counts.
    failed = all.numFailedTests || all.numFailedTestSuites;
  } catch {
    // vitest fell over before it could count.
  }
  rmSync(folder, { recursive: true });
  // Whatever went wrong must be counted, whoever forgot to.
  if (status !== 0 && failed === 0) failed = 1;
  return { passed, failed };
}

/** Prints the counts as the last line of a suite, as .ci/run reads it, and sets the exit code. */
export function end({ passed, failed }) {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
