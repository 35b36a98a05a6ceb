/**
 * `npm run docs:lessons`: tries every claim of the lab's lessons over 20 seeds, on the lessons' own towns, and writes
 * docs/lessons.md. A claim that fails in more than two is told as failed, and the last line counts it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { jobsOfReplicate } from '../src/jobs/index.ts';
import { work } from '../src/jobs/work.ts';
import { claims } from '../src/lab/lessons/claims.ts';
import { benchAt, lessonOf, lessons } from '../src/lab/lessons/lessons.ts';
import { factOf, type Told } from '../src/lab/run/facts.ts';
import { sides, type Bench, type Side } from '../src/lab/model/town.ts';
import { numbersOf } from '../src/lab/run/messages.ts';
import { refuseModules, runTown, scenarioOfTown } from '../src/lab/run/town-run.ts';

const seeds = Number(process.env['LESSON_SEEDS'] ?? 20);
const mostFailures = Math.floor(seeds / 10);
const texts = (id: string) =>
  readFileSync(new URL(`../scenarios/${id}.yaml`, import.meta.url), 'utf8');

/** Towns that several lessons ask for are run once. */
const known = new Map<string, Promise<Told>>();

async function toldOf(bench: Bench, side: Side, replicate: number): Promise<Told> {
  const { a: _, b: __, ...common } = bench;
  const key = JSON.stringify([common, bench[side], replicate]);
  const found = known.get(key) ?? run(bench, side, replicate);
  known.set(key, found);
  return found;
}

async function run(bench: Bench, side: Side, replicate: number): Promise<Told> {
  const one = { ...bench, replicate };
  const { values, thirds } = await runTown(await scenarioOfTown(one, side, texts), one);
  return { numbers: numbersOf(values, bench[side].world).numbers, thirds };
}

/** Differences of town B to town A, by seed. */
const differences = claims.map((): number[] => []);
/** What the randomised prices of lesson 3 find. */
const lottery: Record<string, number>[] = [];
for (let replicate = 0; replicate < seeds; replicate++) {
  for (const [k, { lesson, at, fact }] of claims.entries()) {
    const bench = benchAt(lessonOf(lesson), at);
    const [a, b] = await Promise.all(sides.map((side) => toldOf(bench, side, replicate)));
    differences[k].push(factOf(b, fact) - factOf(a, fact));
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

const rows = claims.map(({ lesson, at, fact, sign }, k) => {
  const holds = differences[k].filter((value) => value * sign > 0).length;
  return {
    lesson,
    at,
    what: `${fact} ${sign > 0 ? 'higher' : 'lower'} in town B`,
    holds,
    size: percent(mean(differences[k])),
  };
});
const behaviour = lottery.filter(
  (one) => one['actual/burden-true'] > 3 * Math.abs(one['actual/selection-true']),
).length;
const contracted = lottery.filter(
  (one) => Math.abs(one['action-contractible/burden-true']) < 1e-4,
).length;
const shown = lottery.filter((one) => Math.abs(one['types-visible/selection-true']) < 1e-4).length;
rows.push(
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

Written by \`npm run docs:lessons\`: each claim on the lesson’s own towns (2,000 borrowers, 48 quarters, 24 counted), over
${seeds} seeds. A claim that fails in more than ${mostFailures} of them is not taught. The size is the mean difference of town B to town A
in points; of the lottery, points of default for ten points of APR.

| lesson | stop | claim | holds | size |
| --- | --- | --- | --- | --- |
${table}
`,
);
console.log(`${rows.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
