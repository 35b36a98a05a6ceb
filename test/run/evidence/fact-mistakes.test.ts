import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { chosenFacts } from '../../../src/library/node/evidence.ts';
import { evidenceMarket } from '../../../src/run/evidence/evidence-run.ts';
import { described } from '../../../src/run/evidence/fact-here.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { temporaryFolder } from '../fixture.ts';

async function mistakesIn(parts: string): Promise<string[]> {
  const path = join(temporaryFolder(), 'mine.mjs');
  writeFileSync(
    path,
    `export default { id: 'mine', title: 't', source: 's', kind: 'theory', unit: 'u', population: 'p', ${parts} };`,
  );
  const market = evidenceMarket(await loadScenario('tiny'), 0);
  const failure: unknown = await described(path, market).catch((error: unknown) => error);
  return failure instanceof UserError ? failure.problems.map(({ message }) => message) : [];
}

const needs = `needs: {
  first: { institution: 'nobody', economy: { behaviour: { awarenes: 2 } }, lenders: ['bigg'] },
  second: { institution: 'none', values: { awareness: 9 } },
}`;
const unmet = [
  'needs.first: there is no institution "nobody"',
  'needs.first: economy.behaviour: there is no number "awarenes"',
  'needs.first: lenders: there is no lender "bigg"',
  'needs.second: values: there is no number "awareness"',
];

it('tells what every market lacks that a fact names, at once', async () => {
  expect(await mistakesIn(`band: '+', of: () => 0, ${needs}`)).toEqual(unmet);
});

it('tells with a wrong shape what hangs on several of its keys, and what its markets lack', async () => {
  const parts = `kind: 'theori', band: 'interior', along: [3, 2], of: 3, ${needs}`;
  expect(await mistakesIn(parts)).toEqual([
    'kind: is none of published, theory, law',
    'of: is not a function',
    "along: the band 'interior' needs a grid of at least three places",
    'along: is not in order, lowest first',
    ...unmet,
  ]);
});

it('tells what the rest of a market lacks of which one part has the wrong shape', async () => {
  const market = `{ institution: 3, counted: 0, values: { fee: 1 }, lenders: ['bigg'] }`;
  expect(await mistakesIn(`band: '+', of: () => 0, needs: { m: ${market} }`)).toEqual([
    expect.stringContaining('needs.m.institution: is no institution'),
    expect.stringContaining('needs.m.counted: '),
    'needs.m: lenders: there is no lender "bigg"',
  ]);
});

it('finds nothing wrong with a sound fact', async () => {
  expect(await mistakesIn(`band: '+', of: () => 0, needs: { m: { institution: 'none' } }`)).toEqual(
    [],
  );
});

it('tells of an unknown id and of a wrong scenario at once', async () => {
  const asked = chosenFacts(loadScenario('tiny', { borrowers: 1 }), [], ['defualt-level']);
  await expect(asked).rejects.toThrow(/no fact "defualt-level"[^]*borrowers/);
});
