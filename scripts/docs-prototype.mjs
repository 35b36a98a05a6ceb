// Writes the engine's own table beside the prototype's into section 15 of docs/model.md: the same rows, sizes and paired
// differences, at the parameters of section 13. Some minutes on two cores.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { buildIfStale, requireInstalled, root, run } from './prepare.mjs';

requireInstalled('all');
buildIfStale();

const kinds = ['bank', 'consumer-finance', 'internet'];
const each = (level) => `{ ${kinds.map((kind) => `${kind}: ${level}`).join(', ')} }`;
const scenario = (institutions) => `
version: 1
title: The prototype's table
question: Does the engine give what the prototype gave, in order and sign?
source: docs/model.md, section 15
extends: ${join(root, 'evidence', 'calibration', 'began-with.yaml')}
seed: section-15
borrowers: 5000
quarters: 56
burnIn: 32
replicates: 6
worlds: [actual]
institutions:${institutions}`;
const aware = scenario(`
  - none
  - government-led
  - market-led
  - association-led
  - negative-only
  - full-sharing
  - declare:
      label: Full sharing without balances
      contributes: ${each('must')}
      reads: { ${kinds.map((kind) => `${kind}: ${each('full-without-balances')}`).join(', ')} }
    as: without-balances
    with: { retentionNegative: 28, retentionPositive: 28 }
`);
const unaware = `${scenario('\n  - none\n  - full-sharing\n')}
economy:
  behaviour: { awareness: 0 }
`;

const folder = mkdtempSync(join(tmpdir(), 'creditlab-prototype-'));
const values = new Map();
simulate('aware', aware, (institution) => institution);
simulate('unaware', unaware, (institution) => (institution === 'none' ? '' : 'unaware'));
rmSync(folder, { recursive: true, force: true });

/** Keeps each institution's measures by replicate. */
function simulate(name, text, nameOf) {
  const file = join(folder, `${name}.yaml`);
  const out = join(folder, name);
  writeFileSync(file, text);
  const words = ['dist/cli.js', 'run', file, '--no-report', '--out', out];
  const { status } = spawnSync(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
  const rows = parse(readFileSync(join(out, 'results.csv'), 'utf8'), { columns: true });
  for (const { institution, world, replicate, quarter, measure, value } of rows) {
    if (world !== 'actual' || quarter !== '' || value === '' || nameOf(institution) === '')
      continue;
    const key = `${nameOf(institution)} ${measure}`;
    if (!values.has(key)) values.set(key, []);
    values.get(key)[Number(replicate)] = Number(value);
  }
}

/** A measure by replicate. */
const of = (institution, measure) => values.get(`${institution} ${measure}`);
const meanOf = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
const errorOf = (list) => {
  const mean = meanOf(list);
  const square = list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (list.length - 1);
  return Math.sqrt(square / list.length);
};
/** As the prototype's table has it: no zero before the point, a true minus. */
const digits = (value, n) =>
  value
    .toFixed(n)
    .replace(/^(-?)0\./, '$1.')
    .replace(/^-(\.?0*)$/, '$1')
    .replace('-', '−');

const titles = {
  none: 'none',
  'government-led': 'government-led',
  'market-led': 'market-led',
  'association-led': 'association-led',
  'negative-only': 'negative-only',
  'full-sharing': 'full-sharing',
  'without-balances': 'full without balances',
  unaware: 'full, nobody aware',
};
const levels = Object.entries(titles).map(([id, title]) => {
  const mean = (measure, n, scale = 1) => digits(scale * meanOf(of(id, measure)), n);
  const refusals = of(id, 'will-not-pay-rate').map((rate, r) => rate / of(id, 'default-rate')[r]);
  return [
    title,
    mean('approval-rate', 3),
    mean('take-up-rate', 3),
    mean('default-rate', 4),
    digits(meanOf(refusals), 3),
    mean('apr', 3),
    mean('loss-given-default', 3),
    mean('welfare', 2, 100),
    `${mean('stake', 3)} (${mean('stake-shared', 2)})`,
    id === 'unaware' ? '–' : mean('stake-scale', 2),
    mean('effort', 3),
  ];
});
const pairs = [
  ...['government-led', 'market-led', 'association-led', 'negative-only', 'full-sharing'].map(
    (id) => [id, 'none'],
  ),
  ['full-sharing', 'negative-only'],
  ['full-sharing', 'without-balances'],
  ['unaware', 'none'],
];
const differences = pairs.map(([id, from]) => {
  const cell = (measure, n) => {
    const list = of(id, measure).map((value, r) => 100 * (value - of(from, measure)[r]));
    return `${digits(meanOf(list), n)} ± ${digits(errorOf(list), n)}`;
  };
  const short = (name) =>
    titles[name].replace('full-sharing', from === 'none' ? 'full-sharing' : 'full');
  const title = `${short(id)} − ${short(from)}`;
  return [
    title,
    cell('welfare', 2),
    cell('default-rate', 2),
    cell('approval-rate', 1),
    cell('apr', 2),
  ];
});

const head = (names) => [names, names.map(() => '---')];
const table = (rows) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
const block = [
  '<!-- prototype -->',
  '',
  table([
    ...head(
      '|approval|taken|default|will not pay, share|APR|LGD|welfare|V (shared part)|θ|effort'.split(
        '|',
      ),
    ),
    ...levels,
  ]),
  '',
  table([
    ...head(['paired difference', 'welfare', 'default, points', 'approval, points', 'APR, points']),
    ...differences,
  ]),
  '',
  '<!-- /prototype -->',
].join('\n');
const page = readFileSync('docs/model.md', 'utf8');
const place = /<!-- prototype -->[^]*<!-- \/prototype -->/;
if (!place.test(page)) throw new Error('docs/model.md has no place for the table');
writeFileSync(
  'docs/model.md',
  page.replace(place, () => block),
);
process.exitCode = run('npm', ['exec', '--', 'oxfmt', `${root}docs/model.md`]);
