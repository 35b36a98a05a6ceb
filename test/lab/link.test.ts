import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, written, type Address } from '../../src/lab/model/link.ts';
import { firstBench, town } from '../../src/lab/model/town.ts';

const address: Omit<Address, 'isBroken'> = {
  place: {
    screen: 'bench',
    bench: {
      ...firstBench,
      ...{ seed: 'lecture-3', replicate: 2, borrowers: 5000 },
      set: { 'economy.search.quotes': 1, 'economy.outside.base': -0.25 },
      a: town('none', { set: { 'economy.signals.incomeNoise': 100 }, world: 'types-visible' }),
      b: town('sesame', { with: { authenticity: 0.4, shareLoans: false } }),
    },
  },
  language: 'zh',
  seed: undefined,
  hidden: ['lens', 'dial'],
};

describe('a link', () => {
  it('is read as it was written', () => {
    expect(read(`#${written(address)}`)).toEqual({ ...address, isBroken: false });
    const lesson = {
      ...address,
      seed: 'lecture-3',
      place: { screen: 'lesson', lesson: '4' } as const,
    };
    expect(read(`?${written(lesson)}`)).toEqual({ ...lesson, isBroken: false });
  });

  it('as a teacher writes it gives the lesson, with its seed and without what is hidden', () => {
    expect(read('?lesson=1&seed=lecture-3&hide=lens,nothing')).toMatchObject({
      ...{ place: { screen: 'lesson', lesson: '1' }, seed: 'lecture-3' },
      ...{ hidden: ['lens'], isBroken: false },
    });
  });

  it.each([
    '#lesson=9',
    '#a=none&b=full-sharing&borrowers=many',
    '#a=<script>&b=none',
    '#a=none&set=economy.loan.term:x',
    '#a=none&borrowers=900000',
    '#old=1',
  ])('that makes no sense gives the usual start and says so: %s', (text) => {
    expect(read(text)).toMatchObject({ place: { screen: 'cover' }, isBroken: true });
  });

  it('of any letters is read without falling over', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(read(text).language).toMatch(/^(en|zh)$/);
      }),
    );
  });
});
