import { describe, expect, it } from 'vitest';
import { precisionTargetOf } from '../../src/run/target.ts';

const flags = { precision: undefined, precisionMeasure: 'welfare', replicates: undefined };

describe('--precision', () => {
  it('asks for nothing when it is not given', () => {
    expect(precisionTargetOf(flags)).toBeUndefined();
  });

  it('takes --replicates as the most, and has a most of its own', () => {
    expect(precisionTargetOf({ ...flags, precision: 0.01, replicates: 40 })).toEqual({
      measure: 'welfare',
      halfWidth: 0.01,
      most: 40,
    });
    expect(precisionTargetOf({ ...flags, precision: 0.01 })?.most).toBe(1000);
  });

  it('refuses a measure that there is not, and names the nearest', () => {
    const wrong = { ...flags, precisionMeasure: 'wellfare' };
    expect(() => precisionTargetOf(wrong)).toThrow(/no measure "wellfare"\n.*did you mean welfare/);
  });
});
