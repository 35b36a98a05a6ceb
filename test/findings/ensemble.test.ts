import { describe, expect, it } from 'vitest';
import {
  markOf,
  pairIn,
  standingsAt,
  standingsOver,
  type EnsemblePoint,
} from '../../src/findings/ensemble.ts';
import { ensembleAnswers } from '../../src/findings/ensemble-answers.ts';
import {
  countsSentences,
  rankingSentences,
  standingSentence,
  type AdmissibleCounts,
} from '../../src/findings/ensemble-words.ts';
import { resultDictionary } from '../../src/measures/result-measures.ts';
import type { Row } from '../../src/measures/row.ts';
import { samplesOf } from '../../src/replicates/samples.ts';
import { parse, small } from '../scenario/in-memory.ts';

const luck = [5, -3, 8, 1];
const noise = [0.1, -0.1, 0.05, -0.05];

/** A vector at which the welfare of a is `lead` above that of b, give or take a little in each of so many seeds. */
function vector(start: string, lead: number, seeds = 4): EnsemblePoint {
  const row = (institution: string, replicate: number, value: number): Row => ({
    ...{ scenario: 's', institution, world: 'actual', replicate, quarter: null },
    ...{ measure: 'welfare', value },
  });
  const rows = luck
    .slice(0, seeds)
    .flatMap((shared, k) => [row('a', k, shared + lead + noise[k]), row('b', k, shared)]);
  const standings = standingsAt(samplesOf(rows, resultDictionary), ['a', 'b']);
  return { start, ...(standings && { standings }) };
}

const points = [
  vector('start-1', 1),
  vector('start-1', 0),
  vector('start-2', 2),
  vector('start-2', -1),
  vector('start-2', 3),
];

describe('a pair of institutions over an ensemble', () => {
  it('is counted ahead, behind and not told apart, in all and by start', () => {
    const all = standingsOver(points, ['a', 'b']);
    expect(pairIn(all, 'welfare', 'a', 'b')).toEqual({
      ...{ first: 'a', second: 'b', ahead: 3, behind: 1, alike: 1 },
      byStart: [
        { start: 'start-1', ahead: 1, behind: 0, alike: 1 },
        { start: 'start-2', ahead: 2, behind: 1, alike: 0 },
      ],
    });
    expect(pairIn(all, 'welfare', 'b', 'a')).toEqual({
      ...{ first: 'b', second: 'a', ahead: 1, behind: 3, alike: 1 },
      byStart: [
        { start: 'start-1', ahead: 0, behind: 1, alike: 1 },
        { start: 'start-2', ahead: 1, behind: 2, alike: 0 },
      ],
    });
    const turned = standingsOver(points, ['b', 'a']);
    expect(turned).toEqual(all);
    // Of a measure without any row nothing can be told.
    expect(pairIn(all, 'apr', 'a', 'b')).toMatchObject({ ahead: 0, behind: 0, alike: 5 });
    expect(pairIn(all, 'welfare', 'a', 'c')).toBeUndefined();
  });

  it('is ahead with less where less is better', () => {
    expect(markOf([2, 3, 4, 5], [1, 2, 3, 4.1], 'lower')).toBe('behind');
    expect(markOf([2, 3, 4, 5], [1, 2, 3, 4.1], 'higher')).toBe('ahead');
  });

  it('is paired by seed: luck that both share is no doubt', () => {
    const first = luck.map((shared, k) => shared + 0.2 + noise[k]);
    expect(markOf(first, luck, 'higher')).toBe('ahead');
    expect(markOf(first, luck.toReversed(), 'higher')).toBe('alike');
  });

  it('is not told of fewer than four seeds, nor of four of which one is not defined', () => {
    expect(vector('', 1, 3).standings).toBeUndefined();
    expect(markOf([2, 3, 4, NaN], [1, 2, 3, 4], 'higher')).toBe('alike');
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

  const told: AdmissibleCounts = {
    ...{ kind: 'counted', vectors: 5, seeds: 4, borrowers: 5000, economy: 'abcd' },
    ...{ institutions: ['a', 'b'], measures: standingsOver(points, ['a', 'b']) },
  };

  it('is told of those institutions whose markets were counted', () => {
    expect(rankingSentences(told, 'welfare', ['b', 'c', 'a'], names)).toEqual([
      'Neighbours in this order, counted again in 5 economies that fit the data: full sharing is ahead of negative data in 3 and behind in 1. In the rest of them the two cannot be told apart.',
    ]);
    expect(
      rankingSentences({ ...told, institutions: ['a'] }, 'welfare', ['a', 'b'], names),
    ).toEqual([]);
  });

  it('names size, seeds and economy, or the flags that count anew where engine or scenario are others', () => {
    for (const language of ['en', 'zh'] as const) {
      const [said] = countsSentences(told, language);
      for (const fact of ['5,000', '4', 'abcd']) expect(said).toContain(fact);
      const [anew] = countsSentences({ kind: 'command', flags: '--ensemble x' }, language);
      expect(anew).toContain('--ensemble x');
    }
    expect(countsSentences(undefined)).toEqual([]);
  });
});

describe('points of a file', () => {
  const file = 'economy.use.dial,start\n0.5,start-1\n0.25,start-2\n';
  const scenarioOf = (replicates: number) =>
    parse(
      `${small}replicates: ${replicates}\nsample: { file: points.csv }\n`,
      { 'points.csv': file },
      {},
    );
  const renamed = points.slice(0, 2);

  it('are told pair by pair, with four replicates or more', async () => {
    const said = ensembleAnswers(await scenarioOf(4), renamed);
    expect(said[0].sentences[0]).toMatch(/^Welfare \(ahead is higher\): .* in 1 of 2 points, not/);
    const few = ensembleAnswers(await scenarioOf(3), renamed);
    expect(few[0].sentences).toEqual([expect.stringContaining('4 replicates or more')]);
    expect(ensembleAnswers(await parse(small), renamed)).toEqual([]);
  });

  it('say where they come from', async () => {
    const { design } = await scenarioOf(4);
    expect(design?.sample).toEqual({
      ...{ kind: 'file', rows: [[0.5], [0.25]], starts: ['start-1', 'start-2'] },
    });
  });
});
