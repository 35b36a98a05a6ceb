import { describe, expect, it } from 'vitest';
import { countsOf, countText, readFact, type FactReading } from '../../src/evidence/index.ts';
import { defineFact, type Band, type Fact } from '../../src/evidence/kit.ts';
import { ratchet, verdictsIn } from '../../src/evidence/ratchet.ts';
import { verdictOf, type Verdict } from '../../src/evidence/verdict.ts';

const factOf = (changes: Partial<Fact> = {}): Fact =>
  defineFact({
    ...{ id: 'a', title: 'A', source: 's', kind: 'published', band: [0, 1] },
    ...{ unit: 'u', population: 'p', needs: { market: { institution: 'none' } }, of: () => 0 },
    ...changes,
  });

describe('a verdict', () => {
  it.each<[Band, number, number, Verdict]>([
    [[0, 1], 0.2, 0.8, 'inside'],
    [[0, 1], 0, 1, 'inside'],
    [[0, 1], -0.1, 0.5, 'cannot tell'],
    [[0, 1], 1.1, 1.5, 'outside'],
    [[0, 1], -2, 3, 'cannot tell'],
    [[0, 1], NaN, NaN, 'cannot tell'],
    ['+', 0.1, 0.3, 'inside'],
    ['+', 0, 0.3, 'cannot tell'],
    ['+', -0.3, -0.1, 'outside'],
    ['-', -0.3, -0.1, 'inside'],
    ['-', 0.1, 0.2, 'outside'],
  ])('of %j from %d to %d is %s', (band, low, high, verdict) => {
    expect(verdictOf(band, { low, high })).toBe(verdict);
  });

  it('needs more than one seed', () => {
    const { verdict, value } = readFact(factOf(), [[{ fact: 'a', at: null, value: 0.5 }]]);
    expect(verdict).toBe('cannot tell');
    expect(value.n).toBe(1);
  });
});

describe('an interior optimum', () => {
  const fact = factOf({ band: 'interior', along: [1, 2, 3] });
  const read = (seeds: readonly (readonly number[])[]) =>
    readFact(
      fact,
      seeds.map((heights) => heights.map((value, k) => ({ fact: 'a', at: k + 1, value }))),
    );

  it('is inside if both ends are lower by their interval', () => {
    const { verdict, best, value } = read([
      [1, 5, 2],
      [2, 6.1, 3],
      [9, 13, 10.1],
    ]);
    expect(verdict).toBe('inside');
    expect(best).toBe(2);
    expect(value.mean).toBeCloseTo(3, 12);
  });

  it('is outside if an end is higher, and cannot be told where seeds differ', () => {
    expect(read([[1, 5, 9], [1, 5.1, 9], [1, 4.9, 9]]).verdict).toBe('outside'); // prettier-ignore
    expect(read([[1, 5, 9], [1, 5.1, 2], [1, 4.9, 4]]).verdict).toBe('cannot tell'); // prettier-ignore
  });
});

it('counts are told apart: only what is published and not fitted is evidence', () => {
  const reading = (changes: Partial<Fact>, verdict: Verdict): FactReading => ({
    ...readFact(factOf(changes), []),
    verdict,
  });
  const counts = countsOf([
    reading({}, 'inside'),
    reading({}, 'outside'),
    reading({}, 'cannot tell'),
    reading({ fitted: true }, 'inside'),
    reading({ kind: 'law' }, 'inside'),
  ]);
  expect(counts.map(countText)).toEqual([
    'published, not fitted: inside 1 of 3, outside 1, cannot tell 1',
    'published, fitted: inside 1 of 1',
    'law: inside 1 of 1',
  ]);
});

describe('the ratchet', () => {
  const table = (entries: Record<string, Verdict>) => new Map(Object.entries(entries));

  it('lets a table stand that says what is', () => {
    const same = table({ a: 'inside', b: 'outside', c: 'cannot tell' });
    expect(ratchet(same, same)).toEqual({ lost: [], unsure: [], renew: [] });
  });

  it('fails what was inside and is outside, and asks for a new table where one came inside', () => {
    const before = table({ a: 'inside', b: 'outside', c: 'inside', d: 'outside' });
    const now = table({ a: 'outside', b: 'inside', c: 'cannot tell', d: 'cannot tell' });
    expect(ratchet(before, now)).toEqual({ lost: ['a'], unsure: ['c'], renew: ['b'] });
  });

  it('asks for a new table where facts came or went', () => {
    const before = table({ a: 'inside', gone: 'outside' });
    expect(ratchet(before, table({ a: 'inside', b: 'outside' })).renew).toEqual(['b', 'gone']);
  });

  it('reads verdicts off a page', () => {
    const page = [
      '| fact | published | verdict | market |',
      '| --- | --- | --- | --- |',
      '| a-b  | .5 | cannot tell | market-led |',
      '| c | .5 | inside      | market-led |',
    ].join('\n');
    expect([...verdictsIn(page)]).toEqual([
      ['a-b', 'cannot tell'],
      ['c', 'inside'],
    ]);
  });
});
