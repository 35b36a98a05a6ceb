/**
 * `npm run docs:ensemble`: counts institutions against each other, and facts of one market, over the shipped economies that fit
 * (scenarios/admissible-us.csv), and writes scenarios/admissible-us.standings.json with the hash of engine and scenario, and
 * test/golden/admissible-us.csv: what five of the vectors give in a small market, to the bit. Then `npm run docs` tells it.
 * Twenty minutes on two cores; stopped and called again it goes on. `--probe`: only the golden file.
 * `--quick` is for trying the script out.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { buildIfStale, requireInstalled } from './prepare.mjs';

const set = 'admissible-us';
const isQuick = process.argv.includes('--quick');
const borrowers = isQuick ? '300' : '5000';
const size = ['--borrowers', borrowers, '--replicates', '4'];
/** Kept between calls: finished markets lie there. */
const folder = join('output', isQuick ? `${set}-quick` : set);

/** Vectors and markets that a test runs again, and what of them it compares. */
const probe = {
  vectors: 5,
  flags: ['--borrowers', '400', '--quarters', '20', '--burn-in', '8', '--replicates', '1'],
  institutions: ['none', 'market-led', 'full-sharing'],
  measures: ['welfare', 'default-rate', 'apr', 'effort', 'stake', 'auc-applicants'],
};

function creditlab(...words) {
  const program = ['scripts/creditlab.mjs', ...words];
  const { status, stdout } = spawnSync(process.execPath, program, {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) process.exit(status ?? 1);
  return stdout;
}

requireInstalled('program');
buildIfStale();

const vectors = readFileSync(`scenarios/${set}.csv`, 'utf8');
if (!process.argv.includes('--probe')) count();

/** Counts over all vectors, and writes the standings. */
function count() {
  const run = ['run', 'baseline', '--ensemble', set, '--worlds', 'actual', '--no-report'];
  creditlab(...run, ...size, '--force', '--out', folder);
  const standings = JSON.parse(readFileSync(join(folder, 'standings.json'), 'utf8'));
  const { facts } = JSON.parse(creditlab('evidence', '--ensemble', set, ...size, '--json'));
  const file = createHash('sha256').update(vectors).digest('hex');
  const text = JSON.stringify({ ...standings, facts, file }, null, 1);
  if (!isQuick) {
    const written = `scenarios/${set}.standings.json`;
    writeFileSync(written, `${text}\n`);
    spawnSync('npm', ['exec', '--', 'oxfmt', written], { stdio: 'inherit' });
  }
  console.log(`${standings.vectors} vectors`);
}

const first = join('output', `${set}-probe.csv`);
writeFileSync(
  first,
  vectors
    .split('\n')
    .slice(0, 1 + probe.vectors)
    .join('\n') + '\n',
);
const small = ['run', 'baseline', '--ensemble', first, '--worlds', 'actual', '--no-report'];
const which = ['--institutions', probe.institutions.join(','), '--reference', 'none'];
const there = join('output', `${set}-probe`);
creditlab(...small, ...probe.flags, ...which, '--force', '--out', there);
const rows = parse(readFileSync(join(there, 'results.csv'), 'utf8'), { columns: true }).filter(
  ({ measure }) => probe.measures.includes(measure),
);
const lines = rows.map(({ point, institution, measure, value }) =>
  [point, institution, measure, value].join(','),
);
if (!isQuick) {
  const header = 'point,institution,measure,value';
  writeFileSync(`test/golden/${set}.csv`, `${[header, ...lines].join('\n')}\n`);
}
console.log(`${lines.length} numbers of the probe`);
