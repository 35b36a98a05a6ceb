/**
 * `npm run docs:reliability`: injects faults, runs the safety suite, and writes docs/reliability.md: what was injected, how
 * often, and what was lost.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './prepare.mjs';

const folder = mkdtempSync(join(tmpdir(), 'creditlab-reliability-'));
const file = join(folder, 'tally.jsonl');
process.env.CREDITLAB_TALLY = file;
const faults = run('npm', ['exec', '--', 'vitest', 'run', 'test/folder/publish/faults.test.ts']);
const safety = run('node', ['scripts/safety.mjs']);
const rows = new Map();
for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
  const { what, injected, lost } = JSON.parse(line);
  const row = rows.get(what) ?? { injected: 0, lost: 0 };
  rows.set(what, { injected: row.injected + injected, lost: row.lost + lost });
}
rmSync(folder, { recursive: true });
if (faults !== 0 || safety !== 0) {
  console.error('some fault was not outlived: docs/reliability.md stays as it is');
  process.exit(1);
}
const table = [...rows].map(
  ([what, { injected, lost }]) => `| ${what} | ${injected} | ${injected - lost} | ${lost} |`,
);
const text = `# What was injected, and what survived

Made by \`npm run docs:reliability\`; every line is a test that fails if anything is lost. Survived means: after the next
command has opened the folder it holds the old set of files or the new one, whole; what is hostile was read as data or refused
in plain words, with nothing half-written and no stack.

| injected | times | survived | lost |
| --- | --- | --- | --- |
${table.join('\n')}

Files of a folder change as one act: new ones are written under temporary names and reach the disk (\`fsync\` of files and folders),
then one small file, \`.publish.json\`, takes its name. Before that the old set is whole; after it, whoever opens the folder next
finishes what is left. A lock (\`.lock\`) says which scenario, seed and process writes there; one of a dead process of the same
machine is taken over at once, one of another machine after five minutes without a sign of life.
`;
writeFileSync(new URL('../docs/reliability.md', import.meta.url), text);
