/**
 * `npm run lessons`: tries every claim of the lab's lessons, and of the scenario for classes, over 20 seeds, and writes
 * docs/lessons.md. A claim that fails in more than two is told as failed, and the last line counts it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { jobsOfReplicate } from '../src/jobs/index.ts';
import { work } from '../src/jobs/work.ts';
import { claims } from '../src/lab/lessons/claims.ts';
import { benchAt, lessonOf, lessons } from '../src/lab/lessons/lessons.ts';
import { factOf, type TownFacts } from '../src/lab/run/facts.ts';
import { firstBench, sides, town, type Bench, type Side } from '../src/lab/model/town.ts';
import { numbersOf } from '../src/lab/run/messages.ts';
import { refuseModules, runTown, scenarioOfTown } from '../src/lab/run/town-run.ts';

const seeds = Number(process.env['LESSON_SEEDS'] ?? 20);
const mostFailures = Math.floor(seeds / 10);
const texts = (id: string) =>
  readFileSync(new URL(`../scenarios/${id}.yaml`, import.meta.url), 'utf8');

interface Row {
  readonly lesson: string;
  readonly at: string;
  readonly what: string;
  /** Seeds in which it holds. */
  readonly holds: number;
  readonly size: string;
}

/** Towns that several lessons ask for are run once. */
const known = new Map<string, Promise<TownFacts>>();

async function toldOf(bench: Bench, side: Side, replicate: number): Promise<TownFacts> {
  const { a: _, b: __, ...common } = bench;
  const key = JSON.stringify([common, bench[side], replicate]);
  const found = known.get(key) ?? run(bench, side, replicate);
  known.set(key, found);
  return found;
}

async function run(bench: Bench, side: Side, replicate: number): Promise<TownFacts> {
  const one = { ...bench, replicate };
  const { values, thirds } = await runTown(await scenarioOfTown(one, side, texts), one);
  return { numbers: numbersOf(values, bench[side].world).numbers, thirds };
}

/** Differences of town B to town A, by seed. */
const differences = claims.map((): number[] => []);
/** What files in secret and in the open do to refusals, by seed. */
const refusals: Record<'secret' | 'open', number[]> = { secret: [], open: [] };
/** What the randomised prices of lesson 3 find. */
const lottery: Record<string, number>[] = [];
for (let replicate = 0; replicate < seeds; replicate++) {
  for (const [k, { lesson, at, fact }] of claims.entries()) {
    const bench =
      lesson === 'lecture'
        ? { ...firstBench, a: town('none'), b: town(at) }
        : benchAt(lessonOf(lesson), at);
    const [a, b] = await Promise.all(sides.map((side) => toldOf(bench, side, replicate)));
    differences[k].push(factOf(b, fact) - factOf(a, fact));
  }
  for (const at of ['secret', 'open'] as const) {
    const bench = benchAt(lessonOf('2'), at);
    const [a, b] = await Promise.all(sides.map((side) => toldOf(bench, side, replicate)));
    refusals[at].push(factOf(b, 'will-not-pay-rate') - factOf(a, 'will-not-pay-rate'));
  }
  known.clear();
  const [third] = lessons.filter(({ lottery: drawn }) => drawn);
  const scenario = await scenarioOfTown({ ...third.run, replicate }, 'a', texts);
  const [job] = jobsOfReplicate(scenario, replicate);
  const values = await work({ ...job, experiment: 'karlan-zinman' }, refuseModules);
  lottery.push(
    Object.fromEntries(
      values.map(({ world, measure, value }) => [`${world}/${measure.slice(14)}`, value]),
    ),
  );
  console.error(`seed ${replicate + 1} of ${seeds}`);
}

const percent = (value: number) => (100 * value).toFixed(2);
const mean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length;
const drawn = (key: string) => lottery.map((one) => one[key]);

const rows: Row[] = claims.map(({ lesson, at, fact, sign }, k) => {
  const holds = differences[k].filter((value) => value * sign > 0).length;
  return {
    lesson,
    at,
    what: `${fact} ${sign > 0 ? 'higher' : 'lower'} in town B`,
    holds,
    size: percent(mean(differences[k])),
  };
});
/** In secret, files lower refusals by less than half of what they do in the open. */
const secret = Array.from(
  { length: seeds },
  (_, k) => [refusals.secret[k], refusals.open[k]] as const,
);
const hardly = secret.filter(([hidden, open]) => Math.abs(hidden) < Math.abs(open) / 2).length;
const behaviour = lottery.filter(
  (one) => one['actual/burden-true'] > 3 * Math.abs(one['actual/selection-true']),
).length;
const contracted = lottery.filter(
  (one) => Math.abs(one['action-contractible/burden-true']) < 1e-4,
).length;
const shown = lottery.filter((one) => Math.abs(one['types-visible/selection-true']) < 1e-4).length;
rows.push(
  {
    lesson: '2',
    at: 'secret',
    what: 'refusals move less than half as much as in the open',
    holds: hardly,
    size: `${percent(mean(refusals.secret))} against ${percent(mean(refusals.open))}`,
  },
  {
    lesson: '3',
    at: 'lottery',
    what: 'behaviour more than three times selection',
    holds: behaviour,
    size: `${percent(mean(drawn('actual/burden-true')))} against ${percent(mean(drawn('actual/selection-true')))}`,
  },
  {
    lesson: '3',
    at: 'lottery',
    what: 'contracts on action end behaviour',
    holds: contracted,
    size: percent(mean(drawn('action-contractible/burden-true'))),
  },
  {
    lesson: '3',
    at: 'lottery',
    what: 'showing types ends selection',
    holds: shown,
    size: percent(mean(drawn('types-visible/selection-true'))),
  },
);
const failed = rows.filter(({ holds }) => holds < seeds - mostFailures);
const table = rows
  .toSorted((one, other) => one.lesson.localeCompare(other.lesson))
  .map(
    ({ lesson, at, what, holds, size }) =>
      `| ${lesson} | \`${at}\` | ${what} | ${holds} of ${seeds} | ${size} |`,
  )
  .join('\n');
writeFileSync(
  new URL('../docs/lessons.md', import.meta.url),
  `# What the lab’s lessons claim

Written by \`npm run lessons\`: each claim on the lesson’s own towns (2,000 borrowers, 48 quarters, 24 counted), or of
scenarios/lecture.yaml against no sharing, over
${seeds} seeds. A claim that fails in more than ${mostFailures} of them is not taught. The size is the mean difference of town B to town A
in points; of the lottery, points of default for ten points of APR.

| lesson | stop | claim | holds | size |
| --- | --- | --- | --- | --- |
${table}
`,
);
console.log(`${rows.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
