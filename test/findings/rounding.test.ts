import { describe, expect, it } from 'vitest';
import { apartFromZero, sentenceDecimals } from '../../src/findings/rounding.ts';

/** A mean and its interval, as half on either side. */
const around = (mean: number, half: number) => ({ mean, low: mean - half, high: mean + half });

describe('decimals of a sentence', () => {
  it('leave half of an interval one digit from 4 up, else two', () => {
    const halves = [42, 5.2, 3.6, 1.3, 0.43, 0.3, 0.099];
    expect(halves.map((half) => sentenceDecimals(around(900, half), 1, 9))).toEqual([
      0, 0, 0, 1, 1, 2, 2,
    ]);
  });

  it('count in what is shown', () => {
    expect(sentenceDecimals(around(0.276, 0.052), 100, 9)).toBe(0);
    expect(sentenceDecimals(around(0.276, 0.052), 1, 9)).toBe(2);
  });

  it('are as many more, up to two, as keep the end of an interval from becoming zero', () => {
    expect(sentenceDecimals({ mean: 4.3, low: 0.2, high: 8.4 }, 1, 9)).toBe(1);
    expect(sentenceDecimals({ mean: -4.3, low: -8.57, high: -0.2 }, 1, 9)).toBe(1);
    expect(sentenceDecimals({ mean: -4.3, low: -8.57, high: -0.03 }, 1, 9)).toBe(2);
    expect(sentenceDecimals({ mean: -4.3, low: -8.57, high: -0.003 }, 1, 9)).toBe(0);
    expect(sentenceDecimals({ mean: 4.3, low: -0.2, high: 8.8 }, 1, 9)).toBe(0);
  });

  it('are never such that "more" stands beside an interval that seems to begin at zero', () => {
    const more = { mean: 0.0036, low: 0.0003, high: 0.0069 };
    expect(sentenceDecimals(more, 100, 9)).toBe(2);
    expect(sentenceDecimals({ mean: 0.0036, low: 0.00004, high: 0.00716 }, 100, 9)).toBe(3);
  });

  it('of other numbers keep their own, more where an end would become zero', () => {
    expect(apartFromZero({ low: 0.2, high: 3 }, 1, 2)).toBe(2);
    expect(apartFromZero({ low: 0.004, high: 3 }, 1, 2)).toBe(3);
    expect(apartFromZero({ low: -3, high: -0.00004 }, 100, 2)).toBe(3);
    expect(apartFromZero({ low: -1, high: 0.004 }, 1, 2)).toBe(2);
    expect(apartFromZero({ low: NaN, high: NaN }, 1, 2)).toBe(2);
  });

  it('are five at most, and as told where there is no interval', () => {
    expect(sentenceDecimals({ mean: 4, low: 4 - 2e-5, high: 4 + 2e-5 }, 1, 9)).toBe(5);
    expect(sentenceDecimals({ mean: 4, low: NaN, high: NaN }, 1, 3)).toBe(3);
    expect(sentenceDecimals({ mean: 4, low: 4, high: 4 }, 1, 3)).toBe(3);
  });
});
