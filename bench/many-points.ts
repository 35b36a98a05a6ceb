/**
 * `node bench/many-points.mjs [points] [resume|point|answers …]`: what designs cost, on the built program and a quiet machine,
 * in some four minutes. How long it takes to see that all markets of a design are done (a folder is filled with entries that
 * have the right keys); the processor time of one more point beside that of its markets, from designs of two sizes, medians of
 * several turns; and how long two analyses of the baseline would take in all, from a shard of each that has whole points:
 * Morris screening of all assumptions, and Sobol indices of eight.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from 'simple-statistics';
import { jobsFolder } from '../src/folder/output-folder.ts';
import { inOrderOfRecord } from '../src/jobs/index.ts';
import { work } from '../src/jobs/work.ts';
import { tasksOf } from '../src/run/design/tasks.ts';
import { readPlan } from '../src/run/store/plan-record.ts';
import { loadExternalInstitution } from '../src/scenario/institutions/external.ts';
import { storeIn } from '../src/run/store/store.ts';

const [given = '50000', ...parts] = process.argv.slice(2);
const points = Number(given);
const isWanted = (part: string) => parts.length === 0 || parts.includes(part);
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

/** How far a shard was, and when. */
interface Reached {
  readonly markets: number;
  /** Seconds from the start of the command. */
  readonly at: number;
}

/** What a command says of its progress, as it says it. */
async function progressOf(...words: readonly string[]): Promise<Reached[]> {
  const begun = performance.now();
  const child = spawn(process.execPath, [cli, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const reached: Reached[] = [];
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      for (const [, markets = ''] of text.matchAll(/^([\d,]+) of [\d,]+ markets(?:,|$)/gm)) {
        const number = Number(markets.replaceAll(',', ''));
        reached.push({ markets: number, at: (performance.now() - begun) / 1000 });
      }
    });
  }
  const [status] = await once(child, 'close');
  if (status !== 0 && status !== 75) throw new Error(said);
  return reached;
}

/**
 * From one shard to all markets. Where borrowers may be unaware a shard of so many markets has whole points, so that what is
 * run once for all institutions of a point counts once. Start, plan and the first tenth of the shard, in which threads
 * compile what they run, are taken once; the pace of the rest is that of all others.
 *
 * @param within minutes that it should take at most
 */
async function extrapolated(
  name: string,
  within: number,
  of: number,
  words: readonly string[],
): Promise<void> {
  const out = join(folder, name);
  const plan = timed(...words, '--out', out, '--dry-run');
  const all = numberIn(plan.said, /([\d,]+) markets to simulate/);
  const reached = await progressOf(...words, '--out', out, '--shard', `1/${of}`);
  const [first, last] = [reached[0], reached[reached.length - 1]];
  const pace = (last.at - first.at) / (last.markets - first.markets);
  const minutes = (first.at + pace * (all - first.markets)) / 60;
  console.log(
    `${name}: ${last.markets} of ${all} markets in ${last.at.toFixed(1)} s, the first ${first.markets} with start and plan in ` +
      `${first.at.toFixed(1)} s, then ${pace.toFixed(3)} s a market; ` +
      `all of them, extrapolated: ${minutes.toFixed(1)} minutes by the clock (at most ${within})`,
  );
}

const told = ({ clock, processors }: ReturnType<typeof timed>) =>
  `${clock.toFixed(1)} s by the clock, ${processors.toFixed(1)} s of processors`;

/** Tasks of a design that has begun in a folder. */
function tasksBegun(out: string) {
  const { code, stages } = readPlan(out);
  return [...tasksOf(inOrderOfRecord(stages[0]), code)];
}

async function resuming(file: string): Promise<void> {
  const out = join(folder, 'out');
  writeFileSync(file, scenario(points));
  timed('run', file, '--out', out, '--shard', '1/1', '--minutes', '0.01', '--threads', '1');
  const tasks = tasksBegun(out);
  const store = storeIn([join(out, jobsFolder)]);
  const values = await work(tasks[0].job, loadExternalInstitution);
  for (const { key } of tasks) if (!store.has(key)) store.write(key, values);
  store.close();
  for (let turn = 0; turn < turns; turn++) {
    const resume = timed('run', file, '--out', out, '--shard', '1/1', '--threads', '1');
    console.log(`resume of ${tasks.length} finished markets: ${told(resume)}`);
  }
  const status = timed('status', out);
  console.log(`status of them: ${told(status)}`);
}

/** Times that a command is called, where other work on the machine would spoil one call. */
const turns = 5;
/** Points of the two designs: what is done once, and compiling, is no cost of a point. */
const [some, more] = [400, 1600];

async function onePoint(file: string): Promise<void> {
  const beside: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const [small, large] = [some, more].map((count) => {
      writeFileSync(file, scenario(count));
      const out = ['--out', join(folder, `${turn}-${count}`)];
      return timed('run', file, ...out, '--threads', '1', '--no-report');
    });
    const markets = await bareMarkets(join(folder, `${turn}-${more}`));
    const over = (1000 * (large.processors - small.processors - markets)) / (more - some);
    beside.push(over);
    console.log(
      `${some} points of 2 markets: ${told(small)}; ${more} points: ${told(large)}; the markets of the ${more - some} more, alone ` +
        `in one process, ${markets.toFixed(1)} s of processors: ${over.toFixed(1)} ms a point besides`,
    );
  }
  console.log(`one more point, besides its markets: ${median(beside).toFixed(1)} ms (at most 5)`);
}

/** Seconds of processors of the markets that the larger design has and the smaller has not. */
async function bareMarkets(out: string): Promise<number> {
  // Made beforehand: that is part of what a point costs.
  const jobs = tasksBegun(out).map(({ job }) => job);
  const bare = process.cpuUsage();
  let before = bare;
  for (const [i, job] of jobs.entries()) {
    if (i === 2 * some) before = process.cpuUsage(bare);
    await work(job, loadExternalInstitution);
  }
  const after = process.cpuUsage(bare);
  return (after.user + after.system - before.user - before.system) / 1e6;
}

async function twoAnswers(): Promise<void> {
  const eight = join(folder, 'eight.yaml');
  writeFileSync(eight, ofEight);
  const morris = ['sensitivity', 'baseline', '--borrowers', '5000', '--replicates', '1'];
  const trajectories = ['--trajectories', '10', '--base', '0'];
  await extrapolated('Morris of all assumptions, 10 trajectories', 20, 40, [
    ...morris,
    ...trajectories,
  ]);
  await extrapolated('Sobol of eight, 256 base points', 60, 80, ['run', eight]);
}

try {
  const file = join(folder, 'many.yaml');
  if (isWanted('resume')) await resuming(file);
  if (isWanted('point')) await onePoint(file);
  if (isWanted('answers')) await twoAnswers();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
