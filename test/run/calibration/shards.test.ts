import { readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { answeredIn } from '../../../src/run/calibration/answered.ts';
import { calibrate } from '../../../src/run/calibration/calibrate.ts';
import { writeFound } from '../../../src/run/calibration/outputs.ts';
import { searchShard, searchStanding } from '../../../src/run/calibration/shards.ts';
import { claimSearch } from '../../../src/run/calibration/settings.ts';
import { temporaryFolder } from '../fixture.ts';
import { calibration, meansIn, scripted } from './scripted.ts';

const starts = 2;
const evaluations = 90;
const { signal } = new AbortController();

/** One shard of two, once. */
async function shard(folder: string, number: number, evaluator = scripted().evaluator) {
  return searchShard(calibration, {
    ...{ evaluations, starts, evaluator, signal },
    open: () => answeredIn([folder], calibration, starts),
    isMine: (k) => k % 2 === number - 1,
    onProgress: () => {},
  });
}

const standing = async (folder: string) =>
  searchStanding(calibration, { evaluations, starts }, answeredIn([folder], calibration, starts));

/** What a search leaves in a folder, its finished jobs aside. */
const filesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name !== '.jobs')
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);

async function finish(folder: string, evaluator = scripted().evaluator) {
  claimSearch(folder, calibration, starts, false);
  const answered = answeredIn([folder], calibration, starts);
  const told = await calibrate(calibration, {
    ...meansIn(folder, evaluator, evaluations),
    answered,
  });
  writeFound(folder, calibration, told);
}

it('shards by start leave the bytes of one process, and evaluate nothing twice or in vain', async () => {
  const alone = temporaryFolder();
  const plain = scripted();
  await finish(alone, plain.evaluator);

  const folder = temporaryFolder();
  const [one, other] = [scripted(), scripted({ lanes: 3 })];
  const first = await shard(folder, 1, one.evaluator);
  // The scan is half done, and nobody knows yet where descents begin.
  expect(first.stages).toEqual([{ stage: 'scan', done: 8, total: 16 }]);
  expect(first).toMatchObject({ done: 8, total: evaluations });
  const second = await shard(folder, 2, other.evaluator);
  expect(second.stages.map(({ stage }) => stage)).toEqual(['scan', 'start-1', 'start-2']);
  expect(second.stages[2]?.done).toBeGreaterThan(10);
  expect(second.stages[1]?.done).toBe(0);
  expect(await standing(folder)).toEqual(second);
  let last = second;
  for (let call = 0; call < 4 && last.done < last.total; call++) {
    last = await shard(folder, 1 + (call % 2), call % 2 ? other.evaluator : one.evaluator);
  }
  expect(last.done).toBe(last.total);

  const rest = scripted();
  await finish(folder, rest.evaluator);
  expect(filesIn(folder)).toEqual(filesIn(alone));
  const markets = [one, other, rest].reduce((sum, { markets: done }) => sum + done(), 0);
  expect(markets).toBe(plain.markets());
});

it('a process that finishes a search does what shards have not done, and again what is spoilt', async () => {
  const alone = temporaryFolder();
  await finish(alone);

  const folder = temporaryFolder();
  await shard(folder, 2);
  const [file = ''] = readdirSync(join(folder, '.jobs'));
  truncateSync(join(folder, '.jobs', file), 500);
  const { done } = await standing(folder);
  expect(done).toBeLessThan(8);
  await finish(folder);
  expect(filesIn(folder)).toEqual(filesIn(alone));
});

it('shards of one search killed and begun again, side by side, write files of their own', async () => {
  const folder = temporaryFolder();
  const killed = scripted({ killedAfter: 9 });
  await expect(shard(folder, 1, killed.evaluator)).rejects.toThrow('killed');
  const together = await Promise.all([shard(folder, 1), shard(folder, 1), shard(folder, 2)]);
  expect(together[0]?.done).toBeGreaterThan(0);
  expect(readdirSync(join(folder, '.jobs'))).toHaveLength(4);
  for (let call = 0; call < 4; call++) await shard(folder, 1 + (call % 2));
  await finish(folder);
  const alone = temporaryFolder();
  await finish(alone);
  expect(filesIn(folder)).toEqual(filesIn(alone));
});

it('a search shorter than its scan is one that shards share too', async () => {
  const few = { evaluations: 6, starts };
  const folder = temporaryFolder();
  const all = answeredIn([folder], calibration, starts);
  expect(await searchStanding(calibration, few, all)).toEqual({
    ...{ stages: [{ stage: 'scan', done: 0, total: 6 }], done: 0, total: 6 },
  });
});
