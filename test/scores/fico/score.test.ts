import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ficoModel } from '../../../src/scores/fico/model.ts';
import { ficoParameters } from '../../../src/scores/fico/parameters.ts';
import { explainFico, ficoWeights, standings } from '../../../src/scores/fico/score.ts';
import { log } from '../../../src/math/exp.ts';
import { defaultsOf } from '../../../src/parameters.ts';
import type { CreditFile } from '../../../src/scores/credit-file.ts';

const values = defaultsOf(ficoParameters);
const clean: CreditFile = {
  ...{ repaid: 6, defaults: 0, sinceDefault: 0 },
  ...{ length: 28, openLoans: 0, recentLoans: 0, balances: 0, kinds: 3 },
};

function at(file: Partial<CreditFile>): Float64Array {
  const out = new Float64Array(5);
  standings({ ...clean, ...file }, values, out);
  return out;
}
const scoreOf = (file: Partial<CreditFile>) => explainFico(at(file), values).score;

const anyFile = fc
  .record({
    repaid: fc.nat(60),
    defaults: fc.nat(20),
    age: fc.integer({ min: 1, max: 31 }),
    length: fc.integer({ min: 1, max: 31 }),
    openLoans: fc.nat(6),
    recentLoans: fc.nat(6),
    balances: fc.double({ min: 0, max: 9, noNaN: true }),
    kinds: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ age, ...file }) => ({ ...file, sinceDefault: file.defaults > 0 ? age : 0 }));

describe('standings', () => {
  it('of a long clean file are the best there are', () => {
    expect([...at({})]).toEqual([1, 1, 1, 1, 1]);
  });

  it('halve with each default in payment history, and come half back in seven years', () => {
    expect(at({ defaults: 1 })[0]).toBe(0.5);
    expect(at({ defaults: 2 })[0]).toBe(0.25);
    expect(at({ defaults: 1, sinceDefault: 28 })[0]).toBe(0.75);
    expect(at({ defaults: 1, sinceDefault: 14 })[0]).toBe(0.625);
  });

  it('in amounts owed fall with the balance and with the number of open loans, half each', () => {
    expect(at({ openLoans: 2, balances: 1 })[1]).toBe(0.5);
    expect(at({ openLoans: 1, balances: 2 })[1]).toBe(0.375);
    expect(at({ openLoans: 9, balances: 9 })[1]).toBe(0);
  });

  it('in new credit fall with the loans signed within a year', () => {
    expect(at({ openLoans: 3, recentLoans: 3 })[3]).toBe(0);
  });

  it('stay within 0 and 1', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        for (const standing of at(file)) {
          expect(standing).toBeGreaterThanOrEqual(0);
          expect(standing).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('a FICO-like score', () => {
  it('weighs 35/30/15/10/10', () => {
    // Source: myFICO, “What’s in my FICO Scores?”
    ficoWeights(values).weight.forEach((weight, c) =>
      expect(weight).toBeCloseTo([0.35, 0.3, 0.15, 0.1, 0.1][c], 12),
    );
  });

  it('adds up exactly and stays in 300 to 850', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const { score, base, parts, limit } = explainFico(at(file), values);
        expect(parts.reduce((sum, part) => sum + part.points, base) + limit).toBe(score);
        expect(score).toBeGreaterThanOrEqual(300);
        expect(score).toBeLessThanOrEqual(850);
      }),
    );
  });

  it('falls with a default, the more the newer, and never rises with one', () => {
    expect(scoreOf({ defaults: 1, sinceDefault: 1 })).toBeLessThan(scoreOf({}));
    expect(scoreOf({ defaults: 1, sinceDefault: 20 })).toBeGreaterThan(
      scoreOf({ defaults: 1, sinceDefault: 1 }),
    );
    fc.assert(
      fc.property(anyFile, (file) => {
        const worse = { ...file, defaults: file.defaults + 1, sinceDefault: 1 };
        expect(scoreOf(worse)).toBeLessThanOrEqual(scoreOf(file));
      }),
    );
  });

  it('rises by its points to double the odds when the odds double', () => {
    const wide = { ...values, floor: -9999, ceiling: 9999 };
    const middle = Array<number>(5).fill(0.5);
    const before = explainFico(middle, wide).score;
    const twice = { ...wide, meanLogOdds: wide.meanLogOdds + log(2) };
    expect(explainFico(middle, twice).score - before).toBe(values.pointsToDoubleOdds);
  });

  it('stands at the anchor for the anchor’s odds', () => {
    const { mean } = ficoWeights(values);
    const anchored = { ...values, meanLogOdds: log(values.anchorOdds) };
    expect(explainFico(mean, anchored).score).toBe(values.anchorPoints);
  });

  it('spans its range from the worst file to the best', () => {
    const worst = {
      ...{ repaid: 0, defaults: 9, sinceDefault: 1, length: 1 },
      ...{ openLoans: 4, recentLoans: 3, balances: 2, kinds: 1 },
    };
    expect(scoreOf(worst)).toBeGreaterThanOrEqual(300);
    expect(scoreOf(worst)).toBeLessThan(330);
    expect(scoreOf({})).toBeGreaterThan(830);
    expect(scoreOf({})).toBeLessThanOrEqual(850);
  });

  it('is refused to files that contradict themselves', () => {
    const model = ficoModel(values);
    const refused = (...row: number[]) => model.contradiction?.(row);
    expect(refused(6, 1, 8, 20, 2, 1, 0.8, 2)).toBeUndefined();
    expect(refused(0, 0, 0, 0, 0, 0, 0, 0)).toContain('nothing to score');
    expect(refused(6, 1, 0, 20, 2, 1, 0.8, 2)).toContain('must agree');
    expect(refused(6, 0, 3, 20, 2, 1, 0.8, 2)).toContain('must agree');
    expect(refused(6, 1, 21, 20, 2, 1, 0.8, 2)).toContain('cannot be older');
    expect(refused(6, 1, 8, 0, 2, 1, 0.8, 2)).toContain('above 0');
    expect(refused(1, 1, 1, 2, 1, 2, 0.8, 2)).toContain('more loans signed');
    expect(refused(1, 1, 1, 2, 1, 1, 0, 2)).toContain('must agree');
    expect(refused(0, 0, 0, 2, 1, 1, 0.8, 1)).toBeUndefined();
  });

  it('reads files in the order of its columns', () => {
    const model = ficoModel(values);
    const row = model.columns.map(({ example }) => example);
    expect(model.columns.map(({ id }) => id)).toEqual([
      ...['repaid', 'defaults', 'quarters-since-default', 'length'],
      ...['open-loans', 'recent-loans', 'balances', 'kinds'],
    ]);
    expect(model.explain(row).score).toBe(
      scoreOf({
        ...{ repaid: 6, defaults: 1, sinceDefault: 8, length: 20 },
        ...{ openLoans: 2, recentLoans: 1, balances: 0.8, kinds: 2 },
      }),
    );
  });
});
