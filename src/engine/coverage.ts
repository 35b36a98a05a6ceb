import { Access } from '../institutions/institution.ts';
import { pageSize } from '../random/draws.ts';
import type { Sharing } from './join.ts';
import type { Population } from './population.ts';
import { windowMask, type Records } from './records.ts';

/**
 * Borrowers of one page on whom some lender other than the furnisher can read something at the end of the run: any
 * reported loan where data are shared in full, a default where only negative data are.
 */
export function countCovered(
  sharing: Sharing,
  records: Records,
  people: Population,
  quarters: number,
  page: number,
): number {
  const { n, level } = sharing;
  const { lag, retentionNegative, retentionPositive } = sharing.records;
  const best = new Uint8Array(n);
  for (let j = 0; j < n; j++) {
    for (let q = 0; q < n; q++) best[q] = Math.max(best[q], level[j * n + q]);
  }
  // Bits count back from the borrower's last visit; windows count back from the end of the run.
  const masks = (retention: number) =>
    Uint32Array.from({ length: 32 }, (_, since) =>
      windowMask(Math.max(0, 1 + lag - since), lag + retention - since),
    );
  const negativeAfter = masks(retentionNegative);
  const positiveAfter = masks(retentionPositive);
  const end = Math.min(people.n, (page + 1) * pageSize);
  let covered = 0;
  for (let i = page * pageSize; i < end; i++) {
    const since = quarters - people.lastSeen[i];
    if (since > 31) continue;
    const negative = negativeAfter[since];
    const positive = positiveAfter[since];
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
