// Makes docs/findings.json anew: every number in README, CHANGELOG and docs/scores.md that comes from a run. Then
// `npm run docs` writes the sentences. A quarter of an hour on two cores; `--quick` is for trying the script out.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { buildIfStale, requireInstalled } from './prepare.mjs';

const isQuick = process.argv.includes('--quick');
const small = isQuick ? ['--borrowers', '1000', '--replicates', '3'] : [];

/** What is run, where its summary lies, and the measures that the documentation tells. */
const runs = {
  study: {
    words: ['run', 'study', '--replicates', '8', '--worlds', 'actual', '--no-report'],
    summary: 'summary.csv',
    measures: [
      ...['approval-rate', 'default-rate', 'will-not-pay-rate', 'apr', 'welfare'],
      ...['realised-profit', 'lender-calibration-gap', 'lender-share-gap'],
    ],
  },
  worlds: {
    words: ['run', 'baseline', '--no-report'],
    summary: 'summary.csv',
    measures: ['moral-hazard-low', 'moral-hazard-high', 'showing-types-held'],
  },
  scores: {
    words: ['experiment', 'score-value', 'sesame', '--institutions', 'none,sesame'],
    summary: 'experiments/score-value-summary.csv',
    measures: ['footprint', 'file', 'both', 'fico'].flatMap((what) =>
      ['all', 'thin', 'thick'].map((group) => `score-value:auc-${what}:${group}`),
    ),
  },
};

requireInstalled('program');
buildIfStale();
const findings = {};
for (const [name, { words, summary, measures }] of Object.entries(runs)) {
  const folder = mkdtempSync(join(tmpdir(), 'creditlab-findings-'));
  const given = isQuick ? words.filter((word) => word !== '--replicates' && word !== '8') : words;
  const all = [...given, ...small, '--out', folder];
  const { status } = spawnSync(process.execPath, ['dist/cli.js', ...all], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
  const rows = parse(readFileSync(join(folder, summary), 'utf8'), { columns: true, cast: true });
  findings[name] = {
    command: `creditlab ${[...given, ...small].join(' ')}`,
    rows: rows.flatMap((row) => (measures.includes(row.measure) ? [rowOf(row)] : [])),
  };
  rmSync(folder, { recursive: true, force: true });
}
writeFileSync('docs/findings.json', `${JSON.stringify(findings, null, 1)}\n`);

/** Six digits are more than any sentence shows. */
function rowOf({
  institution,
  measure,
  n,
  mean,
  low,
  high,
  difference,
  differenceLow,
  differenceHigh,
}) {
  const digits = (value) => (typeof value === 'number' ? Number(value.toPrecision(6)) : null);
  const [half, differenceHalf] = [
    [low, high],
    [differenceLow, differenceHigh],
  ].map(([from, to]) => (typeof from === 'number' ? digits((to - from) / 2) : null));
  return {
    ...{ institution, measure, n, mean: digits(mean), half },
    ...{ difference: digits(difference), differenceHalf },
  };
}
