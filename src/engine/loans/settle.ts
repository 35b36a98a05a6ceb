import { purposes } from '../../random/purposes.ts';
import { Event, outcome, outcomeWriter } from '../columns/outcome.ts';
import { maxRows } from '../columns/shape.ts';
import { drawUniforms, type Draws } from '../draws.ts';
import { Status, vintageStart, type LoanBook, type LoanQuarter } from './book.ts';
import { owing } from './outlook.ts';
import { joint } from './today.ts';

const failureDraw = new Float64Array(maxRows);
const refusalDraw = new Float64Array(maxRows);

/** Nature decides who fails, who is able decides whether to refuse: one draw each a person, for all its loans. */
export function befall(draws: Draws, page: number, quarter: number): void {
  const { slot, person, n } = owing;
  const { liquidity, failure, refusal } = outcome;
  const { event } = outcomeWriter;
  drawUniforms(draws, page, quarter, purposes.failure, person, n, failureDraw);
  drawUniforms(draws, page, quarter, purposes.refusal, person, n, refusalDraw);
  for (let k = 0; k < n; k++) {
    const s = slot[k];
    const u = failureDraw[k];
    const refuses = Number(refusalDraw[k] < refusal[s]) * Event.refusal;
    const fails = Number(u < failure[s]);
    const trouble = u < liquidity[s] ? Event.liquidity : Event.ownFailure;
    event[s] = fails * trouble + (1 - fails) * refuses;
  }
}

/** What becomes of each open loan: fills status, `endedAt`, `inSet` and the lists of those that ended. */
export function settle(book: LoanBook, now: LoanQuarter, page: number, quarter: number): void {
  const { term, capacity, slot, lender, status, endedAt } = book;
  const { event } = outcome;
  for (let age = Math.min(term - 1, quarter); age >= 0; age--) {
    const vintage = (quarter - age) % term;
    const start = vintageStart(book, page, vintage);
    const n = book.count[page * term + vintage];
    const local = vintage * capacity;
    let endedCount = 0;
    for (let k = 0; k < n; k++) {
      if (now.wasOpen[local + k] === 0) continue;
      const at = start + k;
      const s = slot[at];
      const gain = now.gain[local + k];
      const best = joint.best[s];
      const alone =
        Number(best <= 0) & Number(gain === best) & Number(lender[at] === joint.bestLender[s]);
      const inSet = Number(gain > 0) | alone;
      now.inSet[local + k] = inSet;
      const befell = event[s];
      let next: number = age === term - 1 ? Status.repaid : Status.open;
      if (befell === Event.refusal) {
        if (inSet) next = Status.willNotPay;
      } else if (befell !== Event.none) next = Status.cannotPay;
      status[at] = next;
      if (next !== Status.open) endedAt[at] = age + 1;
      now.ended[local + endedCount] = k;
      endedCount += Number(next !== Status.open);
    }
    now.endedCount[vintage] = endedCount;
  }
}
