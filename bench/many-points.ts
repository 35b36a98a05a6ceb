/**
 * `node_modules/.bin/tsx bench/many-points.ts [points]`: what designs cost, on the built program and a quiet machine, in some
 * two minutes. How long it takes to see that all markets of a design are done (a folder is filled with entries that have the
 * right keys); the processor time of a point beside that of its markets; and, from a shard of each, how long two analyses of
 * the baseline would take in all: Morris screening of all assumptions, and Sobol indices of eight.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jobsFolder } from '../src/folder/output-folder.ts';
import { inOrderOfRecord } from '../src/jobs/index.ts';
import { work } from '../src/jobs/work.ts';
import { tasksOf } from '../src/run/design/tasks.ts';
import { readPlan } from '../src/run/store/plan-record.ts';
import { loadExternalInstitution } from '../src/scenario/institutions/external.ts';
import { storeIn } from '../src/run/store/store.ts';

const points = Number(process.argv[2] ?? 50_000);
const cli = new URL('../dist/cli.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'creditlab-points-'));

const scenario = (count: number) => `version: 1
title: Many small markets
question: How long does it take to see that all markets are done?
source: bench
extends: tiny
borrowers: 100
quarters: 8
burnIn: 2
replicates: 1
worlds: [actual]
institutions: [none, government-led]
sample: { design: sobol, points: ${count}, over: [economy.pricing.maxMarkup, economy.pricing.exploration] }
`;

/** Eight assumptions that every market reads, at as many points as the indices of eight factors have with 256 base points. */
const ofEight = `version: 1
title: Indices of eight
question: How long do they take?
source: bench
extends: baseline
borrowers: 5000
replicates: 1
worlds: [actual]
sample:
  design: sobol
  points: ${256 * (8 + 2)}
  over:
    - economy.use.dial
    - economy.behaviour.effortCost
    - economy.hazard.debt
    - economy.hazard.own
    - economy.pricing.maxMarkup
    - economy.pricing.exploration
    - economy.behaviour.awareness
    - everyLender.operating
`;

/** Seconds by the clock and of processors that a command takes, and what it says. */
function timed(...words: readonly string[]): { clock: number; processors: number; said: string } {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync('sh', [
    ...['-c', 'time -p "$@"', 'sh', process.execPath, cli, ...words],
  ]);
  const clock = (performance.now() - begun) / 1000;
  if (status !== 0 && status !== 75) throw new Error(stderr.toString());
  const seconds = (name: string) =>
    Number(new RegExp(`^${name} ([\\d.]+)$`, 'm').exec(stderr.toString())?.[1]);
  const said = `${stdout.toString()}\n${stderr.toString()}`;
  return { clock, processors: seconds('user') + seconds('sys'), said };
}

const numberIn = (text: string, pattern: RegExp) =>
  Number(pattern.exec(text)?.[1]?.replaceAll(',', '') ?? NaN);

/**
 * From one shard to all markets: what a plan takes is taken once, the rest as often as there are such shards.
 *
 * @param within minutes that it should take at most
 */
function extrapolated(
  name: string,
  within: number,
  of: number,
  words: readonly string[],
  doneIn: (said: string, out: string) => number,
): void {
  const out = join(folder, name);
  const plan = timed(...words, '--out', out, '--dry-run');
  const all = numberIn(plan.said, /([\d,]+) markets to simulate/);
  const shard = timed(...words, '--out', out, '--shard', `1/${of}`);
  const done = doneIn(shard.said, out);
  const minutes = (plan.clock + ((shard.clock - plan.clock) * all) / done) / 60;
  console.log(
    `${name}: ${done} of ${all} markets in ${(shard.clock - plan.clock).toFixed(1)} s after ${plan.clock.toFixed(1)} s of start and plan; ` +
      `all of them, extrapolated: ${minutes.toFixed(1)} minutes by the clock (at most ${within})`,
  );
}

const told = ({ clock, processors }: ReturnType<typeof timed>) =>
  `${clock.toFixed(1)} s by the clock, ${processors.toFixed(1)} s of processors`;

try {
  const file = join(folder, 'many.yaml');
  const out = join(folder, 'out');
  writeFileSync(file, scenario(points));
  timed('run', file, '--out', out, '--shard', '1/1', '--minutes', '0.01', '--threads', '1');
  const { code, stages } = readPlan(out);
  const tasks = [...tasksOf(inOrderOfRecord(stages[0]), code)];
  const store = storeIn([join(out, jobsFolder)]);
  const values = await work(tasks[0].job, loadExternalInstitution);
  for (const { key } of tasks) if (!store.has(key)) store.write(key, values);
  store.close();
  const resume = timed('run', file, '--out', out, '--shard', '1/1', '--threads', '1');
  console.log(`resume of ${tasks.length} finished markets: ${told(resume)}`);
  const status = timed('status', out);
  console.log(`status of them: ${told(status)}`);

  const some = 400;
  writeFileSync(file, scenario(some));
  const few = join(folder, 'few');
  const whole = timed('run', file, '--out', few, '--threads', '1', '--no-report');
  const start = timed('run', file, '--out', join(folder, 'dry'), '--dry-run');
  const jobs = [...tasksOf(inOrderOfRecord({ ...stages[0], id: 'few' }), code)].slice(0, 2 * some);
  const begun = process.cpuUsage();
  for (const { job } of jobs) await work(job, loadExternalInstitution);
  const bare = process.cpuUsage(begun);
  const markets = (bare.user + bare.system) / 1e6;
  const over = (1000 * (whole.processors - start.processors - markets)) / some;
  console.log(
    `${some} points of 2 markets: ${told(whole)}; the markets alone in one process ${markets.toFixed(1)} s of processors, ` +
      `the start ${start.processors.toFixed(1)} s: ${over.toFixed(1)} ms a point besides`,
  );

  const eight = join(folder, 'eight.yaml');
  writeFileSync(eight, ofEight);
  const finished = (said: string) => numberIn(said, /; ([\d,]+) of [\d,]+ markets of this stage/);
  const morris = ['sensitivity', 'baseline', '--borrowers', '5000', '--replicates', '1'];
  extrapolated(
    'Morris of all assumptions, 10 trajectories',
    20,
    40,
    [...morris, '--trajectories', '10', '--base', '0'],
    finished,
  );
  extrapolated('Sobol of eight, 256 base points', 60, 80, ['run', eight], (said) =>
    numberIn(said, /: ([\d,]+) markets done/),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
