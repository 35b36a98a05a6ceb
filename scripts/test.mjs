/**
 * `npm test`: types and lint in one pass over the sources, format, then the tests; what takes longer is in suites of its own
 * (.ci/run lists them). Arguments go to vitest: `npm test -- test/scenario`. All run even if one fails; the last line counts.
 */
import { spawn } from 'node:child_process';
import { tellFailure } from './failures.mjs';
import { installIfNeeded, root } from './prepare.mjs';
import { end, vitest } from './vitest.mjs';

installIfNeeded('all');

// At once, since one processor would else wait for the other; what each says comes in one piece.
const checks = await Promise.all(
  ['lint', 'format:check'].map(async (check) => {
    const { ok, told } = await said('npm', ['run', '--silent', check]);
    if (ok) console.log(`${check}: passed`);
    else {
      console.log(told);
      tellFailure(check, told);
    }
    return ok;
  }),
);
const good = checks.filter(Boolean).length;
const { passed, failed } = vitest(process.argv.slice(2));
end({ passed: passed + good, failed: failed + checks.length - good });

/** What a command prints, and whether it went well. */
function said(command, args) {
  // npm is a .cmd file on Windows, which only a shell can start.
  const child = spawn(command, args, { cwd: root, shell: process.platform === 'win32' });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (told += text));
  }
  return new Promise((done) => {
    child.on('error', ({ message }) => done({ ok: false, told: `${message}\n` }));
    child.on('close', (status) => done({ ok: status === 0, told }));
  });
}
