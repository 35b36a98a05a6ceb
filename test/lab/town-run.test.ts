import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/index.ts';
import { fogOf } from '../../src/lab/field/fog.ts';
import { encores } from '../../src/lab/lessons/encores.ts';
import { bucketOf, bucketWorlds } from '../../src/lab/run/bucket.ts';
import { work } from '../../src/jobs/work.ts';
import { jobsOfReplicate } from '../../src/jobs/index.ts';
import { lessons } from '../../src/lab/lessons/lessons.ts';
import { firstBench, sides, town } from '../../src/lab/model/town.ts';
import { townScenario } from '../../src/lab/model/town-scenario.ts';
import { scenarioText } from '../../src/lab/model/yaml.ts';
import {
  emptyFilm,
  End,
  endOf,
  Move,
  moveOf,
  footageOf,
  thirdOf,
  withFootage,
} from '../../src/lab/run/film.ts';
import { storyOf } from '../../src/lab/run/person.ts';
import { scenarioOfTown } from '../../src/lab/run/read-town.ts';
import { openTown, refuseModules, runTown } from '../../src/lab/run/town-run.ts';
import { behaviours } from '../../src/scores/index.ts';

const texts = (id: string) =>
  readFileSync(new URL(`../../scenarios/${id}.yaml`, import.meta.url), 'utf8');
const small = {
  ...firstBench,
  ...{ borrowers: 400, quarters: 16, burnIn: 6, replicate: 1 },
  a: town('none', { world: 'types-visible', set: { 'economy.signals.incomeNoise': 5 } }),
  b: town('full-sharing', { with: { retentionPositive: 3 } }),
};

describe('a town', () => {
  it.each(sides)('%s has the numbers of the command line, though it is filmed', async (side) => {
    const { values } = await runTown(await scenarioOfTown(small, side, texts), small);
    const { rows } = await run(scenarioText(townScenario(small, side)));
    const expected = Array.from(rows.value).flatMap((value, i) =>
      rows.replicate[i] === 1 ? [[rows.world[i], rows.quarter[i], rows.measure[i], value]] : [],
    );
    const found = values.map(({ world, quarter, measure, value }) => [
      world,
      quarter,
      measure,
      value,
    ]);
    const inOrder = (lines: unknown[][]) => lines.map((line) => JSON.stringify(line)).toSorted();
    expect(found.length).toBeGreaterThan(300);
    expect(inOrder(found)).toEqual(inOrder(expected));
  });

  it('is filmed as it is counted: who asks, who is approved, how loans end', async () => {
    const { film, thirds } = await runTown(await scenarioOfTown(small, 'b', texts), small);
    const counted = film.marks.subarray(small.burnIn * film.people);
    const asked = counted.filter((mark) => moveOf(mark) !== Move.none).length;
    const sum = (column: Float64Array) => column.reduce((total, one) => total + one, 0);
    expect(sum(thirds.applications)).toBe(asked);
    const endings = counted.filter((mark) => endOf(mark) !== End.none).length;
    const ended = sum(thirds.repaid) + sum(thirds.cannotPay) + sum(thirds.willNotPay);
    // A person with two loans that end in one quarter has one mark.
    expect(ended).toBeGreaterThanOrEqual(endings);
    expect(ended - endings).toBeLessThan(endings / 5);
    const shares = [0, 1, 2].map(
      (third) => counted.filter((mark) => thirdOf(mark) === third).length / counted.length,
    );
    for (const share of shares) expect(share).toBeCloseTo(1 / 3, 0.9);
  });

  it('has the same people with the same needs and risks as the other', async () => {
    const [a, b] = await Promise.all(
      sides.map(
        async (side) => (await runTown(await scenarioOfTown(small, side, texts), small)).film,
      ),
    );
    const same = (one: typeof a) =>
      Array.from(one.marks, (mark) => [thirdOf(mark), moveOf(mark) !== Move.none]);
    // Who owes a lender cannot ask it again, but the first quarter is the same to the last person.
    expect(same(a).slice(0, a.people)).toEqual(same(b).slice(0, b.people));
    expect(same(a).map(([third]) => third)).toEqual(same(b).map(([third]) => third));
  });

  it('tells of one person what adds up to what the lender believed', async () => {
    const scenario = await scenarioOfTown(small, 'b', texts);
    const { film } = await runTown(scenario, small);
    const row = 10 * film.people;
    const person = film.marks
      .subarray(row, row + film.people)
      .findIndex((mark) => moveOf(mark) === Move.took);
    const { askings } = await storyOf(scenario, small.replicate, person);
    const asking = askings.find(({ quarter }) => quarter === 10);
    const sight = asking?.sights.find(({ isTaken }) => isTaken);
    expect(asking?.apr).toBeCloseTo(film.apr[row + person] / 10_000, 4);
    const { term } = scenario.economy.loan;
    const { priceSlope } = scenario.economy.pricing;
    const rate = (asking?.apr ?? 0) / 4;
    const price = (term * rate) / (1 - (1 + rate) ** -term);
    const logOdds =
      (sight?.parts ?? []).reduce((sum, one) => sum + one, 0) + priceSlope * (price - 1.1);
    expect(1 / (1 + Math.exp(-logOdds))).toBeCloseTo(asking?.believed ?? NaN, 6);
  });
});

