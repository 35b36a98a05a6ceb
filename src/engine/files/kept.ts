import type { RecordRules } from '../../institutions/institution.ts';
import { windowAt } from './bits.ts';

/** Which quarters' records stand on file, by lender: those deleted, never furnished or furnished too late do not. */
export interface RecordsKept {
  /** First quarter whose defaults, and whose repaid loans, stand there. Shape (lenders). */
  readonly defaultsSince: Int32Array;
  readonly repaidSince: Int32Array;
  /** First quarter of which nothing stands there any more, since the lender had left; `forever` if it has not. */
  readonly until: Int32Array;
}

/** No quarter. */
export const forever = 0x7fffffff;

/** Bits of the last 31 quarters that lie in since … until − 1. */
export function bitsBetween(quarter: number, since: number, until: number): number {
  const last = quarter - Math.min(until, quarter) + 1;
  return last > 31 ? 0 : windowAt(quarter, last, Math.max(0, Math.min(31, quarter - since)));
}

/** Who furnishes before a change and after it. */
export interface FurnishersChange {
  readonly from: number;
  /** Quarters before it that newcomers furnish too. */
  readonly backfill: number;
  /** Whether the records of who leaves stay. */
  readonly fades: boolean;
  /** 1 where a lender furnishes. Shape (lenders). */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/**
 * What stands on file after a change. Records that the old rules had deleted by the quarter before stay deleted, however long
 * the new ones keep theirs; a lender that begins to furnish has furnished nothing of loans that ended before, but for the
 * backfill; records of one that leaves are gone, or stand until they fade.
 *
 * @param kept before the change
 * @param rules before the change
 */
export function keptAfter(
  { from, backfill, fades, before, after }: FurnishersChange,
  kept: RecordsKept | undefined,
  { lag, retentionNegative, retentionPositive }: RecordRules,
): RecordsKept {
  const oldest = (retention: number) => from - 1 - lag - retention;
  const next = {
    defaultsSince: new Int32Array(before.length),
    repaidSince: new Int32Array(before.length),
    until: new Int32Array(before.length).fill(forever),
  };
  for (let q = 0; q < before.length; q++) {
    const left = kept !== undefined && kept.until[q] !== forever;
    const stays = before[q] === 1 && !left;
    if (stays || (left && after[q] === 0)) {
      next.defaultsSince[q] = Math.max(kept?.defaultsSince[q] ?? 0, oldest(retentionNegative));
      next.repaidSince[q] = Math.max(kept?.repaidSince[q] ?? 0, oldest(retentionPositive));
    } else {
      next.defaultsSince[q] = from - backfill;
      next.repaidSince[q] = from - backfill;
    }
    if (after[q] === 1 || !fades) continue;
    if (stays) next.until[q] = from;
    else if (left) next.until[q] = kept.until[q];
  }
  return next;
}
