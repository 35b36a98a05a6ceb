import { describe, expect, it } from 'vitest';
import {
  allStandings,
  pairStandings,
  sentenceOrCommand,
  standingAt,
  standingSentence,
  type EnsembleValue,
} from '../../src/findings/ensemble.ts';

/** One vector at which a is `lead` above b, give or take a little in each of so many seeds. */
function vector(point: string, start: string, lead: number, seeds = 4): EnsembleValue[] {
  return Array.from({ length: seeds }, (_, replicate) => {
    const luck = [5, -3, 8, 1][replicate % 4];
    const noise = [0.1, -0.1, 0.05, -0.05][replicate % 4];
    const shared = { point, start, replicate };
    return [
      { ...shared, institution: 'a', value: luck + lead + noise },
      { ...shared, institution: 'b', value: luck },
    ];
  }).flat();
}

const values = [
  ...vector('p1', 'start-1', 1),
  ...vector('p2', 'start-1', 0),
  ...vector('p3', 'start-2', 2),
  ...vector('p4', 'start-2', -1),
  ...vector('p5', 'start-2', 3),
];

describe('a pair of institutions over an ensemble', () => {
  it('is counted ahead, behind and not told apart, in all and by start', () => {
    expect(pairStandings(values, 'a', 'b', 'higher')).toEqual({
      ...{ first: 'a', second: 'b', ahead: 3, behind: 1, alike: 1 },
      byStart: [
        { start: 'start-1', ahead: 1, behind: 0, alike: 1 },
        { start: 'start-2', ahead: 2, behind: 1, alike: 0 },
      ],
    });
  });

  it('is ahead with less where less is better, and turns with the order of the two', () => {
    expect(pairStandings(values, 'a', 'b', 'lower')).toMatchObject({ ahead: 1, behind: 3 });
    expect(pairStandings(values, 'b', 'a', 'higher')).toMatchObject({ ahead: 1, behind: 3 });
  });

  it('is paired by seed: luck that both share is no doubt', () => {
    expect(standingAt(vector('p', '', 0.2), 'a', 'b', 'higher')).toBe('ahead');
  });

  it('is refused with fewer than four seeds, and with four of which one is not defined', () => {
    expect(() => standingAt(vector('p', '', 1, 3), 'a', 'b', 'higher')).toThrow(RangeError);
    const holed = vector('p', '', 1).map((one, k) => (k === 0 ? { ...one, value: NaN } : one));
    expect(() => standingAt(holed, 'a', 'b', 'higher')).toThrow('3 seeds');
  });

  it('is listed once', () => {
    const three = [
      ...values,
      ...values
        .filter(({ institution }) => institution === 'b')
        .map((one) => ({ ...one, institution: 'c' })),
    ];
    const pairs = allStandings(three, ['a', 'b', 'c'], 'higher');
    expect(pairs.map(({ first, second }) => `${first}${second}`)).toEqual(['ab', 'ac', 'bc']);
    expect(pairs[2].alike).toBe(5);
  });
});

describe('its sentence', () => {
  const names = (id: string) => ({ a: 'full sharing', b: 'negative data' })[id] ?? id;
  const counts = (ahead: number, behind: number, alike: number) => ({
    ...{ first: 'a', second: 'b', ahead, behind, alike },
    byStart: [],
  });

  it('puts first who is ahead more often, and leaves out what is nought', () => {
    expect(standingSentence(counts(47, 3, 10), names)).toBe(
      'full sharing ahead of negative data in 47 of 60 admissible economies, behind in 3, not told apart in 10',
    );
    expect(standingSentence(counts(2, 58, 0), names)).toBe(
      'negative data ahead of full sharing in 58 of 60 admissible economies, behind in 2',
    );
    expect(standingSentence(counts(60, 0, 0), names)).toBe(
      'full sharing ahead of negative data in 60 of 60 admissible economies',
    );
    expect(standingSentence(counts(0, 0, 60), names)).toBe(
      'full sharing and negative data cannot be told apart in any of 60 admissible economies',
    );
  });

  it('gives way to the command where engine or scenario are others', () => {
    const now = { engine: 'e1', scenario: 's1' };
    expect(sentenceOrCommand('said', now, now, 'creditlab run x')).toBe('said');
    expect(sentenceOrCommand('said', { ...now, engine: 'e0' }, now, 'creditlab run x')).toContain(
      'creditlab run x',
    );
  });
});
