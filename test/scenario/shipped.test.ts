import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadExternalInstitution } from '../../src/scenario/institutions/external.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { wordsOf } from '../../src/report/scenario-words.ts';
import type { Institution } from '../../src/institutions/institution.ts';
import { institutionOf } from '../../src/scenario/institutions/resolve.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { scenarioFolder } from '../../src/scenario/disk.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { printScenario } from '../../src/scenario/printed/print.ts';
import { provenanceOf } from '../../src/scenario/printed/provenance.ts';
import { becomings, type Becoming, type Scenario } from '../../src/scenario/scenario.ts';
import { surroundings } from './in-memory.ts';
import { shippedIds } from './shipped-ids.ts';

const lookupFor = async (scenario: Scenario) => {
  const found = new Map<Becoming, Institution>();
  for (const choice of scenario.institutions.flatMap(becomings)) {
    found.set(choice, await institutionOf(choice, loadExternalInstitution));
  }
  return (choice: Becoming) => found.get(choice) ?? institutions['none'];
};

describe.each(shippedIds)('the shipped scenario %s', (id) => {
  it('is valid, and names the schema in its first line', async () => {
    expect((await loadScenario(id)).id).toBe(id);
    const [first] = readFileSync(join(scenarioFolder, `${id}.yaml`), 'utf8').split('\n');
    expect(first).toBe('# yaml-language-server: $schema=./scenario.schema.json');
  });

  it('says title, question and source in Chinese too: { en: …, zh: … }', async () => {
    const told = wordsOf(await loadScenario(id), 'zh');
    for (const what of ['title', 'question', 'source'] as const)
      expect(told[what], `scenarios/${id}.yaml: ${what}: { en: …, zh: … }`).toMatch(
        /\p{Script=Han}/u,
      );
  });

  it('is the same scenario after it is printed and read again', async () => {
    const scenario = await loadScenario(id);
    const text = printScenario(scenario, await lookupFor(scenario));
    expect(await parseScenario({ name: `${id}.yaml`, text }, surroundings())).toEqual(scenario);
  });
});

it('ships one scenario per built-in institution in focus, and the others that are promised', () => {
  expect(shippedIds).toEqual(
    expect.arrayContaining([
      ...['baseline', 'government-led', 'market-led', 'association-led', 'sesame', 'dual'],
      ...['lemons', 'short-memory', 'one-shot', 'unaware', 'garbled-standards', 'perks', 'tiny'],
      ...['sesame-banks-too', 'sesame-alone'],
    ]),
  );
});

it('compares every built-in institution in the baseline', async () => {
  const { institutions: compared } = await loadScenario('baseline');
  expect(compared.map(({ id }) => id)).toEqual(Object.keys(institutions));
});

it('counts where numbers come from: what a scenario changes is its own', async () => {
  const baseline = await loadScenario('baseline');
  const unaware = await loadScenario('unaware');
  const before = provenanceOf(baseline, await lookupFor(baseline));
  const after = provenanceOf(unaware, await lookupFor(unaware));
  expect(after).toEqual({ ...before, assumed: before.assumed - 1, own: before.own + 1 });
});
