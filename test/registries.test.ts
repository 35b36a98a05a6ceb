import { expect, it } from 'vitest';
import { charts } from '../src/charts/registry.ts';
import { facts } from '../src/evidence/registry.ts';
import { factIn } from '../src/evidence/shape.ts';
import { experiments } from '../src/experiments/registry.ts';
import { institutions } from '../src/institutions/registry.ts';
import { doubles } from './doubles.ts';
import { files, imports } from './source-imports.ts';

/** Where additions lie, and the file in which each has its line; the longest path that fits counts. */
const lists: readonly (readonly [place: RegExp, registry: string])[] = [
  [/^institutions\//, 'src/institutions/registry.ts'],
  [/^measures\/catalogue\//, 'src/measures/registry.ts'],
  [/^charts\/(results|experiments|designs|paper)\//, 'src/charts/registry.ts'],
  [/^evidence\/facts\//, 'src/evidence/registry.ts'],
  [/^experiments\/[^/]+\/reading\.ts$/, 'src/experiments/readings.ts'],
  [/^experiments\/[^/]+\//, 'src/experiments/registry.ts'],
];

it('whoever adds a file adds its line to the list, else nothing uses it', () => {
  const reached = new Set(imports.filter(({ isOurs }) => isOurs).map(({ to }) => to));
  const forgotten = files.flatMap((file) => {
    const registry = lists.find(([place]) => place.test(file))?.[1];
    if (registry === undefined || reached.has(file) || `src/${file}` === registry) return [];
    return [`src/${file} is imported by nobody: its line in ${registry} is missing`];
  });
  expect(forgotten).toEqual([]);
});

it.each([
  ['chart', charts, 'src/charts/registry.ts'],
  ['fact', facts, 'src/evidence/registry.ts'],
  ['experiment', experiments, 'src/experiments/registry.ts'],
] as const)('no %s has the id of another', (_, all, registry) => {
  const ids = (all as readonly { readonly id: string }[]).map(({ id }) => id);
  expect(doubles(ids), `these ids stand twice in ${registry}`).toEqual([]);
});

it('every institution stands in its list under its own id', () => {
  const odd = Object.entries(institutions).flatMap(([key, { id }]) =>
    key === id ? [] : [`src/institutions/registry.ts has ${id} as ${key}`],
  );
  expect(odd).toEqual([]);
});

it('a shipped fact is held to what a user’s is: a source, a band, markets', () => {
  const wrong = facts.flatMap((fact) => {
    try {
      factIn(fact.id, fact);
      return [];
    } catch (error) {
      return [String(error)];
    }
  });
  expect(wrong).toEqual([]);
});
