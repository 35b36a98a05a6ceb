/**
 * `node_modules/.bin/tsx bench/many-points.ts [points]`: what a design costs besides its markets, on the built program. How long it takes to see that
 * all of its markets are done (a folder is filled with entries that have the right keys), and the processor time of a point
 * beside that of its markets.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jobsFolder } from '../src/folder/output-folder.ts';
import { inOrder } from '../src/jobs/index.ts';
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

/** Seconds by the clock and of processors that a command takes. */
function timed(...words: readonly string[]): { clock: number; processors: number } {
  const begun = performance.now();
  const { status, stderr } = spawnSync('sh', [
    ...['-c', 'time -p "$@"', 'sh', process.execPath, cli, ...words],
  ]);
  const clock = (performance.now() - begun) / 1000;
  if (status !== 0 && status !== 75) throw new Error(stderr.toString());
  const seconds = (name: string) =>
    Number(new RegExp(`^${name} ([\\d.]+)$`, 'm').exec(stderr.toString())?.[1]);
  return { clock, processors: seconds('user') + seconds('sys') };
}

const told = ({ clock, processors }: ReturnType<typeof timed>) =>
  `${clock.toFixed(1)} s by the clock, ${processors.toFixed(1)} s of processors`;

try {
  const file = join(folder, 'many.yaml');
  const out = join(folder, 'out');
  writeFileSync(file, scenario(points));
  timed('run', file, '--out', out, '--shard', '1/1', '--minutes', '0.01', '--threads', '1');
  const { code, stages } = readPlan(out);
  const tasks = [...tasksOf(inOrder(stages[0]), code)];
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
  const jobs = [...tasksOf(inOrder({ ...stages[0], id: 'few' }), code)].slice(0, 2 * some);
  const begun = process.cpuUsage();
  for (const { job } of jobs) await work(job, loadExternalInstitution);
  const bare = process.cpuUsage(begun);
  const markets = (bare.user + bare.system) / 1e6;
  const over = (1000 * (whole.processors - start.processors - markets)) / some;
  console.log(
    `${some} points of 2 markets: ${told(whole)}; the markets alone in one process ${markets.toFixed(1)} s of processors, ` +
      `the start ${start.processors.toFixed(1)} s: ${over.toFixed(1)} ms a point besides`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
