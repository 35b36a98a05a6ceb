import { describe, expect, it } from 'vitest';
import { measures } from '../../src/measures/registry.ts';
import { small } from './small-ledger.ts';

describe('the registry of measures', () => {
  it('names each measure once, in kebab-case', () => {
    const ids = measures.map((measure) => measure.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });

  it('gives every measure its unit, population, direction and source', () => {
    const incomplete = measures.filter(
      ({ title, unit, source, population }) =>
        title === '' || unit === '' || source === '' || !population.includes('among '),
    );
    expect(incomplete).toEqual([]);
  });

  it('lets every measure of a series depend on its quarter alone', () => {
    const deaf = measures.filter(
      ({ series, of }) => series && Object.is(of(small, 0, 1), of(small, 1, 2)),
    );
    expect(deaf).toEqual([]);
  });
});
