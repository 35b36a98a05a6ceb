import * as drawing from '../random/draws.ts';
import { purposes } from '../random/purposes.ts';
import type { Draws } from './draw.ts';
import type { Sharing } from './join.ts';
import { leavesPerPage, workingPage } from './page.ts';
import type { Records } from './records.ts';

/** Constants of this module: V8 folds them into its loops, where it looks an import up at each use. */
const page = workingPage;
const { deriveKey, pageSize, perWord, word } = drawing;

/** What became of a loan. */
export const Outcome = { repaid: 0, cannotPay: 1, willNotPay: 2 } as const;

/** Nature decides who fails, who is able decides whether to pay; for every row, as potential outcomes. */
export function repay(draws: Draws, quarter: number): void {
  const { n, index, failure, willing, outcome } = page;
  const { key } = draws;
  const pageNumber = page.first / pageSize;
  deriveKey(key, draws.seed, pageNumber, quarter, purposes.failure);
  const f0 = key[0];
  const f1 = key[1];
  const f2 = key[2];
  deriveKey(key, draws.seed, pageNumber, quarter, purposes.willingness);
  const w0 = key[0];
  const w1 = key[1];
  const w2 = key[2];
  for (let r = 0; r < n; r++) {
    const fails = Number((word(index[r], f0, f1, f2) >>> 0) * perWord < failure[r]);
    const refuses = Number((word(index[r], w0, w1, w2) >>> 0) * perWord >= willing[r]);
    outcome[r] = fails * Outcome.cannotPay + (1 - fails) * refuses * Outcome.willNotPay;
  }
}

/**
 * Writes the quarter's loans on file: the truth into the lender's own records, and, for lenders that
 * contribute, a copy that errors may spoil.
 */
export function furnish(draws: Draws, sharing: Sharing, records: Records, quarter: number): void {
  const { index, first, takers, takerEnd, winner, outcome, reported } = page;
  const { contributing, errors } = sharing;
  const { key } = draws;
  const pageNumber = first / pageSize;
  deriveKey(key, draws.seed, pageNumber, quarter, purposes.recordError);
  const e0 = key[0];
  const e1 = key[1];
  const e2 = key[2];
  deriveKey(key, draws.seed, pageNumber, quarter, purposes.standardsGap);
  const g0 = key[0];
  const g1 = key[1];
  const g2 = key[2];
  const separateCopy = records.crossed !== records.shared;
  const separateLoans = records.reported !== records.loans;
  const loans = takerEnd[leavesPerPage - 1];
  for (let k = 0; k < loans; k++) {
    const r = takers[k];
    const q = winner[r];
    const i = first + index[r];
    const bad = Number(outcome[r] !== Outcome.repaid);
    records.loans[q][i] |= 1;
    records.defaults[q][i] |= bad;
    if (!contributing[q] || !reported[r]) continue;
    const u = (word(index[r], e0, e1, e2) >>> 0) * perWord;
    const onFile = bad ? (u < errors.missedDefault ? 0 : 1) : u < errors.falseDefault ? 1 : 0;
    records.shared[q][i] |= onFile;
    if (separateLoans) records.reported[q][i] |= 1;
    if (!separateCopy) continue;
    const garbled = (word(index[r], g0, g1, g2) >>> 0) * perWord < errors.standardsGap ? 1 : 0;
    records.crossed[q][i] |= onFile ^ garbled;
  }
}
