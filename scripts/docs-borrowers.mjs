/**
 * `npm run docs:borrowers`: how the gaps between institutions that README prints move from 5,000 to 20,000 to 80,000 borrowers,
 * with the 95% interval of the move, into docs/borrowers.json; `npm run docs` writes the table. A quarter of an hour on two
 * cores; stopped and called again it goes on. `--quick` is for trying the script out.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { buildIfStale, requireInstalled } from './prepare.mjs';

const isQuick = process.argv.includes('--quick');
const sizes = isQuick ? [200, 400, 800] : [5000, 20_000, 80_000];
/** Fewer seeds where there are more people: luck weighs less there. */
const seeds = isQuick ? [4, 4, 4] : [16, 16, 8];
/** Measures whose gaps to `none` README prints, and the scenario at which they are taken. */
const measures = ['approval-rate', 'default-rate', 'will-not-pay-rate', 'apr', 'welfare'];
const scenario = 'baseline';

requireInstalled('program');
buildIfStale();

const runs = sizes.map((borrowers, k) => {
  const out = join('output', `borrowers-${borrowers}`);
  const size = ['--borrowers', String(borrowers), '--replicates', String(seeds[k])];
  const words = ['run', scenario, ...size, '--worlds', 'actual', '--no-report', '--force'];
  const { status } = spawnSync(
    process.execPath,
    ['scripts/creditlab.mjs', ...words, '--out', out],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (status !== 0) process.exit(status ?? 1);
  const rows = parse(readFileSync(join(out, 'summary.csv'), 'utf8'), { columns: true, cast: true });
  return rows.filter(({ world, measure }) => world === 'actual' && measures.includes(measure));
});

/** Six digits are more than any table shows. */
const short = (value) => Number(value.toPrecision(6));
const gaps = runs[0]
  .filter(({ difference }) => typeof difference === 'number')
  .map(({ institution, measure }) => ({
    institution,
    measure,
    bySize: runs.map((rows) => {
      const row = rows.find((one) => one.institution === institution && one.measure === measure);
      const { difference, differenceLow, differenceHigh, n } = row;
      return { gap: short(difference), half: short((differenceHigh - differenceLow) / 2), n };
    }),
  }));
const found = { command: `creditlab run ${scenario} --worlds actual`, sizes, seeds, gaps };
if (!isQuick) writeFileSync('docs/borrowers.json', `${JSON.stringify(found, null, 1)}\n`);
console.log(`${gaps.length} gaps at ${sizes.join(', ')} borrowers`);
