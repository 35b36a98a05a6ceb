import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/jobs/work.ts';
import { pack, unpack } from '../../src/run/packed-values.ts';

const run: Value[] = [
  { world: 'actual', quarter: null, measure: 'welfare', value: 0.1 + 0.2 },
  { world: 'actual', quarter: null, measure: 'apr', value: NaN },
  { world: 'actual', quarter: 3, measure: 'apr', value: -0 },
];
const curve: Value[] = [
  { world: 'actual', quarter: null, measure: 'demand', at: null, value: 1e-300 },
  { world: 'actual', quarter: null, measure: 'demand', at: 0.25, value: Infinity },
];
const across = (values: readonly Value[]) => unpack(structuredClone(pack(values)));

describe('values that cross threads', () => {
  it('are the same to the bit, in the same order', () => {
    expect(across(run)).toStrictEqual(run);
    expect(across(curve)).toStrictEqual(curve);
    expect(across([])).toStrictEqual([]);
  });

  it.each([
    ['world', { world: 'full-information' }],
    ['quarter', { quarter: 4 }],
    ['measure', { measure: 'welfare' }],
    ['place along a curve', { at: 0.5 }],
  ])('keep their own names after those of a job that differs in one %s', (_, other) => {
    const changed = run.map((value, i) => (i === 2 ? { ...value, ...other } : value));
    for (const values of [run, changed, run, run.slice(0, 2)]) {
      expect(across(values)).toStrictEqual(values);
    }
  });

  it('take new numbers where the names are those of the job before', () => {
    across(run);
    const later = run.map((value, i) => ({ ...value, value: i }));
    expect(across(later)).toStrictEqual(later);
  });
});
