import { describe, expect, it } from 'vitest';
import { compare, type Difference } from '../../bench/agreement/compare.ts';
import { edges, tiersBeside } from '../../bench/agreement/edges.ts';
import { randomCase } from '../../bench/agreement/random-case.ts';
import { institutionIds } from '../../bench/naive/rules.ts';
import { worlds, type Sanctions } from '../../bench/naive/parameters.ts';
import { institutions } from '../../src/institutions/registry.ts';

/** Twins are many and early, so that they move θ in a market of a few quarters. `bench/agreement/fuzz.ts` runs larger ones. */
const manyTwins = { twins: 0.5, twinFrom: 4, x0: 500 };

const told = ({ world, table, quarter, name, engine, naive }: Difference) =>
  `${world}, ${table}, quarter ${quarter}, ${name}: ${engine}, naive ${naive}`;

it('the naive economy knows every built-in institution: a case and its id in bench/naive/rules.ts', () => {
  expect([...institutionIds]).toEqual(Object.keys(institutions));
});

describe('the ledger of the naive economy 2', () => {
  it.each(institutionIds)('is the engine’s in all worlds of %s, held or relearned', (id) => {
    const sanctions: Sanctions = institutionIds.indexOf(id) % 2 === 0 ? 'held' : 'relearned';
    const market = { borrowers: 30, quarters: 14, burnIn: 4, seed: [3, 4] as const };
    const { differences, loans } = compare({
      ...{ id, worlds, sanctions, economy: manyTwins },
      ...market,
    });
    expect(differences.slice(0, 5).map(told)).toEqual([]);
    expect(loans).toBeGreaterThan(150);
  });

  it('is the engine’s where a market is more than one leaf', () => {
    const { differences } = compare({
      ...{ id: 'market-led', worlds: ['actual'], sanctions: 'held', economy: manyTwins },
      ...{ borrowers: 1040, quarters: 7, burnIn: 2, seed: [5, 6] },
    });
    expect(differences.slice(0, 5).map(told)).toEqual([]);
  });

  it.each(edges.map((edge, k) => [edge.name, k] as const))('is the engine’s with %s', (_, k) => {
    const { at, economy, values = {} } = edges[k];
    const sanctions: Sanctions = k % 2 === 0 ? 'held' : 'relearned';
    const { differences } = compare({
      ...{ id: at, values, economy: { ...manyTwins, ...economy }, sanctions },
      worlds: [worlds[(k + (k >>> 2)) % 4]],
      ...{ borrowers: 14, quarters: 13, burnIn: 1, seed: [k + 1, 2] },
    });
    expect(differences.slice(0, 5).map(told)).toEqual([]);
  });

  it.each(tiersBeside.map((one, k) => [one.name, k] as const))(
    'is the engine’s with tiers beside each other: %s',
    (_, k) => {
      const { name: __, economy, ...tiers } = tiersBeside[k];
      const { differences, loans } = compare({
        ...{ ...tiers, economy: { ...manyTwins, ...economy }, worlds: [worlds[k % 2], 'actual'] },
        sanctions: k % 2 === 0 ? 'held' : 'relearned',
        ...{ borrowers: 20, quarters: 14, burnIn: 2, seed: [k + 7, 3] },
      });
      expect(differences.slice(0, 5).map(told)).toEqual([]);
      expect(loans).toBeGreaterThan(80);
    },
  );

  it.each([1, 2, 50])('is the engine’s with a market of %i', (borrowers) => {
    const { differences } = compare(randomCase(borrowers, borrowers, 14));
    expect(differences.slice(0, 5).map(told)).toEqual([]);
  });
});
