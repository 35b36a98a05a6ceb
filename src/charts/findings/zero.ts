import { holm } from '../../math/holm.ts';
import { errorRate, paired } from '../../replicates/index.ts';
import type { EstimateRow } from '../kit/row-panel.ts';
import type { InstitutionEstimate } from '../kit/select.ts';

/** How many columns of values lie above and below zero, by t-tests over replicates with Holm's correction over columns. */
export function awayFromZero(columns: readonly (readonly number[])[]): {
  readonly up: number;
  readonly down: number;
} {
  const sides = sidesOfZero(columns);
  const count = (side: 'above' | 'below') => sides.filter((one) => one === side).length;
  return { up: count('above'), down: count('below') };
}

/**
 * Rows of a panel, hollow where the same tests cannot tell the mean from zero; a title that counts them then counts the filled
 * points. With one replicate nothing is tested, and nothing is marked.
 */
export function hollowWhereUnsure(
  rows: readonly InstitutionEstimate[],
  valuesOf: (institution: string) => readonly number[],
): EstimateRow[] {
  const columns = rows.map(({ institution }) => valuesOf(institution));
  if (columns.every((values) => values.length < 2)) return [...rows];
  const sides = sidesOfZero(columns);
  return rows.map((row, k) => ({ ...row, hollow: sides[k] === 'unsure' }));
}

/** Where each mean lies, as far as replicates tell. */
function sidesOfZero(columns: readonly (readonly number[])[]): ('above' | 'below' | 'unsure')[] {
  const tests = columns.map((values) =>
    paired(
      values,
      values.map(() => 0),
    ),
  );
  const adjusted = holm(tests.map(({ p }) => p));
  return tests.map(({ mean }, k) => {
    if (!(adjusted[k] <= errorRate)) return 'unsure';
    return mean > 0 ? 'above' : 'below';
  });
}
