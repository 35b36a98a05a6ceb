import { expect, it } from 'vitest';
import { isSameWorld, scenarioDifferences } from '../../src/folder/scenario-differences.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import { loadScenario } from '../../src/scenario/load.ts';

const scenario = await loadScenario('tiny');

it('names settings that differ, by their path', () => {
  const { economy } = scenario;
  const pricing = { ...economy.pricing, cap: 0.5 };
  const other = { ...scenario, title: 'Other', seed: 'x', economy: { ...economy, pricing } };
  expect(scenarioDifferences(scenario, other)).toEqual([
    'seed: creditlab → x',
    'economy.pricing.cap: 0.36 → 0.5',
  ]);
});

it('names an institution that only one of them has once, and what differs in one that both have', () => {
  const [first, second, third] = scenario.institutions;
  const other = {
    ...scenario,
    institutions: [{ ...first, label: 'Else', values: { lag: 1 } }, second],
  };
  expect(scenarioDifferences(scenario, other)).toEqual([
    `institutions.${third.id}: there → –`,
    `institutions.${first.id}.values.lag: – → 1`,
  ]);
});

it('is no other world for having fewer people, seeds or institutions, and is one for another rule', () => {
  const [first, ...others] = scenario.institutions;
  const smaller = { ...scenario, seed: 'x', borrowers: 100, institutions: others };
  expect(isSameWorld(scenario, smaller)).toBe(true);
  const stricter = { ...first, values: { lag: 1 } };
  expect(isSameWorld(scenario, { ...scenario, institutions: [stricter, ...others] })).toBe(false);
  const [, ...lenders] = scenario.lenders;
  expect(isSameWorld(scenario, { ...scenario, lenders })).toBe(false);
});

it('names what a phase of a reform has otherwise as it is set, and a phase that only one of them has once', () => {
  const becomes = (values: Readonly<Record<string, number>>) => ({
    ...{ id: 'law', label: 'Law', from: { kind: 'built-in', id: 'dual' } as const, values },
  });
  const withPhases = (phases: NonNullable<Scenario['institutions'][number]['phases']>) => ({
    ...scenario,
    institutions: scenario.institutions.map((one, k) => (k === 0 ? { ...one, phases } : one)),
  });
  const [{ id }] = scenario.institutions;
  const early = withPhases([{ from: 20, becomes: becomes({ penalty: 0.5 }) }]);
  const late = withPhases([
    { from: 21, becomes: { ...becomes({ penalty: 0.1 }), label: 'Statute' } },
    { from: 24, cap: 0.3 },
  ]);
  expect(scenarioDifferences(early, late)).toEqual([
    `institutions.${id}.phase-1.from: 20 → 21`,
    `institutions.${id}.phase-1.becomes.values.penalty: 0.5 → 0.1`,
    `institutions.${id}.phase-2: – → there`,
  ]);
});
