import { describe, expect, it } from 'vitest';
import { dictionary } from '../../src/dictionary.ts';
import { experimentSamples, type ExperimentRow } from '../../src/experiments/experiment-rows.ts';
import { experiments, experimentOf } from '../../src/experiments/registry.ts';
import { readingOf } from '../../src/experiments/readings.ts';
import { checkLaws, checks } from '../../src/experiments/zero-laws.ts';
import { doubles } from '../doubles.ts';

const measure = 'karlan-zinman:selection';
const world = 'types-visible';
const law = { says: 'Selection, where types are visible', world, measure };

/** Rows of one measure: values by institution, one a replicate. */
function rowsOf(
  values: Readonly<Record<string, readonly number[]>>,
  id = measure,
): ExperimentRow[] {
  return Object.entries(values).flatMap(([institution, column]) =>
    column.map((value, replicate) => ({
      ...{ scenario: 's', institution, world, replicate, measure: id, at: null, value },
    })),
  );
}

describe('a zero law', () => {
  it('holds where zero is within the error, and is broken where it is not', () => {
    const samples = experimentSamples(
      rowsOf({ fine: [0.1, -0.1, 0.05, -0.02], off: [0.3, 0.31, 0.29, 0.3] }),
      dictionary,
    );
    expect(checkLaws([law], samples, ['fine', 'off'])).toMatchObject([
      { tested: ['fine', 'off'], broken: ['off'] },
    ]);
  });

  it('forgives one institution among many what chance would do (Holm)', () => {
    // t = 4.1 on 3 degrees of freedom: p = 0.026, enough alone and not among eight.
    const chance = [0.16, 0.1, 0.14, 0.04];
    const steady = [-0.1, 0.1, -0.1, 0.1];
    const columns = Object.fromEntries(
      ['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => [id, steady] as const),
    );
    const alone = experimentSamples(rowsOf({ a: chance }), dictionary);
    const among = experimentSamples(rowsOf({ a: chance, ...columns }), dictionary);
    expect(checkLaws([law], alone, ['a'])[0].broken).toEqual(['a']);
    expect(checkLaws([law], among, ['a', ...Object.keys(columns)])[0].broken).toEqual([]);
  });

  it('can be about the distance between an estimate and the truth, seed by seed', () => {
    const estimated = { a: [0.5, 0.7, 0.2] };
    const truth = { a: [0.51, 0.69, 0.21] };
    const samples = experimentSamples(
      [...rowsOf(estimated), ...rowsOf(truth, 'karlan-zinman:selection-true')],
      dictionary,
    );
    const meets = { ...law, less: 'karlan-zinman:selection-true' };
    expect(checkLaws([meets], samples, ['a'])[0].broken).toEqual([]);
  });

  it('is told in words, and not at all from one replicate', () => {
    const cast = { labels: new Map([['a', 'Alpha']]), reference: 'a' };
    const reading = { table: [], laws: [law], truths: [], legend: [], answers: () => [] };
    const told = (values: readonly number[]) =>
      checks(reading, experimentSamples(rowsOf({ a: values }), dictionary), cast)[0].sentences[0];
    expect(told([0.1, -0.1, 0.05])).toContain('zero within its error');
    expect(told([0.3, 0.31, 0.3])).toContain('NOT zero under Alpha');
    expect(told([NaN, NaN])).toContain('not defined');
    expect(told([0.3])).toContain('one replicate');
  });

  it('says that institutions in which it is broken at once share their luck', () => {
    const labels = new Map(['a', 'b', 'c'].map((id) => [id, id.toUpperCase()]));
    const reading = { table: [], laws: [law], truths: [], legend: [], answers: () => [] };
    const off = [0.3, 0.31, 0.29, 0.3];
    const rows = rowsOf({ a: off, b: [0.1, -0.1, 0.05, -0.02], c: off });
    const [{ sentences }] = checks(reading, experimentSamples(rows, dictionary), {
      ...{ labels, reference: 'a' },
    });
    expect(sentences).toEqual([
      'Selection, where types are visible: NOT zero under A and C, which share their luck.',
    ]);
  });
});

describe('every experiment', () => {
  it('has measures with population, unit and source, under its own name', () => {
    for (const { id, measures } of experiments) {
      // All methods at once have no measures of their own.
      if (id !== 'agreement') expect(measures.length).toBeGreaterThan(0);
      for (const one of measures) {
        // What others rely on goes by a plain name.
        const isNamed = one.id.startsWith(`${id}:`) || one.id === 'stake-over-cost';
        expect(isNamed, `${one.id} must begin with ${id}:`).toBe(true);
        expect(one.population, `population of ${one.id}`).toMatch(/among/);
        expect(one.unit, `unit of ${one.id}`).not.toBe('');
        expect(
          one.unit,
          `unit of ${one.id}: "share of loans" is shown as "% of loans"`,
        ).not.toMatch(/%|per ?cent/i);
        expect(one.source, `source of ${one.id}`).not.toBe('');
      }
    }
    const ids = experiments.flatMap(({ measures }) => measures.map((one) => one.id));
    expect(doubles(ids), 'several measures have these ids').toEqual([]);
  });

  it('is read by measures that exist', () => {
    for (const experiment of experiments) {
      const { table, laws, truths } = readingOf(experiment);
      // A time line is read year by year, beside the paper's points.
      if (experiment.id !== 'timeline') expect(table.length).toBeGreaterThan(0);
      const used = [...table, ...laws, ...truths].map(({ measure: id }) => id);
      for (const id of [...used, ...truths.map(({ less = '' }) => less)]) {
        expect(dictionary.passportOf(id).id).toBe(id);
      }
    }
  });

  it('is found by its id, and a misspelt one is guessed', () => {
    expect(experimentOf('lemons').id).toBe('lemons');
    expect(() => experimentOf('lemon')).toThrow('did you mean lemons');
  });
});
