import { describe, expect, it } from 'vitest';
import { nextReplicates, widestHalfWidth } from '../../src/run/precision.ts';
import type { Row } from '../../src/measures/row.ts';

const target = { measure: 'welfare', halfWidth: 0.01, most: 100 };

describe('replicates for a precision', () => {
  it('stay when it is reached, or can never be', () => {
    expect(nextReplicates(10, 0.01, target)).toBe(10);
    expect(nextReplicates(10, NaN, target)).toBe(10);
  });

  it('grow by what the spread calls for, a tenth to a doubling at a time', () => {
    expect(nextReplicates(10, 0.012, target)).toBe(15); // (1.2)² = 1.44
    expect(nextReplicates(10, 0.0101, target)).toBe(11);
    expect(nextReplicates(10, 5, target)).toBe(20);
  });

  it('end at the most', () => {
    expect(nextReplicates(60, 5, target)).toBe(100);
    expect(nextReplicates(100, 5, target)).toBe(100);
  });
});

describe('the widest interval', () => {
  const row = (institution: string, world: string, measure: string, values: number[]): Row[] =>
    values.map((value, replicate) => {
      return { scenario: 's', institution, world, replicate, quarter: null, measure, value };
    });

  it('is that of the least certain difference to the reference', () => {
    const rows = [
      ...row('a', 'actual', 'welfare', [1, 2, 3]),
      ...row('b', 'actual', 'welfare', [1, 2, 3.1]),
      ...row('c', 'actual', 'welfare', [1, 2, 9]),
    ];
    // R: qt(0.975, 2) * sd(c(0, 0, 6)) / sqrt(3) = 8.605305
    expect(widestHalfWidth(rows, 'a', 'welfare')).toBeCloseTo(8.605305, 6);
  });

  it('finds contrasts of worlds where they stand', () => {
    const part = 'contracting-hidden';
    const rows = [
      ...row('a', 'between-worlds', part, [1, 2]),
      ...row('b', 'between-worlds', part, [1, 4]),
    ];
    expect(widestHalfWidth(rows, 'a', part)).toBeCloseTo(12.7062, 4);
  });

  it('is not defined without a difference', () => {
    expect(widestHalfWidth(row('a', 'actual', 'welfare', [1, 2]), 'a', 'welfare')).toBeNaN();
  });
});
