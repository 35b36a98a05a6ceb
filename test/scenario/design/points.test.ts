import { expect, it } from 'vitest';
import { interleaved, pointsOf, scenarioAt } from '../../../src/scenario/design/index.ts';
import { parse, small } from '../in-memory.ts';

const scenario = await parse(
  `${small}vary: { full-sharing.retentionNegative: [4, 28], economy.behaviour.awareness: [0, 1] }\n`,
);
const { design } = scenario;
const points = design && pointsOf(scenario, design);

it('a point’s scenario has its values and no design; the usual value is not written down', () => {
  const [first, last] = [0, 3].map((i) => points && scenarioAt(scenario, points.at(i)));
  expect(first?.design).toBeUndefined();
  expect(first?.economy.behaviour.awareness).toBe(0);
  expect(first?.institutions[1].values).toEqual({ retentionNegative: 4 });
  expect(last?.institutions[1].values).toEqual({});
  const { design: _, ...plain } = scenario;
  expect(last).toEqual(plain);
});

it('a point’s name comes from its values, in whatever order factors stand', async () => {
  const turned = await parse(
    `${small}vary: { economy.behaviour.awareness: [1, 0.5, 0], full-sharing.retentionNegative: [28, 4] }\n`,
  );
  const names = (one: typeof scenario) => {
    const all = one.design && pointsOf(one, one.design);
    return Array.from({ length: all?.count ?? 0 }, (_, i) => all?.at(i).name ?? '');
  };
  expect(names(turned)).toEqual(expect.arrayContaining(names(scenario)));
  expect(new Set(names(turned)).size).toBe(6);
});

it.each([1, 2, 7, 8, 100])('the interleaved order of %i has each once', (count) => {
  const order = [...interleaved(count)];
  expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
});

it('any beginning of the interleaved order is spread', () => {
  const half = [...interleaved(64)].slice(0, 16).toSorted((a, b) => a - b);
  expect(half).toEqual(Array.from({ length: 16 }, (_, i) => 4 * i));
});
