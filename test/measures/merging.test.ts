import { describe, expect, it } from 'vitest';
import { measures } from '../../src/measures/registry.ts';
import { ledgerOf, merge } from './fixture.ts';
import { small, valueOf } from './small-ledger.ts';

describe('mergeable sums', () => {
  const sum = (ledger: typeof small) => measures.map((measure) => measure.of(ledger, 1, 2));

  it('of a market and its copy side by side have the measures of one', () => {
    const digits = (values: readonly number[]) => values.map((value) => value.toPrecision(12));
    expect(digits(sum(merge(small, small)))).toEqual(digits(sum(small)));
  });

  it('lie between those of the two parts where they are shares', () => {
    const other = ledgerOf({
      burnIn: 1,
      term: 2,
      lenders: [{}, {}],
      sums: [{}, { applications: 150, approvals: 30, loans: 10, cannotPay: 5, willNotPay: 1 }, {}],
    });
    const both = merge(small, other);
    expect(valueOf('approval-rate', both)).toBeCloseTo(70 / 200, 12);
    expect(valueOf('default-rate', both)).toBeCloseTo(10 / 30, 12);
  });

  it('leave the ledger as it was', () => {
    const before = structuredClone(small);
    sum(small);
    expect(small).toEqual(before);
  });
});
