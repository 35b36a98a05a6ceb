import { deriveKey, pageSize, perWord, word } from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import { hidden, hiddenWriter } from '../columns/hidden.ts';
import { loansBy, outcomeWriter } from '../columns/outcome.ts';
import { roll } from '../columns/roll.ts';
import { Outcome } from '../outcome.ts';
import type { Draws } from './draw.ts';

/** Nature decides who fails, who is able decides whether to pay; lenders learn it of the loans they granted. */
export function repay(draws: Draws, lenders: number, quarter: number): void {
  drawOutcomes(draws, quarter);
  for (let lender = 0; lender < lenders; lender++) reveal(lender);
}

/** Potential outcomes, for every row. */
function drawOutcomes({ key, seed }: Draws, quarter: number): void {
  const { n, index } = roll;
  const { failure, willing } = hidden;
  const { potential } = hiddenWriter;
  const pageNumber = roll.first / pageSize;
  deriveKey(key, seed, pageNumber, quarter, purposes.failure);
  const f0 = key[0];
  const f1 = key[1];
  const f2 = key[2];
  deriveKey(key, seed, pageNumber, quarter, purposes.willingness);
  const w0 = key[0];
  const w1 = key[1];
  const w2 = key[2];
  for (let r = 0; r < n; r++) {
    const fails = Number((word(index[r], f0, f1, f2) >>> 0) * perWord < failure[r]);
    const refuses = Number((word(index[r], w0, w1, w2) >>> 0) * perWord >= willing[r]);
    potential[r] = fails * Outcome.cannotPay + (1 - fails) * refuses * Outcome.willNotPay;
  }
}

/** What becomes of this lender's loans. */
function reveal(lender: number): void {
  const loans = loansBy(lender);
  const { potential } = hidden;
  const { loansOf, defaulted } = outcomeWriter;
  const at = lender * pageSize;
  for (let k = 0; k < loans; k++) {
    defaulted[at + k] = Number(potential[loansOf[at + k]] !== Outcome.repaid);
  }
}
