import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worlds } from '../../src/engine/setup.ts';
import { decompose, decomposed, partMeasures } from '../../src/measures/decomposition.ts';
import { resultDictionary, resultMeasures } from '../../src/measures/result-measures.ts';
import { rowsOf } from '../../src/measures/rows.ts';
import { measures } from '../../src/measures/registry.ts';
import { ledgerOf } from './fixture.ts';

const value = fc.integer({ min: -1_000_000, max: 1_000_000 });
const outcome = fc.record({
  actual: value,
  'types-visible': value,
  'action-contractible': value,
  'full-information': value,
});

describe('the decomposition', () => {
  it('adds up exactly to what removing both problems changes', () => {
    fc.assert(
      fc.property(outcome, (y) => {
        const { adverseSelection, moralHazard } = decompose(y);
        expect(adverseSelection + moralHazard).toBe(y['full-information'] - y.actual);
      }),
    );
  });

  it('is the average over both orders of removal', () => {
    fc.assert(
      fc.property(outcome, (y) => {
        const first = y['types-visible'] - y.actual;
        const second = y['full-information'] - y['action-contractible'];
        expect(decompose(y).adverseSelection).toBe((first + second) / 2);
      }),
    );
  });

  it('treats the two problems alike: swapping the worlds swaps the parts', () => {
    fc.assert(
      fc.property(outcome, (y) => {
        const swapped = {
          ...y,
          'types-visible': y['action-contractible'],
          'action-contractible': y['types-visible'],
        };
        expect(decompose(swapped)).toEqual({
          adverseSelection: decompose(y).moralHazard,
          moralHazard: decompose(y).adverseSelection,
        });
      }),
    );
  });

  it('gives nothing to a problem whose removal changes nothing', () => {
    const y = {
      actual: 3,
      'types-visible': 3,
      'action-contractible': 5,
      'full-information': 5,
    };
    expect(decompose(y)).toEqual({ adverseSelection: 0, moralHazard: 2 });
  });

  it('is not defined where a world is not', () => {
    const y = { actual: 1, 'types-visible': NaN, 'action-contractible': 2, 'full-information': 3 };
    expect(decompose(y)).toEqual({ adverseSelection: NaN, moralHazard: NaN });
  });
});

const run = { scenario: 'tiny', institution: 'none', replicate: 2 };

/** Four worlds with welfare .1, .2, .4, .6 per application and one quarter of burn-in. */
const four = Object.fromEntries(
  worlds.map((world, i) => [
    world,
    ledgerOf({
      world,
      burnIn: 1,
      sums: [
        { applications: 5, approvals: 1 },
        { applications: 10, approvals: 5, welfare: [1, 2, 4, 6][i] },
      ],
    }),
  ]),
);

describe('rows of a run', () => {
  it('hold every measure once in every world, and the parts once', () => {
    const rows = rowsOf(four, run).filter((row) => row.quarter === null);
    expect(rows).toHaveLength(worlds.length * measures.length + 2 * decomposed.length);
    const keys = new Set(rows.map((row) => `${row.world}/${row.measure}`));
    expect(keys.size).toBe(rows.length);
    for (const row of rows) expect(row).toMatchObject(run);
  });

  it('carry the parts of welfare under the world "shapley"', () => {
    const part = (id: string) => rowsOf(four, run).find((row) => row.measure === id);
    expect(part('adverse-selection:welfare')).toMatchObject({ world: 'shapley', quarter: null });
    expect(part('adverse-selection:welfare')?.value).toBeCloseTo(0.15, 12);
    expect(part('moral-hazard:welfare')?.value).toBeCloseTo(0.35, 12);
  });

  it('go by quarter only for series, only in the actual world, burn-in included', () => {
    const rows = rowsOf(four, run).filter((row) => row.quarter !== null);
    const series = measures.filter((measure) => measure.series);
    expect(rows).toHaveLength(series.length * 2);
    expect(new Set(rows.map((row) => row.world))).toEqual(new Set(['actual']));
    const approval = rows.filter((row) => row.measure === 'approval-rate');
    expect(approval.map((row) => [row.quarter, row.value])).toEqual([
      [0, 0.2],
      [1, 0.5],
    ]);
  });

  it('leave out the decomposition when a world was not run', () => {
    const { 'types-visible': _, ...three } = four;
    expect(rowsOf(three, run).some((row) => row.world === 'shapley')).toBe(false);
  });
});

describe('the dictionary of results', () => {
  const { passportOf, rankOf } = resultDictionary;

  it('knows every measure of a row', () => {
    for (const row of rowsOf(four, run)) expect(passportOf(row.measure).unit).not.toBe('');
    expect(() => passportOf('wellfare')).toThrow('wellfare');
  });

  it('orders measures as registered, parts after, strangers last', () => {
    expect(rankOf('approval-rate')).toBe(0);
    expect(rankOf(partMeasures[0].id)).toBe(measures.length);
    expect(rankOf('a-stranger')).toBeGreaterThanOrEqual(resultMeasures.length);
  });

  it('says that less is better of what a problem costs in welfare, more of what it adds to default', () => {
    expect(passportOf('moral-hazard:welfare').better).toBe('lower');
    expect(passportOf('moral-hazard:default-rate').better).toBe('higher');
  });
});
