import { Access } from '../institutions/institution.ts';
import { pageSize } from '../random/draws.ts';
import type { Sharing } from './join.ts';
import type { Page } from './page.ts';
import { popcount, windowMask, type Records } from './records.ts';

/** Constants and working columns of reading files. */
export interface ReportPlan {
  readonly sharing: Sharing;
  /** Kind of each lender. */
  readonly kind: Uint8Array;
  readonly negativeMask: number;
  readonly positiveMask: number;
  /** Own records: every quarter before this one. */
  readonly ownMask: number;
  readonly repaid: Uint8Array;
  readonly failed: Uint8Array;
}

export function planReports(sharing: Sharing, kind: Uint8Array): ReportPlan {
  const { lag, retentionNegative, retentionPositive } = sharing.records;
  return {
    sharing,
    kind,
    negativeMask: windowMask(1 + lag, lag + retentionNegative),
    positiveMask: windowMask(1 + lag, lag + retentionPositive),
    ownMask: windowMask(1, 31),
    repaid: new Uint8Array(pageSize),
    failed: new Uint8Array(pageSize),
  };
}

/** What each lender finds on file about each applicant: its own records and the reports it may read. */
export function readReports(plan: ReportPlan, records: Records, page: Page): void {
  const lenders = records.loans.length;
  const rows = lenders * pageSize;
  page.sharedRepaid.fill(0, 0, rows);
  page.sharedDefaults.fill(0, 0, rows);
  page.fileExists.fill(0, 0, rows);
  for (let q = 0; q < lenders; q++) {
    readOwn(plan, records, page, q);
    shareWith(plan, records, page, q, records.shared[q], (kind) => kind === plan.kind[q]);
    shareWith(plan, records, page, q, records.crossed[q], (kind) => kind !== plan.kind[q]);
  }
}

function readOwn(plan: ReportPlan, records: Records, page: Page, q: number): void {
  const { n, first, index, ownRepaid, ownDefault } = page;
  const { ownMask } = plan;
  const loans = records.loans[q];
  const defaults = records.defaults[q];
  const at = q * pageSize;
  for (let r = 0; r < n; r++) {
    const i = first + index[r];
    ownRepaid[at + r] = popcount(loans[i] & ~defaults[i] & ownMask);
    ownDefault[at + r] = (defaults[i] & ownMask) !== 0 ? 1 : 0;
  }
}

/** Adds what contributor q furnishes, as on this copy, to the reports of its readers of the chosen kinds. */
function shareWith(
  plan: ReportPlan,
  records: Records,
  page: Page,
  q: number,
  copy: Uint32Array,
  chosen: (kind: number) => boolean,
): void {
  const { n, first, index, sharedRepaid, sharedDefaults, fileExists } = page;
  const { sharing, kind, repaid, failed, negativeMask, positiveMask } = plan;
  const lenders = sharing.n;
  let counted = false;
  for (let j = 0; j < lenders; j++) {
    const level = sharing.level[j * lenders + q];
    if (level === Access.none || !chosen(kind[j])) continue;
    if (!counted) {
      const reported = records.reported[q];
      for (let r = 0; r < n; r++) {
        const i = first + index[r];
        repaid[r] = popcount(reported[i] & ~copy[i] & positiveMask);
        failed[r] = popcount(copy[i] & negativeMask);
      }
      counted = true;
    }
    const at = j * pageSize;
    for (let r = 0; r < n; r++) sharedDefaults[at + r] += failed[r];
    if (level !== Access.full) continue;
    for (let r = 0; r < n; r++) {
      sharedRepaid[at + r] += repaid[r];
      fileExists[at + r] |= (repaid[r] | failed[r]) !== 0 ? 1 : 0;
    }
  }
}