it('takes a score apart into whole points that add up to what lenders were shown', async () => {
  const scored = { ...small, b: town('sesame') };
  const scenario = await scenarioOfTown(scored, 'b', texts);
  const stories = await Promise.all(
    Array.from({ length: 12 }, async (_, person) => storyOf(scenario, scored.replicate, person)),
  );
  const scores = stories.flatMap(({ askings }) => askings.flatMap(({ score }) => score ?? []));
  expect(scores.length).toBeGreaterThan(5);
  for (const { points, base, parts } of scores) {
    expect(parts).toHaveLength(behaviours.length + 1);
    expect(base + parts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(points, 6);
  }
  // People differ in what they show.
  expect(new Set(scores.map(({ parts }) => parts.join(' '))).size).toBeGreaterThan(3);
  const without = await storyOf(await scenarioOfTown(small, 'a', texts), 0, 0);
  expect(without.askings.every(({ score }) => score === undefined)).toBe(true);
});

it.each(sides)(
  'the bucket of town %s holds its welfare, and leaks what contracts on action would add',
  async (side) => {
    const scenario = await scenarioOfTown(small, side, texts, { worlds: bucketWorlds });
    const [job] = jobsOfReplicate(scenario, small.replicate);
    const values = await work(job, refuseModules);
    const { world } = small[side];
    const bucket = bucketOf(values, world);
    const read = (measure: string, of: string) =>
      values.find((one) => one.measure === measure && one.world === of && one.quarter === null)
        ?.value;
    const { borrowers, lenders, institution, leak } = bucket;
    expect(borrowers + lenders + institution).toBeCloseTo(read('welfare', world) ?? NaN, 12);
    const gains = [
      (read('welfare', 'full-information') ?? NaN) - (read('welfare', 'types-visible') ?? NaN),
      (read('welfare', 'action-contractible') ?? NaN) - (read('welfare', 'actual') ?? NaN),
    ];
    const ends = world === 'actual' ? gains : gains.slice(0, 1);
    expect(leak[0]).toBeCloseTo(Math.min(...ends), 12);
    expect(leak[1]).toBeCloseTo(Math.max(...ends), 12);
  },
);

it('a fog forgets what is older than the memory', () => {
  const film = emptyFilm(1, 8, 0);
  film.marks[1] = End.repaid << 2;
  film.marks[2] = End.willNotPay << 2;
  const fog = fogOf(film, { light: 3, dark: 3 });
  // Only what has passed is known.
  fog.thinUpTo(4);
  expect([...fog.records]).toEqual([0, 0, 1, 2, 0, 0, 0, 0]);
  fog.thinUpTo(8);
  expect([...fog.records]).toEqual([0, 0, 1, 2, 2, 1, 0, 0]);
  // A black list never knows of the loan that was repaid.
  const black = fogOf(film, { light: 0, dark: 3 });
  black.thinUpTo(8);
  expect([...black.records]).toEqual([0, 0, 0, 1, 1, 1, 0, 0]);
});

it('a town that is opened shows the first quarters of its film', async () => {
  const scenario = await scenarioOfTown(small, 'b', texts);
  const opened = await openTown(scenario, small, 2);
  const { film } = await runTown(scenario, small);
  expect(footageOf(opened, 0, 2)).toEqual(footageOf(film, 0, 2));
  expect(opened.marks.slice(2 * film.people).every((mark) => mark === 0)).toBe(true);
  expect(film.marks.slice(2 * film.people).every((mark) => mark === 0)).toBe(false);
});

it('a film that is sent in stretches is the film, and one object all the while', () => {
  const film = emptyFilm(3, 5, 2);
  for (let k = 0; k < 15; k++) {
    film.marks[k] = k;
    film.apr[k] = 100 * k;
    film.effort[k] = 200 - k;
    film.worth[k] = -k;
  }
  const first = withFootage(undefined, footageOf(film, 0, 1));
  expect([...first.marks].slice(0, 6)).toEqual([0, 1, 2, 0, 0, 0]);
  expect(withFootage(first, footageOf(film, 1, 4))).toBe(first);
  expect(withFootage(first, footageOf(film, 4, 5))).toEqual(film);
  // Another film begins with its first quarter.
  expect(withFootage(first, footageOf(film, 0, 1))).not.toBe(first);
});

it('every town of every lesson and encore is a scenario without mistakes', async () => {
  const benches = [
    ...encores,
    ...lessons.map((one) => ({ stops: [{ bench: one.run }, ...one.stops] })),
  ]
    .flatMap(({ stops }) => stops)
    .map(({ bench }) => bench);
  for (const bench of benches) {
    for (const side of sides)
      await expect(scenarioOfTown(bench, side, texts)).resolves.toBeDefined();
  }
});
