import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { believer } from '../../../src/jobs/index.ts';
import { tasksOf } from '../../../src/run/design/tasks.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { temporaryFolder } from '../fixture.ts';

const reform =
  '{ use: none, as: reform, phases: [{ from: 10, become: government-led, awareness: 1 }] }';

/** The jobs without sharing of a small design, and whether each is to tell what its market posts. */
async function whetherTold(institutions: string, varied: string): Promise<boolean[]> {
  const path = join(temporaryFolder(), 'mine.yaml');
  const head = 'version: 1\ntitle: T\nquestion: Q\nsource: S\nextends: tiny\nreplicates: 1\n';
  writeFileSync(path, `${head}institutions: [${institutions}]\nvary: { ${varied} }\n`);
  const tasks = [...tasksOf(await loadScenario(path), '')];
  const told: boolean[] = [];
  const doing = believer(() => Promise.reject(new Error('asked elsewhere')));
  for (const { job } of tasks) {
    if (job.institution.id !== 'none') continue;
    await doing(job, (_, posts) => {
      told.push(posts);
      return Promise.resolve({});
    });
  }
  return told;
}

it.each([
  ['nobody is ever unaware', 'none, dual', 'economy.use.dial: [0.5, 1]', [false, false]],
  ['some are at some points', 'none, dual', 'economy.behaviour.awareness: [1, 0.5]', [true]],
  ['a phase makes some', `none, ${reform}`, 'reform.phase-1.awareness: [1, 0.5]', [true]],
])('what markets post without sharing is told where it may be believed: %s', async (...given) => {
  const [, institutions, varied, expected] = given;
  expect(await whetherTold(institutions, varied)).toEqual(expected);
});
