import { describe, expect, it } from 'vitest';
import { resultDictionary as dictionary } from '../../src/measures/result-measures.ts';
import { compareRuns } from '../../src/replicates/compare-runs.ts';
import { againstReference, ranking } from '../../src/replicates/ranking.ts';
import { samplesOf } from '../../src/replicates/samples.ts';
import { rowsFor } from './five-replicates.ts';

describe('a ranking', () => {
  const rows = [
    ...rowsFor('a', 0.1),
    ...rowsFor('b', 0.2, { own: 1 }),
    ...rowsFor('c', 0.2001, { own: -1 }),
  ];

  it('puts the best first, by the direction of the measure', () => {
    const ids = ranking(samplesOf(rows, dictionary), 'actual', 'welfare').map(
      (place) => place.institution,
    );
    expect(ids).toEqual(['c', 'b', 'a']);
    const rates = rows.map((row) => ({ ...row, measure: 'default-rate' }));
    const lowest = ranking(samplesOf(rates, dictionary), 'actual', 'default-rate')[0].institution;
    expect(lowest).toBe('a');
  });

  it('tells apart what pairing lets it tell apart, and nothing else', () => {
    const places = ranking(samplesOf(rows, dictionary), 'actual', 'welfare');
    expect(places.map((place) => place.toldApart)).toEqual([false, false, true]);
  });

  it('leaves out institutions in which nothing is defined', () => {
    const undefinedRows = rowsFor('b', NaN);
    const places = ranking(
      samplesOf([...rowsFor('a', 1), ...undefinedRows], dictionary),
      'actual',
      'welfare',
    );
    expect(places.map((place) => place.institution)).toEqual(['a']);
  });

  it('is stricter the more institutions are compared', () => {
    const against = (ids: readonly string[]) =>
      againstReference(
        samplesOf(
          [...rowsFor('a', 0), ...ids.flatMap((id) => rowsFor(id, 0.0005, { own: 1 }))],
          dictionary,
        ),
        'actual',
        'welfare',
        'a',
      ).get('b')?.adjustedP ?? NaN;
    expect(against(['b', 'c'])).toBeCloseTo(2 * against(['b']), 12);
  });
});

describe('two runs compared', () => {
  const seeds = (names: readonly string[]) => new Map(names.map((name, i) => [i, name] as const));
  const keys = ['p', 'q', 'r', 's', 't'];
  const before = { rows: rowsFor('a', 0.1), seeds: seeds(keys) };

  it('are paired where their seeds match, wherever the replicates stand', () => {
    const after = {
      rows: rowsFor('a', 0.15).map((row) => ({ ...row, replicate: 4 - row.replicate })),
      seeds: seeds(keys.toReversed()),
    };
    const [contrast] = compareRuns(before, after, dictionary);
    expect(contrast).toMatchObject({ paired: true, institution: 'a', measure: 'welfare' });
    expect(contrast.difference.mean).toBeCloseTo(0.05, 12);
    expect(contrast.difference.standardError).toBeCloseTo(0, 12);
  });

  it('are independent samples where they do not', () => {
    const after = { rows: rowsFor('a', 0.15), seeds: seeds(['v', 'w', 'x', 'y', 'z']) };
    const [contrast] = compareRuns(before, after, dictionary);
    expect(contrast.paired).toBe(false);
    expect(contrast.difference.mean).toBeCloseTo(0.05, 12);
    expect(contrast.difference.standardError).toBeGreaterThan(0.01);
  });

  it('are compared in what both hold', () => {
    const after = { rows: [...rowsFor('b', 1), ...rowsFor('a', 1)], seeds: seeds(keys) };
    expect(compareRuns(before, after, dictionary).map((each) => each.institution)).toEqual(['a']);
    expect(compareRuns(before, { ...after, rows: rowsFor('b', 1) }, dictionary)).toEqual([]);
  });
});
