import { describe, expect, it } from 'vitest';
import { resultDictionary as dictionary } from '../../src/measures/result-measures.ts';
import { enumerated, quantity } from '../../src/findings/sentences.ts';

describe('sentences', () => {
  it('write shares in per cent and as many decimals as the interval allows', () => {
    const value = { n: 9, mean: 0.41234, standardError: 0.01, low: 0.40123, high: 0.42345 };
    expect(quantity(value, dictionary.passportOf('default-rate'))).toBe(
      '41.2% of loans (95%: 40.1 to 42.3)',
    );
    expect(quantity(value, dictionary.passportOf('welfare'))).toBe(
      '41.2% of a mean loan per application (95%: 40.1 to 42.3)',
    );
    expect(quantity({ ...value, low: NaN, high: NaN }, dictionary.passportOf('default-rate'))).toBe(
      '41.2% of loans',
    );
  });

  it('enumerate', () => {
    const lists = [[], ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a, old', 'b', 'c']];
    expect(lists.map((words) => enumerated(words))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
      'a, old; b; and c',
    ]);
  });
});
