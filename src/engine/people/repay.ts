import * as drawing from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import type { Draws } from './draw.ts';
import { workingPage } from '../columns/page.ts';

/** Constants of this module, for its loops (see `workingPage`). */
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
