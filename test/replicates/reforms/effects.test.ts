import { describe, expect, it } from 'vitest';
import { estimate } from '../../../src/math/interval.ts';
import { isOpen, phaseAt } from '../../../src/replicates/reforms/facts.ts';
import { restOf } from '../../../src/replicates/reforms/effects.ts';

const of = (values: readonly number[]) => estimate(values);
const spread = (centre: number, width: number, n: number) =>
  of(Array.from({ length: n }, (_, k) => centre + (k % 2 === 0 ? width : -width)));

describe('whether a path has come to rest', () => {
  it('is denied by a trend that is more than chance', () => {
    expect(restOf(spread(0.02, 0.001, 12), spread(0.004, 0.001, 12), 0.001)).toBe('not-settled');
  });

  it('is affirmed by a narrow interval around no trend', () => {
    expect(restOf(spread(0.02, 0.001, 12), spread(0, 0.002, 12), 0.001)).toBe('settled');
  });

  it('cannot be told by few replicates, whatever their interval covers', () => {
    expect(restOf(spread(0.02, 0.001, 4), spread(0, 0.001, 4), 0.001)).toBe('cannot-tell');
    expect(restOf(of([0.02]), of([0]), 0.001)).toBe('cannot-tell');
  });

  it('cannot be told if a drift as large as half of the effect may hide in the interval', () => {
    expect(restOf(spread(0.002, 0.001, 12), spread(0, 0.01, 12), 0.001)).toBe('cannot-tell');
  });

  it('is affirmed where nothing ever differs', () => {
    expect(restOf(of([0, 0, 0]), of([0, 0, 0]), 0.001)).toBe('settled');
  });
});

describe('quarters of a reform', () => {
  const reform = { id: 'r', label: 'R', of: 'o', from: [44, 60], begins: 40 };

  it('lie in the phase that began last', () => {
    expect([43, 44, 59, 60].map((quarter) => phaseAt(reform.from, quarter))).toEqual([0, 1, 1, 2]);
  });

  it('are open while loans of theirs live on into the announcement or a phase', () => {
    const open = [36, 37, 39, 40, 41, 43, 44, 57, 60].filter((quarter) =>
      isOpen(reform, quarter, 4),
    );
    expect(open).toEqual([37, 39, 41, 43, 57]);
  });
});
