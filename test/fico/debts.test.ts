import { describe, expect, it } from 'vitest';
import { ficoDebtParameters, standingsWithDebts } from '../../src/fico/debts.ts';
import { ficoParameters } from '../../src/fico/parameters.ts';
import { defaultsOf } from '../../src/parameters.ts';
import { emptyFileWithDebts } from '../../src/scores/credit-file.ts';

const values = { ...defaultsOf(ficoParameters), ...defaultsOf(ficoDebtParameters) };
const out = new Float64Array(5);
const at = (file: Partial<ReturnType<typeof emptyFileWithDebts>>) => {
  standingsWithDebts({ ...emptyFileWithDebts(), ...file }, values, out);
  return [...out];
};

describe('standings of a file with open loans', () => {
  it('fall with balances and with the number of loans, half each', () => {
    expect(at({})[1]).toBe(1);
    expect(at({ balances: 1, openLoans: 1 })[1]).toBe(1 - 0.25 - 0.125);
    expect(at({ balances: 9, openLoans: 9 })[1]).toBe(0);
  });

  it('fall with loans signed within a year', () => {
    expect(at({ openLoans: 2, newLoans: 1 })[3]).toBeCloseTo(2 / 3, 14);
    expect(at({ openLoans: 5, newLoans: 5 })[3]).toBe(0);
  });

  it('are as ever in payment history, length and mix', () => {
    const file = { repaid: 6, defaults: 1, sinceDefault: 14, length: 14, kinds: 2 };
    expect(at(file)[0]).toBe(1 - 0.5 * (1 - 0.5 * 0.5));
    expect(at(file)[2]).toBe(0.5);
    expect(at(file)[4]).toBe(2 / 3);
  });
});
