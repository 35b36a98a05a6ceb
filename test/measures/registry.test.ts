import { describe, expect, it } from 'vitest';
import { measures } from '../../src/measures/registry.ts';
import { doubles } from '../doubles.ts';
import { small } from './small-ledger.ts';

describe('the registry of measures', () => {
  it('names each measure once, in kebab-case', () => {
    const ids = measures.map((measure) => measure.id);
    expect(doubles(ids), 'several measures have these ids').toEqual([]);
    const odd = ids.filter((id) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id));
    expect(odd, 'ids are lower-case words with hyphens').toEqual([]);
  });

  it('gives every measure its unit, population, direction and source', () => {
    const incomplete = measures.filter(
      ({ title, unit, source, population }) =>
        title === '' || unit === '' || source === '' || !population.includes('among '),
    );
    const how = 'these lack a title, a unit, a source or a population that says "among" whom';
    expect(
      incomplete.map(({ id }) => id),
      how,
    ).toEqual([]);
  });

  it('counts shares from 0 to 1: what shows them makes per cent of them', () => {
    const wrong = measures.filter(({ unit }) => /%|per ?cent/i.test(unit));
    const how = 'write "share of loans", which is shown as "% of loans"; these count in per cent';
    expect(
      wrong.map(({ id, unit }) => `${id}: ${unit}`),
      how,
    ).toEqual([]);
  });

  it('lets every measure of a series depend on its quarter alone', () => {
    const deaf = measures.filter(
      ({ series, of }) => series && Object.is(of(small, 0, 1), of(small, 1, 2)),
    );
    const how = 'these have series: true and the same value in different quarters';
    expect(
      deaf.map(({ id }) => id),
      how,
    ).toEqual([]);
  });
});
