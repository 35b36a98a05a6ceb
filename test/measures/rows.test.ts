import { describe, expect, it } from 'vitest';
import { worlds } from '../../src/engine/setup.ts';
import { worldContrasts } from '../../src/measures/between-worlds.ts';
import { measures } from '../../src/measures/registry.ts';
import { resultDictionary, resultMeasures } from '../../src/measures/result-measures.ts';
import { rowsOf } from '../../src/measures/rows.ts';
import { ledgerOf } from './fixture.ts';

const run = { scenario: 'tiny', institution: 'none', replicate: 2 };
const held = { sanctions: 'held', lenders: ['b-1', 'b-2'] } as const;
const relearned = { ...held, sanctions: 'relearned' } as const;

/** Four worlds with welfare .1, .2, .4, .6 per application, one quarter of burn-in and one that is unfinished. */
const four = Object.fromEntries(
  worlds.map((world, i) => [
    world,
    ledgerOf({
      world,
      burnIn: 1,
      term: 2,
      lenders: [
        { asked: 6, willing: 3, loans: 3, principal: 4, defaults: 1, realisedProfit: 1 },
        { asked: 4, loans: 1, principal: 1 },
      ],
      books: [
        [{ loans: 9 }, { loans: 9 }],
        [
          { asked: 6, loans: 3, apr: 0.9 },
          { asked: 4, loans: 1, apr: 0.1 },
        ],
      ],
      ages: [
        [0, 1, 9, 9],
        [1, 2, 0, 1],
      ],
      sums: [
        { applications: 5, approvals: 1 },
        {
          applications: 10,
          approvals: 5,
          loans: 4,
          willNotPay: 1,
          welfare: [1, 2, 4, 6][i],
          safeApplications: 4,
          safeLoans: [1, 2, 1, 2][i],
        },
        { applications: 9, approvals: 9 },
      ],
    }),
  ]),
);
const value = (rows: ReturnType<typeof rowsOf>, id: string) =>
  rows.find(({ measure, quarter }) => measure === id && quarter === null)?.value;

