import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../run/fixture.ts';
import { creditlab } from './creditlab.ts';

const text = `version: 1
title: T
question: Q
source: S
extends: tiny
borrowers: 200
quarters: 20
replicates: 1
worlds: [actual]
institutions: [none, government-led]
vary:
  government-led.retentionNegative: [4, 28]
  economy.behaviour.awareness: [0, 1]
`;

function begun() {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'sweep.yaml'), text);
  return folder;
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('.jobs') && statSync(join(folder, name)).isFile())
    .toSorted()
    .map((name) => [name, readFileSync(join(folder, name), 'base64')]);

it('a design is run, sharded, merged and verified to the same bytes, and is no single run', () => {
  const folder = begun();
  const whole = creditlab(folder, 'run', 'sweep.yaml', '--out', 'whole', '--quiet');
  expect(whole.exitCode).toBe(0);
  expect(whole.stdout).toContain('Who is first in welfare?');

  const again = creditlab(
    folder,
    ...['run', 'sweep.yaml', '--out', 'a', '--minutes', '0.01', '--no-report'],
  );
  expect([0, 75]).toContain(again.exitCode);
  creditlab(folder, 'run', 'sweep.yaml', '--out', 'a', '--shard', '1/2', '--quiet');
  creditlab(folder, 'run', 'sweep.yaml', '--out', 'b', '--shard', '2/2', '--quiet');
  const status = creditlab(folder, 'status', 'a', 'b');
  expect([status.exitCode, status.stderr]).toEqual([0, '']);
  expect(status.stdout).toContain('5 of 5 markets are done, 0 missing.');
  const merged = creditlab(folder, 'merge', 'a', 'b', '--out', 'merged', '--quiet');
  expect(merged.exitCode).toBe(0);
  expect(filesIn(join(folder, 'merged'))).toEqual(filesIn(join(folder, 'whole')));

  expect(creditlab(folder, 'verify', 'whole', '--quiet').exitCode).toBe(0);
  const report = creditlab(folder, 'report', 'whole');
  expect(report.exitCode).toBe(1);
  expect(report.stderr).toContain('holds a design over government-led.retentionNegative');
});

const anything = (what: Readonly<Record<string, string>>) => `version: 1
title: T
question: Q
source: S
extends: tiny
borrowers: 200
quarters: 20
replicates: 1
worlds: [actual]
economy: { search: { quotes: ${what['economy.search.quotes'] ?? 3} } }
lenders:
  - { id: one, kind: bank, share: 0.5 }
  - { id: two, kind: ${what['two.kind'] ?? 'internet'}, share: 0.25, operating: ${what['two.operating'] ?? 0.03} }
  - { id: three, kind: consumer-finance, share: 0.25 }
institutions:
  - use: none
    as: start
    reforms:
      - as: reform
        phases:
          - from: ${what['reform.phase-1.from'] ?? 16}
            become: { use: ${what['reform.phase-1.use'] ?? 'dual'} }
  - { use: ${what['place.use'] ?? 'market-led'}, as: place, participation: ${what['place.participation'] ?? 1} }
reference: start
`;

it('any value of economy, lender, institution and phase is varied as if a file of its own said it', () => {
  const folder = temporaryFolder();
  const set = {
    'economy.search.quotes': '1',
    'two.operating': '0.05',
    'two.kind': 'bank',
    'place.use': 'association-led',
    'place.participation': '[two, three]',
    'reform.phase-1.from': '18',
    'reform.phase-1.use': 'market-led',
  };
  const levels = Object.entries(set).map(([key, value]) => `  ${key}: [${value}]\n`);
  writeFileSync(join(folder, 'plain.yaml'), anything(set));
  writeFileSync(
    join(folder, 'varied.yaml'),
    `${anything({})}require: []\nvary:\n${levels.join('')}`,
  );
  for (const name of ['plain', 'varied']) {
    const { exitCode, stderr } = creditlab(folder, 'run', `${name}.yaml`, '--out', name, '--quiet');
    expect([exitCode, stderr]).toEqual([0, '']);
  }
  /** What markets gave in the whole run, by institution and measure. */
  const numbers = (name: string) => {
    const [header = '', ...lines] = readFileSync(join(folder, name, 'results.csv'), 'utf8')
      .trim()
      .split('\n');
    const names = header.split(',');
    const cells = lines.map((line) => line.split(','));
    const wanted = ['institution', 'world', 'measure', 'value'];
    return cells
      .filter((row) => row[names.indexOf('quarter')] === '')
      .map((row) => wanted.map((one) => row[names.indexOf(one)]).join(','))
      .toSorted();
  };
  expect(numbers('varied').length).toBeGreaterThan(100);
  expect(numbers('varied')).toEqual(numbers('plain'));
  const cells = readFileSync(join(folder, 'varied', 'points.csv'), 'utf8')
    .trim()
    .split('\n')[1];
  expect(cells).toContain('1,0.05,bank,association-led,two three,18,market-led');
});

