import { expect, it } from 'vitest';
import { readFact, tallyOf, tallyTable } from '../../src/evidence/index.ts';
import { marketFacts } from '../../src/evidence/one-market.ts';

it('counts vectors in which a fact is inside its band, outside of it, or cannot be told', () => {
  const fact = marketFacts.find(({ id }) => id === 'default-level');
  if (!fact) throw new Error('there is no such fact');
  const seeds = (...values: number[]) =>
    readFact(
      fact,
      values.map((value) => [{ fact: fact.id, at: null, value }]),
    );
  const readings = [
    ...[seeds(0.09, 0.091, 0.089, 0.09), seeds(0.1, 0.101, 0.1, 0.1)],
    ...[seeds(0.3, 0.31, 0.3, 0.3), seeds(0.05, 0.07, 0.06, 0.06), seeds(NaN, NaN, NaN, NaN)],
  ];
  const tally = tallyOf(fact, readings);
  expect(tally).toEqual({ fact: 'default-level', inside: 2, outside: 1, unsure: 2 });
  expect(tallyTable([tally])[1]).toEqual(['default-level', '2', '1', '2', '5']);
});
