import { Access, type Column } from '../../institutions/institution.ts';
import { pageSize } from '../../random/draws.ts';
import type { Sharing } from './join.ts';
import type { Records } from './records.ts';
import { rememberedAfter, reportedAt } from './windows.ts';

/**
 * Borrowers of one page on whom some lender other than the furnisher can read something at the end of the run: any
 * reported loan where data are shared in full, a default where only negative data are.
 *
 * @param lastSeen quarter in which each borrower last applied
 */
export function countCovered(
  sharing: Sharing,
  records: Records,
  lastSeen: Column,
  quarters: number,
  page: number,
): number {
  const { n, level } = sharing;
  const best = new Uint8Array(n);
  for (let j = 0; j < n; j++) {
    for (let q = 0; q < n; q++) best[q] = Math.max(best[q], level[j * n + q]);
  }
  const { negative, positive } = reportedAt(sharing.records, quarters);
  const end = Math.min(lastSeen.length, (page + 1) * pageSize);
  let covered = 0;
  for (let i = page * pageSize; i < end; i++) {
    const remembered = rememberedAfter(quarters, quarters - lastSeen[i]);
    let found = 0;
    for (let q = 0; q < n; q++) {
      if (best[q] === Access.none) continue;
      const reported = records.reported[q][i] & records.loans[q][i] & remembered;
      found |= reported & records.shared[q][i] & negative;
      if (best[q] === Access.full) found |= reported & positive;
    }
    if (found !== 0) covered++;
  }
  return covered;
}
