import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultDictionary as dictionary } from '../../src/measures/result-measures.ts';
import { paired, unpaired } from '../../src/replicates/contrast.ts';
import { canonicalRows, samplesOf } from '../../src/replicates/samples.ts';
import { summarise, summariseSeries } from '../../src/replicates/summary.ts';
import type { Row } from '../../src/measures/row.ts';

// Student's sleep data: R's data set `sleep`.
const drug1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const drug2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe('a contrast', () => {
  it("is R's paired t test", () => {
    // R: with(sleep, t.test(extra[group == 1], extra[group == 2], paired = TRUE))
    // t = -4.0621, df = 9, p-value = 0.002833, interval -2.4598858 -0.7001142
    const contrast = paired(drug1, drug2);
    expect(contrast.mean).toBeCloseTo(-1.58, 12);
    expect(contrast.low).toBeCloseTo(-2.4598858, 7);
    expect(contrast.high).toBeCloseTo(-0.7001142, 7);
    expect(contrast.p).toBeCloseTo(0.002833, 6);
  });

  it("is close to R's Welch test, with degrees of freedom rounded down", () => {
    // R: with(sleep, t.test(extra ~ group)): t = -1.8608, df = 17.776, p-value = 0.07939, -3.3654832 0.2054832
    const contrast = unpaired(drug1, drug2);
    expect(contrast.mean / contrast.standardError).toBeCloseTo(-1.8608, 4);
    expect(contrast.p).toBeGreaterThan(0.07939);
    expect(contrast.p).toBeLessThan(0.081);
    expect(contrast.low).toBeLessThan(-3.3654832);
    expect(contrast.low).toBeGreaterThan(-3.38);
  });

  it('says how many times more replicates it would need unpaired', () => {
    // R: with(sleep, (var(extra[group == 1]) + var(extra[group == 2])) / var(extra[group == 1] - extra[group == 2]))
    const variance = (x: number[]) => {
      const centre = x.reduce((a, b) => a + b, 0) / x.length;
      return x.reduce((a, b) => a + (b - centre) ** 2, 0) / (x.length - 1);
    };
    const expected =
      (variance(drug1) + variance(drug2)) / variance(drug1.map((x, i) => x - drug2[i]));
    expect(paired(drug1, drug2).gain).toBeCloseTo(expected, 10);
  });

  it('leaves out pairs of which one is not defined', () => {
    expect(paired([1, NaN, 3, 8], [0, 1, 1, NaN])).toEqual(paired([1, 3], [0, 1]));
  });

  it('has no interval from a single pair, and none from no pair at all', () => {
    expect(paired([3], [1])).toMatchObject({ n: 1, mean: 2, low: NaN, p: NaN, gain: NaN });
    expect(paired([NaN], [1])).toMatchObject({ n: 0, mean: NaN });
  });

  it('does not tell apart what differs by rounding only', () => {
    expect(paired([0.3, 0.7], [0.1 + 0.2, 0.7])).toMatchObject({ mean: 0, p: 1 });
  });

  it('knows that a difference of zero without spread is none, and any other is certain', () => {
    expect(paired([1, 2], [1, 2])).toMatchObject({ mean: 0, low: 0, high: 0, p: 1 });
    expect(paired([2, 3], [1, 2])).toMatchObject({ mean: 1, p: 0 });
  });
});

function row(institution: string, replicate: number, value: number, more: Partial<Row> = {}): Row {
  return {
    scenario: 's',
    institution,
    world: 'actual',
    replicate,
    quarter: null,
    measure: 'welfare',
    value,
    ...more,
  };
}

const rows = [
  ...drug1.map((value, replicate) => row('b', replicate, value)),
  ...drug2.map((value, replicate) => row('a', replicate, value)),
  ...drug2.map((value, replicate) => row('c', replicate, value - 1)),
];

