import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allFirst, firstTowns } from '../../src/lab/engine/first.ts';
import { readFirst } from '../../src/lab/engine/read-first.ts';
import { encoreIds, lessonIds } from '../../src/lab/model/lesson-id.ts';
import { read } from '../../src/lab/model/link.ts';
import { sides, type Bench } from '../../src/lab/model/town.ts';
import { scenarioOfTown } from '../../src/lab/run/read-town.ts';
import { readyTown } from '../../src/lab/run/ready.ts';

const lecture = readFileSync(new URL('../../scenarios/lecture.yaml', import.meta.url), 'utf8');
const ready = await readFirst(lecture);

it('what was read when the lab was built is what reading gives, whatever the seed and the replicate', async () => {
  const written = JSON.parse(JSON.stringify(ready)) as typeof ready;
  for (const first of allFirst) {
    for (const luck of [{}, { seed: 'lecture-3', replicate: 19 }]) {
      const bench: Bench = { ...first, ...luck };
      for (const side of sides) {
        const found = await scenarioOfTown(bench, side, () => lecture);
        expect(readyTown(written, bench, side)).toEqual(found);
      }
    }
  }
});

it('every screen that a short address names begins with towns that were read', () => {
  const texts = [
    '',
    ...lessonIds.map((id) => `lesson=${id}`),
    ...encoreIds.map((id) => `encore=${id}`),
  ];
  for (const text of texts) {
    const towns = firstTowns(read(text));
    for (const side of sides) {
      expect(towns && readyTown(ready, towns.bench, side), text).toBeDefined();
    }
  }
});

it('a town with a setting of its own is read', () => {
  const [bench] = allFirst;
  const turned = { ...bench, set: { 'economy.outside.taste': 0.2 } };
  expect(readyTown(ready, turned, 'a')).toBeUndefined();
  expect(readyTown(ready, { ...bench, borrowers: 1999 }, 'a')).toBeUndefined();
});
