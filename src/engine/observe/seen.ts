import { roll } from '../columns/roll.ts';
import { lenderStride } from '../columns/shape.ts';
import { visible } from '../columns/visible.ts';
import type { Sharing } from '../files/join.ts';
import { writeFeatures } from '../lenders/features.ts';

/**
 * What lender j saw of the application in row r: its scorecard's features, intercept first, into `out[at …]`. Inside an
 * observer's `applications`.
 */
export function seenBy(
  { scoreReader }: Sharing,
  j: number,
  r: number,
  out: Float64Array,
  at: number,
): void {
  if (r >= roll.n) throw new Error(`there is no application in row ${r}`);
  const cell = j * lenderStride + r;
  writeFeatures(
    out,
    at,
    visible.income[r],
    visible.capital[r],
    visible.collateral[r],
    visible.size[r],
    visible.incomeInferred[r],
    visible.ownRepaid[cell],
    visible.ownDefaults[cell],
    visible.sharedRepaid[cell],
    visible.sharedDefaults[cell],
    visible.fileExists[cell],
    visible.balances[cell],
    visible.score[r] * scoreReader[j],
  );
}
