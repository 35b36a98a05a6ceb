import { describe, expect, it } from 'vitest';
import { remembering } from '../../src/folder/remembering.ts';
import { summaryOfOne } from '../../src/folder/summary-of-one.ts';
import { inOrderOfRecord, simulateScenario } from '../../src/jobs/index.ts';
import { resultDictionary, type Row } from '../../src/measures/index.ts';
import { samplesOf, summarise } from '../../src/replicates/index.ts';
import { inProcess } from '../../src/run/in-process.ts';
import { loadScenario } from '../../src/scenario/load.ts';

const scenario = inOrderOfRecord(await loadScenario('tiny', { replicates: 1, borrowers: 400 }));
const { signal } = new AbortController();
const rows = await simulateScenario(scenario, { executor: inProcess, signal });

const both = (some: readonly Row[], reference = scenario.reference) => ({
  quick: summaryOfOne(samplesOf(some, resultDictionary), scenario.id, reference),
  whole: summarise(some, reference, resultDictionary),
});

/** Welfare of two institutions, the reference first. */
const welfare = (...values: readonly number[]) =>
  values.map((value, i) => ({
    ...{ scenario: scenario.id, institution: ['a', 'b'][i], world: 'actual' },
    ...{ replicate: 0, quarter: null, measure: 'welfare', value },
  }));

describe('the summary of one replicate', () => {
  it('is what the statistics over replicates say of it', () => {
    const { quick, whole } = both(rows);
    expect(quick).toEqual(whole);
    expect(quick.length).toBeGreaterThan(300);
    expect(quick.some(({ mean }) => Number.isNaN(mean))).toBe(true);
    expect(quick.some(({ difference }) => difference !== 0)).toBe(true);
  });

  it('has no differences where the reference is not there', () => {
    const { quick, whole } = both(rows, 'nobody');
    expect(quick).toEqual(whole);
    expect(quick.every(({ pairs }) => pairs === 0)).toBe(true);
  });

  it.each([
    [[0.1 + 0.2, 0.3], 'differ by rounding only'],
    [[1, 1 + 1e-12], 'are very close'],
    [[0, -0], 'are zeros of two signs'],
    [[5, NaN], 'are not both defined'],
    [[NaN, 5], 'have no reference'],
    [[-1e-300, 1e300], 'are far apart'],
  ])('says of %j, which %s, what the statistics say', (values) => {
    const { quick, whole } = both(welfare(...values), 'a');
    expect(quick).toEqual(whole);
  });
});

describe('a dictionary that remembers', () => {
  it('says what it was made of', () => {
    const quick = remembering(resultDictionary);
    for (const id of ['welfare', 'lender-return@bank-1', 'welfare', 'lender-return@bank-1']) {
      expect(quick.passportOf(id)).toEqual(resultDictionary.passportOf(id));
      expect(quick.rankOf(id)).toBe(resultDictionary.rankOf(id));
    }
    expect(() => quick.passportOf('nothing')).toThrow(/nothing/);
  });
});
