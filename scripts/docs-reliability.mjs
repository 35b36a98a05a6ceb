/**
 * `npm run docs:reliability`: runs the safety suite with 500 mutated scenarios and 30 runs that are killed twice, and writes
 * docs/reliability.md: what was injected, how often, and what was lost. One test file at a time; what each of them counted is kept
 * in output/reliability, so that the same command goes on after it was stopped, as long as sources and tests are the same.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './prepare.mjs';

// More than the suite does by itself; flags make it fewer where there is little time.
process.env.SAFETY_SCENARIOS ??= '500';
process.env.SAFETY_KILLS ??= '30';

const tests = readdirSync(join(root, 'test/safety')).filter((name) => name.endsWith('.safety.ts'));

/** All that the counts of a test file hang on: sources, scenarios, and of the tests itself and what it may import. */
function fingerprint(test) {
  const hash = createHash('sha256');
  for (const folder of ['src', 'scenarios', 'test/folder', 'test/safety']) {
    for (const name of readdirSync(join(root, folder), {
      recursive: true,
      encoding: 'utf8',
    }).toSorted()) {
      if (!/\.(ts|tsx|yaml)$/.test(name) || (tests.includes(name) && name !== test)) continue;
      hash.update(`${folder}/${name}\0`).update(readFileSync(join(root, folder, name)));
    }
  }
  const { SAFETY_SCENARIOS, SAFETY_KILLS } = process.env;
  return hash.update(`${SAFETY_SCENARIOS}/${SAFETY_KILLS}`).digest('hex').slice(0, 12);
}

const folder = join(root, 'output', 'reliability');
mkdirSync(folder, { recursive: true });
const tallyOf = (test) => `${test.replace('.safety.ts', '')}-${fingerprint(test)}.jsonl`;
const kept = () => readdirSync(folder);
const failed = [];
for (const test of tests) {
  const tally = tallyOf(test);
  if (kept().includes(tally)) {
    console.error(`${test}: counted already`);
    continue;
  }
  const file = join(folder, `${tally}.part`);
  writeFileSync(file, '');
  process.env.CREDITLAB_TALLY = file;
  const status = run('node', ['scripts/safety.mjs', `test/safety/${test}`]);
  const isLost = linesIn(file).some(({ lost }) => lost > 0);
  // What was lost is counted; a test that fails otherwise counts nothing and is done again.
  if (status === 0 || isLost) renameSync(file, join(folder, tally));
  else {
    failed.push(test);
    rmSync(file);
  }
}
if (failed.length > 0) {
  console.error(
    `${failed.join(', ')}: a test failed that counts nothing; docs/reliability.md stays as it is. The same command goes on from here.`,
  );
  process.exit(1);
}

function linesIn(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

const rows = new Map();
for (const { what, injected, lost } of tests.flatMap((test) =>
  linesIn(join(folder, tallyOf(test))),
)) {
  const row = rows.get(what) ?? { injected: 0, lost: 0 };
  rows.set(what, { injected: row.injected + injected, lost: row.lost + lost });
}
const lostOf = [...rows.values()].reduce((sum, { lost }) => sum + lost, 0);
const table = [...rows]
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([what, { injected, lost }]) => `| ${what} | ${injected} | ${injected - lost} | ${lost} |`);
const text = `# What was injected, and what survived

Made by \`npm run docs:reliability\`, which counts what tests inject and what was lost of it; all of it is seeded, so that whoever
runs it again injects the same. Survived means: after the next
command has opened the folder it holds the old set of files or the new one, whole; what is hostile was read as data or refused
in plain words, with nothing half-written and no stack; a run that was killed goes on by itself and ends with the same bytes.

| injected | times | survived | lost |
| --- | --- | --- | --- |
${table.join('\n')}

Files of a folder change as one act: new ones are written under temporary names and reach the disk (\`fsync\` of files and folders),
then one small file, \`.publish.json\`, takes its name. Before that the old set is whole; after it, whoever opens the folder next
finishes what is left. A lock (\`.lock\`) says which scenario, seed and process writes there; one of a dead process of the same
machine is taken over at once, one of another machine after five minutes without a sign of life.
`;
writeFileSync(new URL('../docs/reliability.md', import.meta.url), text);
process.exitCode = lostOf > 0 ? 1 : 0;