describe('rows of a run', () => {
  it('hold every measure once in every world, and each contrast and part once', () => {
    const rows = rowsOf(four, run, held).filter((row) => row.quarter === null);
    const contrasts = worldContrasts.filter(({ sanctions }) => sanctions !== 'relearned').length;
    expect(rows).toHaveLength(worlds.length * measures.length + contrasts + 8 * 2 + 2 * 2);
    const keys = new Set(rows.map((row) => `${row.world}/${row.measure}`));
    expect(keys.size).toBe(rows.length);
    for (const row of rows) expect(row).toMatchObject(run);
  });

  it('hold both ends of moral hazard and what showing types changes while sanctions are held', () => {
    const rows = rowsOf(four, run, held);
    expect(value(rows, 'contracting-hidden')).toBeCloseTo(0.3, 12);
    expect(value(rows, 'contracting-visible')).toBeCloseTo(0.4, 12);
    expect(value(rows, 'showing-types-held')).toBeCloseTo(0.1, 12);
    expect(value(rows, 'safe-types-left-out')).toBeCloseTo(0.25, 12);
    expect(value(rows, 'showing-types-relearned')).toBeUndefined();
  });

  it('hold what showing types changes, and no moral hazard, where sanctions are learnt anew', () => {
    const rows = rowsOf(four, run, relearned);
    expect(value(rows, 'showing-types-relearned')).toBeCloseTo(0.1, 12);
    expect(value(rows, 'showing-types-held')).toBeUndefined();
    expect(rows.some(({ measure }) => measure.startsWith('contracting'))).toBe(false);
  });

  it('hold the books of the lenders and defaults by instalment, burn-in left out', () => {
    const rows = rowsOf(four, run, held);
    expect(value(rows, 'lender-asked@b-1')).toBeCloseTo(0.6, 12);
    expect(value(rows, 'lender-loans@b-2')).toBeCloseTo(0.25, 12);
    expect(value(rows, 'lender-return@b-1')).toBeCloseTo(0.25, 12);
    expect(value(rows, 'lender-apr@b-1')).toBeCloseTo(0.3, 12);
    expect(value(rows, 'lender-loan-count@b-1')).toBeCloseTo(30, 12);
    expect(value(rows, 'default-will-not-pay@instalment-2')).toBeCloseTo(0.25, 12);
    expect(value(rows, 'default-cannot-pay@instalment-1')).toBe(0);
  });

  it('go by quarter only for series, in the actual world, burn-in included, up to the last finished quarter', () => {
    const rows = rowsOf(four, run, held).filter((row) => row.quarter !== null);
    const series = measures.filter((measure) => measure.series);
    expect(rows).toHaveLength(series.length * 2);
    expect(new Set(rows.map((row) => row.world))).toEqual(new Set(['actual']));
    const approval = rows.filter((row) => row.measure === 'approval-rate');
    expect(approval.map((row) => [row.quarter, row.value])).toEqual([
      [0, 0.2],
      [1, 0.5],
    ]);
  });

  it('tell the books of the lenders by quarter where reforms are told by paths', () => {
    const rows = rowsOf(four, run, { ...held, paths: true });
    const path = (measure: string) =>
      rows.filter((row) => row.measure === measure && row.quarter !== null).map((row) => row.value);
    expect(path('lender-loan-count@b-1')).toEqual([90, 30]);
    expect(path('lender-loans@b-1')).toEqual([0.5, 0.75]);
    expect(path('lender-apr@b-2')).toEqual([0, 0.1]);
    expect(path('lender-asked@b-2')).toEqual([NaN, 0.4]);
    expect(path('lender-willing@b-1')).toEqual([]);
  });

  it('of the whole run are those of all quarters, in the same order, and no others', () => {
    for (const facts of [held, relearned, { ...held, paths: true }]) {
      const rows = rowsOf(four, run, facts);
      const whole = rows.filter(({ quarter }) => quarter === null);
      expect(whole.length).toBeLessThan(rows.length);
      expect(rowsOf(four, run, { ...facts, wholeRun: true })).toEqual(whole);
    }
  });

  it('leave out a contrast when one of its worlds was not run', () => {
    const { 'types-visible': _, ...three } = four;
    const rows = rowsOf(three, run, held);
    expect(value(rows, 'contracting-hidden')).toBeCloseTo(0.3, 12);
    expect(value(rows, 'contracting-visible')).toBeUndefined();
    expect(value(rows, 'showing-types-held')).toBeUndefined();
  });
});

describe('the dictionary of results', () => {
  const { passportOf, rankOf } = resultDictionary;

  it('knows every measure of a row', () => {
    for (const facts of [held, relearned])
      for (const row of rowsOf(four, run, facts)) expect(passportOf(row.measure).unit).not.toBe('');
    expect(() => passportOf('wellfare')).toThrow('wellfare');
  });

  it('names the part in the title of a measure that has parts', () => {
    expect(passportOf('lender-return@b-1').title).toBe('Profit, realised, b-1');
    expect(rankOf('lender-return@b-1')).toBe(rankOf('lender-return@b-2'));
  });

  it('orders measures as registered, contrasts after, strangers last', () => {
    expect(measures.map(({ id }) => rankOf(id))).toEqual([...measures.keys()]);
    expect(rankOf(worldContrasts[0].id)).toBe(measures.length);
    expect(rankOf('a-stranger')).toBeGreaterThanOrEqual(resultMeasures.length);
  });

  it('says that less is better of moral hazard in welfare, more of what it adds to default, neither of showing types', () => {
    expect(passportOf('moral-hazard-high').better).toBe('lower');
    expect(passportOf('moral-hazard-default-high').better).toBe('higher');
    expect(passportOf('showing-types-held').better).toBe('neither');
  });
});
