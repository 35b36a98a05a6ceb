import { real, whole, type ParameterTable, type ValuesOf } from '../parameters.ts';
import type { FileWithDebts } from '../scores/credit-file.ts';
import type { FicoValues } from './parameters.ts';
import { standings } from './score.ts';

const ours = 'assumption: what a borrower with a mean income owes at most, as a rule';

/** Passports of what the FICO-like score makes of open loans. */
export const ficoDebtParameters = {
  fullBalance: real(2, [0.01, 100], 'mean loans', {
    about: 'open balances that take half of the standing in amounts owed',
    source: ours,
  }),
  manyOpen: whole(4, [1, 32], 'loans', {
    about: 'open loans that take the other half',
    source: ours,
  }),
  manyNew: whole(3, [1, 32], 'loans', {
    about: 'loans signed within a year and still open that take the whole of new credit',
    source: 'assumption: half of the market’s lenders',
  }),
} as const satisfies ParameterTable;

export type FicoDebtValues = ValuesOf<typeof ficoDebtParameters>;

/**
 * Where a file that shows open loans stands in each category, 0 (worst) to 1 (best): amounts owed by open balances and
 * the number of open loans, new credit by those signed in the last four quarters; the rest as `standings`.
 *
 * @param out shape (5), in the order of `categories`.
 */
export function standingsWithDebts(
  file: FileWithDebts,
  values: FicoValues & FicoDebtValues,
  out: Float64Array,
): void {
  const { balances, openLoans, newLoans } = file;
  const { fullBalance, manyOpen, manyNew } = values;
  standings(file, values, out);
  out[1] =
    1 -
    (0.5 * Math.min(balances, fullBalance)) / fullBalance -
    (0.5 * Math.min(openLoans, manyOpen)) / manyOpen;
  out[3] = 1 - Math.min(newLoans, manyNew) / manyNew;
}
