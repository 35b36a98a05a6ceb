/**
 * `npm run bench`: what a government-led market costs, by size. Medians of three runs, each in a process of its own;
 * borrower-quarters a second of one thread, by the clock and by processor time (other work on the machine slows both,
 * the clock more). Compare rows of one run, not runs of different days.
 */
import { spawnSync } from 'node:child_process';
import { buildIfStale, installIfNeeded } from '../scripts/prepare.mjs';

installIfNeeded();
buildIfStale();
const sizes = [
  { borrowers: 10_000, quarters: 40 },
  { borrowers: 100_000, quarters: 40 },
  { borrowers: 1_000_000, quarters: 20 },
];
const repeats = Number(process.argv[2] ?? 3);
const one = new URL('one-market.mjs', import.meta.url).pathname;
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

console.log('borrowers   quarters   million borrower-quarters a second     bytes a borrower');
console.log('                       by the clock    by processor time');
for (const { borrowers, quarters } of sizes) {
  const runs = Array.from({ length: repeats }, () => {
    const { stdout, status } = spawnSync(process.execPath, [one, borrowers, quarters], {
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
    });
    if (status !== 0) process.exit(status ?? 1);
    return JSON.parse(stdout);
  });
  const work = (borrowers * quarters) / 1e6;
  const cells = [
    borrowers.toLocaleString('en').padStart(9),
    String(quarters).padStart(10),
    (work / median(runs.map((run) => run.seconds))).toFixed(2).padStart(14),
    (work / median(runs.map((run) => run.cpu))).toFixed(2).padStart(20),
    // A small market is lost in the engine's working columns.
    borrowers < 100_000
      ? 'too small to tell'.padStart(20)
      : median(runs.map((run) => run.bytes))
          .toFixed(0)
          .padStart(20),
  ];
  console.log(cells.join(' '));
}
