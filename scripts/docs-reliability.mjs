/**
 * `npm run docs:reliability`: runs the safety suite with 500 mutated scenarios and 30 runs that are killed twice, and writes
 * docs/reliability.md: what was injected, how often, and what was lost.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './prepare.mjs';

const folder = mkdtempSync(join(tmpdir(), 'creditlab-reliability-'));
const file = join(folder, 'tally.jsonl');
process.env.CREDITLAB_TALLY = file;
// More than the suite does by itself; flags make it fewer where there is little time.
process.env.SAFETY_SCENARIOS ??= '500';
process.env.SAFETY_KILLS ??= '30';
const safety = run('node', ['scripts/safety.mjs']);
const rows = new Map();
for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
  const { what, injected, lost } = JSON.parse(line);
  const row = rows.get(what) ?? { injected: 0, lost: 0 };
  rows.set(what, { injected: row.injected + injected, lost: row.lost + lost });
}
rmSync(folder, { recursive: true });
const lostOf = [...rows.values()].reduce((sum, { lost }) => sum + lost, 0);
if (safety !== 0 && lostOf === 0) {
  console.error(
    'a test of the suite failed that counts nothing: docs/reliability.md stays as it is',
  );
  process.exit(1);
}
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