describe('the summary', () => {
  it('gives each institution its mean, interval and paired difference', () => {
    const [a, b] = summarise(rows, 'b', dictionary);
    expect(a).toMatchObject({ institution: 'a', n: 10, reference: 'b', pairs: 10 });
    expect(a.unit).toBe('share of a mean loan per application');
    expect(a.mean).toBeCloseTo(2.33, 12);
    expect(a.difference).toBeCloseTo(1.58, 12);
    expect(a.differenceLow).toBeCloseTo(0.7001142, 7);
    expect(b).toMatchObject({ institution: 'b', difference: NaN, pairs: 0, adjustedP: NaN });
  });

  it('adjusts p-values for the number of institutions compared', () => {
    const [a, , c] = summarise(rows, 'b', dictionary);
    const alone = summarise(
      rows.filter((each) => each.institution !== 'c'),
      'b',
      dictionary,
    )[0];
    expect(a.adjustedP).toBeCloseTo(2 * alone.adjustedP, 12);
    expect(c.adjustedP).toBeGreaterThan(a.adjustedP);
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(summarise(shuffled, 'b', dictionary)).toEqual(summarise(rows, 'b', dictionary));
      }),
      { numRuns: 20 },
    );
  });

  it('counts the replicates in which a measure is defined', () => {
    const gaps = [row('a', 0, NaN), row('a', 1, 2), row('a', 2, 4), row('b', 0, 1), row('b', 1, 1)];
    expect(summarise(gaps, 'b', dictionary)[0]).toMatchObject({
      n: 2,
      mean: 3,
      pairs: 1,
      difference: 1,
    });
  });

  it('is not defined where nobody ever borrows', () => {
    expect(summarise([row('a', 0, NaN), row('a', 1, NaN)], 'b', dictionary)[0]).toMatchObject({
      n: 0,
      mean: NaN,
      low: NaN,
      difference: NaN,
    });
  });
});

describe('moral hazard over replicates', () => {
  const end = (replicate: number, measure: string, value: number) =>
    row('a', replicate, value, { world: 'between-worlds', measure });
  // The first contrast is the smaller in one replicate of three, and the larger in the mean.
  const contrasts = [
    ...[1, 7, 7].map((value, replicate) => end(replicate, 'contracting-hidden', value)),
    ...[2, 3, 4].map((value, replicate) => end(replicate, 'contracting-visible', value)),
  ];

  it('is the smaller and the larger of two means, not of each replicate', () => {
    const summary = summarise(contrasts, 'b', dictionary);
    const of = (id: string) => summary.find(({ measure }) => measure === id);
    expect(of('moral-hazard-low')).toMatchObject({ n: 3, mean: 3, world: 'between-worlds' });
    expect(of('moral-hazard-high')).toMatchObject({ n: 3, mean: 5 });
    expect(of('moral-hazard-low')?.low).toBe(of('contracting-visible')?.low);
  });

  it('is not there where one of the two is not', () => {
    const summary = summarise(contrasts.slice(0, 3), 'b', dictionary);
    expect(summary.map(({ measure }) => measure)).toEqual(['contracting-hidden']);
  });
});

describe('rows in order', () => {
  it('go by institution, world, measure, overall before quarters, replicate', () => {
    const ordered = [
      row('a', 0, 0),
      row('a', 1, 0),
      row('a', 0, 0, { quarter: 0 }),
      row('a', 1, 0, { quarter: 0 }),
      row('a', 0, 0, { quarter: 10 }),
      row('a', 0, 0, { measure: 'auc-funded' }),
      row('a', 0, 0, { world: 'full-information' }),
      row('a', 0, 0, { world: 'between-worlds', measure: 'contracting-hidden' }),
      row('b', 0, 0),
    ];
    expect(ordered.toReversed().toSorted(canonicalRows(dictionary))).toEqual(ordered);
  });

  it('become columns aligned by replicate, with gaps where a row is missing', () => {
    const samples = samplesOf([row('a', 5, 50), row('a', 2, 20), row('b', 5, 51)], dictionary);
    expect(samples.replicates).toEqual([2, 5]);
    expect(samples.values('b', 'actual', 'welfare')).toEqual([NaN, 51]);
    expect(samples.values('x', 'actual', 'welfare')).toEqual([NaN, NaN]);
  });
});

describe('the series', () => {
  it('has one mean a quarter', () => {
    const series = summariseSeries(
      [
        row('a', 0, 1, { quarter: 1 }),
        row('a', 1, 3, { quarter: 1 }),
        row('a', 0, 5, { quarter: 0 }),
        row('a', 0, 9),
      ],
      dictionary,
    );
    expect(series.map(({ quarter, n, mean }) => [quarter, n, mean])).toEqual([
      [0, 1, 5],
      [1, 2, 2],
    ]);
  });
});
