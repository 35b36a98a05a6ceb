import { describe, expect, it } from 'vitest';
import { institutionOf, marketInstitutionOf } from '../../src/scenario/institutions/resolve.ts';
import { idleNotes } from '../../src/library/idle-notes.ts';
import { printScenario, type Scenario } from '../../src/scenario/index.ts';
import type { Institution } from '../../src/institutions/institution.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { parse, problemsIn } from './in-memory.ts';

const noModule = async () => Promise.reject(new Error('no module'));

const head = `
version: 1
title: Tiers
question: What do they add?
source: none
lenders:
  - { id: a, kind: bank, share: 0.6 }
  - { id: b, kind: internet, share: 0.4 }
economy: { search: { quotes: 2 } }
`;

const ministry = `${head}
everyInstitution: { lag: 1 }
institutions:
  - none
  - combine:
      - market-led
      - { use: government-led, as: registry, with: { retentionNegative: 12, fee: 0.001 } }
    as: both
    label: Bureaus and registry
    participation: [a, b]
`;

async function institutionsOf(scenario: Scenario) {
  const all = new Map<string, Institution>();
  for (const choice of scenario.institutions)
    all.set(choice.id, await institutionOf(choice, noModule));
  return all;
}

describe('institutions beside each other', () => {
  it('are one, whose values are told by tier; what holds for every institution holds for each tier', async () => {
    const scenario = await parse(ministry);
    const [, both] = scenario.institutions;
    expect(both).toMatchObject({ id: 'both', label: 'Bureaus and registry' });
    expect(both.values).toEqual({
      ...{ 'market-led.lag': 1, 'registry.lag': 1 },
      ...{ 'registry.retentionNegative': 12, 'registry.fee': 0.001 },
    });
    const { rules } = await marketInstitutionOf(both, scenario.lenders, noModule);
    expect(rules.records).toMatchObject({ lag: 1, retentionNegative: 28 });
    expect(rules.beside?.map(({ records }) => records.retentionNegative)).toEqual([12]);
  });

  it('have a name and a label of their own if none is given, and say what each is in words', async () => {
    const { institutions: chosen } = await parse(
      `${head}institutions: [{ combine: [government-led, sesame] }]`,
    );
    const institution = await institutionOf(chosen[0], noModule);
    expect(institution.id).toBe('government-led-and-sesame');
    const labels = ['government-led', 'sesame'].map((id) => institutions[id].label);
    expect(institution.label).toBe(labels.join(' + '));
    const { mechanism } = institutions['sesame'].facts;
    expect(institution.facts.mechanism).toBe(`government or central bank; ${mechanism}`);
  });

  it('are printed so that they are read again as they were', async () => {
    const scenario = await parse(ministry);
    const all = await institutionsOf(scenario);
    const printed = printScenario(scenario, ({ id }) => all.get(id)!);
    expect(await parse(printed)).toEqual(scenario);
    expect(printed).toContain('fee: 0.001 # mean loans a loan');
  });

  it('may be varied, tier by tier', async () => {
    const { design } = await parse(`${ministry}vary: { both.registry.retentionNegative: [4, 12] }`);
    expect(design?.factors[0]).toMatchObject({
      key: 'both.registry.retentionNegative',
      target: { of: 'institutions', name: 'registry.retentionNegative' },
    });
  });

  it('say when who is named must contribute anyway, and changes nothing', async () => {
    const scenario = await parse(`${head}
institutions:
  - { combine: [government-led, sesame], participation: [a, b] }
  - { use: market-led, participation: [a] }
`);
    expect(await idleNotes(scenario, noModule)).toEqual([
      'government-led-and-sesame: participation names a, which must contribute anyway; naming them changes nothing',
    ]);
  });

  it('say the same of a phase, once, and nothing of a phase that leaves participation as it was', async () => {
    const scenario = await parse(`${head}
institutions:
  - use: market-led
    participation: [a]
    phases:
      - { from: 40, become: { use: dual, as: law }, participation: [a, b] }
      - { from: 44, with: { lag: 1 } }
`);
    expect(await idleNotes(scenario, noModule)).toEqual([
      'law: participation names a, which must contribute anyway; naming them changes nothing',
    ]);
  });
});

describe('mistakes in a combination stand where they were made', () => {
  it.each([
    ['[market-led, market-led]', /combine, entry 2: "market-led" stands beside itself/],
    ['[dual, sesame]', /combine, entry 2: "sesame" keeps a score, and so does "dual"/],
    ['[market-led]', /combine: the list is too short/],
    ['[market-led, { use: sesame, with: { fees: 1 } }]', /entry 2, with: unknown key "fees"/],
    ['[market-led, goverment-led]', /combine, entry 2: no institution "goverment-led"/],
    ['[market-led, { use: sesame, participation: 1 }]', /entry 2: unknown key "participation"/],
    [
      '[dual, market-led, association-led, government-led]',
      /5 tiers; at most 4 stand beside each other/,
    ],
    [
      '[market-led, { use: government-led, with: { lag: 20 } }]',
      /entry 2, with.lag: lag 20 with retentionNegative 20/,
    ],
  ])('%s', async (combine, message) => {
    const problems = await problemsIn(`${head}institutions:\n  - combine: ${combine}\n`);
    const said = problems.map((problem) => problem.message);
    expect(said).toEqual([expect.stringMatching(message)]);
    expect(problems[0].line).toBe(11);
  });
});
