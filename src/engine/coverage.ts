import { Access } from '../institutions/institution.ts';
import type { Sharing } from './join.ts';
import type { Population } from './population.ts';
import { windowMask, type Records } from './records.ts';

/**
 * Borrowers on whom some lender other than the furnisher can read something at the end of the run: any reported
 * loan where data are shared in full, a default where only negative data are.
 */
export function countCovered(
  sharing: Sharing,
  records: Records,
  people: Population,
  quarters: number,
): number {
  const { n, level } = sharing;
  const { lag, retentionNegative, retentionPositive } = sharing.records;
  const best = new Uint8Array(n);
  for (let j = 0; j < n; j++) {
    for (let q = 0; q < n; q++) best[q] = Math.max(best[q], level[j * n + q]);
  }
  let covered = 0;
  for (let i = 0; i < people.n; i++) {
    // Bits count back from the borrower's last visit; the window counts back from the end of the run.
    const since = quarters - people.lastSeen[i];
    const negative = windowMask(Math.max(0, 1 + lag - since), lag + retentionNegative - since);
    const positive = windowMask(Math.max(0, 1 + lag - since), lag + retentionPositive - since);
    let found = 0;
    for (let q = 0; q < n; q++) {
      if (best[q] === Access.none) continue;
      found |= records.shared[q][i] & negative;
      if (best[q] === Access.full) found |= records.reported[q][i] & positive;
    }
    if (found !== 0) covered++;
  }
  return covered;
}
