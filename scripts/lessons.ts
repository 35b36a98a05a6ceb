/**
 * `npm run lessons`: tries every claim of the lab's lessons, and of the scenario for classes, over 20 seeds, and writes
 * docs/lessons.md. A claim that fails in more than two is told as failed, and the last line counts it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { jobsOfReplicate } from '../src/jobs/index.ts';
import { work } from '../src/jobs/work.ts';
import { claims, comparisons, ranges, unsure, type Claim } from '../src/lab/lessons/claims.ts';
import { encores } from '../src/lab/lessons/encores.ts';
import { benchAt, lessons } from '../src/lab/lessons/lessons.ts';
import { factOf, type TownFacts } from '../src/lab/run/facts.ts';
import { firstBench, sides, town, type Bench, type Side } from '../src/lab/model/town.ts';
import { numbersOf } from '../src/lab/run/messages.ts';
import { scenarioOfTown } from '../src/lab/run/read-town.ts';
import { refuseModules, runTown } from '../src/lab/run/town-run.ts';

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

type Spot = Pick<Claim, 'lesson' | 'at' | 'fact'>;
const nameOf = ({ lesson, at, fact }: Spot) => `${lesson}/${at}/${fact}`;
const spots: readonly Spot[] = [
  ...claims,
  ...ranges,
  ...unsure,
  ...comparisons.flatMap((one) => [one, { ...one, at: one.against }]),
];

function benchOf({ lesson, at }: Spot): Bench {
  if (lesson === 'lecture') return { ...firstBench, a: town('none'), b: town(at) };
  const ofLesson = lessons.find(({ id }) => id === lesson);
  if (ofLesson) return benchAt(ofLesson, at);
  const stop = encores.find(({ id }) => id === lesson)?.stops.find(({ id }) => id === at);
  if (!stop) throw new Error(`there is no stop ${lesson}/${at}`);
  return stop.bench;
}

/** Differences of town B to town A, by seed. */
const differences = new Map<string, number[]>(spots.map((spot) => [nameOf(spot), []]));
const of = (spot: Spot) => differences.get(nameOf(spot)) ?? [];
/** What the randomised prices of lesson 3 find. */
const lottery: Record<string, number>[] = [];
for (let replicate = 0; replicate < seeds; replicate++) {
  for (const spot of spots) {
    const found = of(spot);
    if (found.length > replicate) continue;
    const [a, b] = await Promise.all(sides.map((side) => toldOf(benchOf(spot), side, replicate)));
    found.push(factOf(b, spot.fact) - factOf(a, spot.fact));
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

const rows: Row[] = claims.map((claim) => {
  const found = of(claim);
  return {
    ...{ lesson: claim.lesson, at: claim.at },
    what: `${claim.fact} ${claim.sign > 0 ? 'higher' : 'lower'} in town B`,
    holds: found.filter((value) => value * claim.sign > 0).length,
    size: percent(mean(found)),
  };
});
for (const { lesson, at, against, fact, is, share } of comparisons) {
  const [here, there] = [of({ lesson, at, fact }), of({ lesson, at: against, fact })];
  const holds = here.filter((value, k) => {
    const most = share * Math.abs(there[k]);
    return is === 'less' ? Math.abs(value) < most : Math.abs(value) > most;
  }).length;
  const times = share === 1 ? '' : `${share} times `;
  rows.push({
    ...{ lesson, at, holds },
    what: `${fact} moves ${is} than ${times}what it does at \`${against}\``,
    size: `${percent(mean(here))} against ${percent(mean(there))}`,
  });
}
for (const { lesson, at, fact, from, to } of ranges) {
  const found = of({ lesson, at, fact });
  rows.push({
    ...{ lesson, at },
    what: `${fact} moves by ${percent(from)} to ${percent(to)}: ${percent(Math.min(...found))} to ${percent(Math.max(...found))} are seen`,
    holds: found.filter((value) => value > from && value < to).length,
    size: percent(mean(found)),
  });
}
for (const spot of unsure) {
  const found = of(spot);
  const higher = found.filter((value) => value > 0).length;
  // Either sign in more seeds than a claim may fail in.
  const isOpen = Math.min(higher, seeds - higher) > mostFailures;
  rows.push({
    ...{ lesson: spot.lesson, at: spot.at, holds: isOpen ? seeds : 0 },
    what: `${spot.fact} without a sure sign: higher in ${higher}, lower in ${seeds - higher}`,
    size: percent(mean(found)),
  });
}
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

Written by \`npm run lessons\`: each claim on the lesson’s own towns (2,000 borrowers, 48 quarters, 24 counted), or of
scenarios/lecture.yaml against no sharing, over
${seeds} seeds. A claim that fails in more than ${mostFailures} of them is not taught. The size is the mean difference of town B to town A
in points; of the lottery, points of default for ten points of APR.

| lesson | stop | claim | holds | size |
| --- | --- | --- | --- | --- |
${table}
`,
);
for (const { lesson, at, what, holds } of failed) {
  console.log(`FAILED lesson ${lesson}, ${at}: ${what}: holds in ${holds} of ${seeds}`);
}
console.log(`${rows.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