it('says how much it will take, and writes nothing', () => {
  const folder = begun();
  const { stdout, exitCode } = creditlab(folder, 'run', 'sweep.yaml', '--dry-run', '--quiet');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('4 points × 2 institutions');
  expect(stdout).toMatch(/5 markets to simulate; .* rows of results, about \d+ MB of disk/);
  expect(readdirSync(folder)).toEqual(['sweep.yaml']);
});

it.each([
  [['--shard', '0/4'], 'there is no shard 0/4'],
  [['--shard', '1/0'], 'as k/n, e.g. 1/4'],
  [['--shard', '5/4'], 'shards are counted from 1: 1/4 … 4/4'],
  [['--precision', '0.1'], '--precision: looks at all of one point'],
  [
    ['--set', 'economy.use.dail=1', '--set', 'government-led.lag=9'],
    'did you mean economy.use.dial',
  ],
  [['--ensemble', 'none.csv'], 'none.csv'],
])('%s is refused, and nothing is written', (flags, message) => {
  const folder = begun();
  const { stderr, exitCode } = creditlab(folder, 'run', 'sweep.yaml', ...flags);
  expect([exitCode, readdirSync(folder)]).toEqual([1, ['sweep.yaml']]);
  expect(stderr).toContain(message);
});

it('an answer is found by shards, stage after stage, to the bytes of one process', () => {
  const folder = begun();
  const over = 'economy.behaviour.awareness,economy.pricing.maxMarkup';
  const words = ['sensitivity', 'tiny', '--borrowers', '100', '--over', over, '--no-figures'];
  words.push('--trajectories', '2', '--base', '2', '--factors', '2', '--threads', '1', '--quiet');
  const run = (...more: readonly string[]) => creditlab(folder, ...words, ...more).exitCode;
  expect(run('--out', 'whole')).toBe(0);

  // The second shard sees the screening done, and goes on to its part of the indices.
  const ends = ['1/2', '2/2'].map((shard) => run('--out', 'shards', '--shard', shard));
  expect(ends).toEqual([75, 75]);
  const status = creditlab(folder, 'status', 'shards', '--json');
  expect([status.exitCode, JSON.parse(status.stdout)]).toMatchObject([75, { verb: 'sensitivity' }]);
  expect(run('--out', 'shards', '--shard', '1/2')).toBe(0);
  expect(creditlab(folder, 'status', 'shards').exitCode).toBe(0);
  expect(run('--out', 'shards')).toBe(0);
  expect(filesIn(join(folder, 'shards'))).toEqual(filesIn(join(folder, 'whole')));
});

it('the scripts for a cluster may be of an answer, and refuse what they would not hand on', () => {
  const folder = begun();
  const words = ['slurm', 'sweep.yaml', '--nodes', '2'];
  expect(creditlab(folder, ...words, '--measure', 'apr').stderr).toContain('--measure: run asks');
  expect(creditlab(folder, ...words, '--threads', '2').stderr).toContain('--cpus 2');
  expect(creditlab(folder, ...words, '--base', '4').stderr).toContain(
    '--base: run has no such flag',
  );
  const asked = ['--verb', 'robustness', '--measure', 'apr', '--borrowers', '300'];
  expect(creditlab(folder, ...words, ...asked).exitCode).toBe(0);
  const array = readFileSync(join(folder, 'sweep.array.sh'), 'utf8');
  expect(array).toContain('exec creditlab robustness sweep.yaml --borrowers 300 --measure apr');
  const submit = readFileSync(join(folder, 'sweep.submit.sh'), 'utf8');
  expect(submit).toMatch(/\nexec creditlab robustness .* --out "\$folder"\n$/);

  const search = ['slurm', 'targets-us', '--nodes', '3', '--verb', 'calibrate', '--starts', '6'];
  expect(creditlab(folder, ...search, '--borrowers', '300').stderr).toContain(
    '--borrowers 300: calibrate has no such flag',
  );
  expect(creditlab(folder, ...words, '--starts', '6').stderr).toContain('--starts: run has no');
  expect(creditlab(folder, ...search).exitCode).toBe(0);
  const found = readFileSync(join(folder, 'targets-us.array.sh'), 'utf8');
  expect(found).toMatch(
    /\nexec creditlab calibrate targets-us .*--starts 6 --out output\/targets-us --shard "\$SLURM_ARRAY_TASK_ID\/3" --quiet\n/,
  );
  expect(readFileSync(join(folder, 'targets-us.submit.sh'), 'utf8')).toMatch(
    /\nexec creditlab calibrate targets-us .*--starts 6 --out "\$folder"\n$/,
  );
});
