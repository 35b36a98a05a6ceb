import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { filmOpening } from '../../src/lab/engine/film-opening.ts';
import { firstBench, sides } from '../../src/lab/model/town.ts';
import { numbersOf } from '../../src/lab/run/messages.ts';
import {
  filmOf,
  isSameBench,
  openingIn,
  openingText,
  quartersBrought,
} from '../../src/lab/run/opening.ts';
import { scenarioOfTown } from '../../src/lab/run/read-town.ts';
import { runTown } from '../../src/lab/run/town-run.ts';

const lecture = readFileSync(new URL('../../scenarios/lecture.yaml', import.meta.url), 'utf8');
const text = await filmOpening(lecture);
const opening = openingIn(text);

it('is what running its towns tells, whole runs and first quarters', async () => {
  for (const side of sides) {
    const scenario = await scenarioOfTown(firstBench, side, () => lecture);
    const { film, thirds, values } = await runTown(scenario, firstBench);
    const brought = opening.towns[side];
    expect(brought.numbers).toEqual(numbersOf(values, 'actual').numbers);
    expect(brought.thirds).toEqual(thirds);
    const begun = filmOf(brought);
    expect(begun.quarters).toBe(film.quarters);
    const end = quartersBrought * film.people;
    for (const name of ['marks', 'apr', 'effort', 'worth'] as const) {
      expect(begun[name].slice(0, end)).toEqual(film[name].slice(0, end));
      expect(begun[name].slice(end).every((one) => one === 0)).toBe(true);
    }
    // Somebody asks and somebody owes from the first quarters on.
    expect(begun.apr.some((one) => one > 0) && begun.effort.some((one) => one > 0)).toBe(true);
  }
});

it('is read as it was written', () => {
  expect(openingText(opening)).toBe(text);
});

it('is of the same towns with the same luck only', () => {
  expect(isSameBench(opening.bench, structuredClone(firstBench))).toBe(true);
  expect(isSameBench(opening.bench, { ...firstBench, replicate: 1 })).toBe(false);
  expect(isSameBench(opening.bench, { ...firstBench, set: { 'economy.loan.term': 4 } })).toBe(
    false,
  );
});
