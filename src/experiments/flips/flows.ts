import type { Market } from '../../engine/index.ts';
import {
  Event,
  type Observed,
  Status,
  createDraws,
  drawUniforms,
  maxRows,
  personMask,
  vintageStart,
} from '../../engine/observe/index.ts';
import { log } from '../../math/exp.ts';
import { pageSize } from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';

/** Takes a flow of a borrower's loan: `slot` is the borrower's own or that of its shadow. Mean loans, undiscounted. */
type Receive = (slot: number, flow: number) => void;

const everyone = Int32Array.from({ length: pageSize }, (_, i) => i);

/** The standard logistic shock of an event that happens if u is small. */
function shockOf(u: number): number {
  return -log(u / (1 - u));
}

/**
 * What the loans of a page bring their borrowers in one quarter, as drawn (docs/model.md, section 10, flips): use, instalments,
 * what default and effort cost, and the shocks of taste under which they chose. The stake is not booked, since its
 * consequences are what is measured. What a default event costs once is shared among its loans by size.
 *
 * @returns what to call inside an observer's `quarterEnd`; of loans signed up to `lastSigning`, those of slots in which
 *   `isFollowed` says 1
 */
export function flowReader(
  { economy, seed }: Market,
  lastSigning: number,
): (seen: Observed, isFollowed: Uint8Array, receive: Receive) => void {
  const { effortCost, patience } = economy.behaviour;
  const { involuntaryShare, enforcement } = economy.sanctions;
  const { taste } = economy.outside;
  const draws = createDraws(seed);
  const takeDraw = new Float64Array(maxRows);
  const refusalDraw = new Float64Array(maxRows);

  return (seen, isFollowed, receive) => {
    const { book, motives, now, hidden, visible, outcome, page, quarter } = seen;
    const { term, capacity } = book;
    drawUniforms(draws, page, quarter, purposes.take, everyone, pageSize, takeDraw);
    drawUniforms(draws, page, quarter, purposes.refusal, everyone, pageSize, refusalDraw);

    /** What befalls a loan on which nothing is paid, beside what its event costs. */
    const lostOn = (at: number, local: number, person: number) =>
      now.collected[local] + visible.collateralOf[person] * book.size[at];

    const flowOf = (at: number, local: number): number => {
      const slot = book.slot[at];
      const person = slot & personMask;
      const size = book.size[at];
      const effort = outcome.effort[slot];
      const toil = 0.5 * effortCost * size * hidden.ownFailure[person] * effort * effort;
      const befell = outcome.event[slot];
      if (befell === Event.liquidity || befell === Event.ownFailure) {
        const event = involuntaryShare * hidden.stigmaCost[person] + outcome.allPerks[slot];
        return -toil - lostOn(at, local, person) - (event * size) / outcome.sizes[slot];
      }
      const use = motives.use[at] - toil;
      if (befell === Event.none || now.inSet[local] === 0) return use - book.instalment[at];
      const relief = hidden.noise[person] * shockOf(refusalDraw[person]);
      const event = hidden.stigmaCost[person] + outcome.setPerks[slot] - relief;
      const useLater = patience * now.useAfter[local];
      const penalty = enforcement * size + lostOn(at, local, person);
      return use + useLater - penalty - (event * size) / outcome.setSizes[slot];
    };

    for (let age = Math.max(0, quarter - lastSigning); age < Math.min(term, quarter + 1); age++) {
      const vintage = (quarter - age) % term;
      const start = vintageStart(book, page, vintage);
      const count = book.count[page * term + vintage];
      for (let k = 0; k < count; k++) {
        const at = start + k;
        const slot = book.slot[at];
        const local = vintage * capacity + k;
        if (isFollowed[slot] === 0 || now.wasOpen[local] === 0) continue;
        const person = slot & personMask;
        let flow = flowOf(at, local);
        if (age === 0) {
          // On the day of signing: the taste with which it was chosen, and the outside option given up.
          const perUnit = taste * shockOf(takeDraw[person]) - hidden.outside[person];
          flow += book.size[at] * perUnit;
        }
        receive(slot, flow);
      }
    }
  };
}

/** The loan of each borrower that came to its end repaid in this quarter: its place in the book, by slot, −1 without one. */
export function repaidLoans({ book, now, page, quarter }: Observed, out: Int32Array): void {
  const { term, capacity } = book;
  const vintage = (quarter + 1) % term; // signed T − 1 quarters ago
  const start = vintageStart(book, page, vintage);
  const count = book.count[page * term + vintage];
  out.fill(-1);
  for (let k = 0; k < count; k++) {
    if (now.wasOpen[vintage * capacity + k] === 0) continue;
    if (book.status[start + k] === Status.repaid) out[book.slot[start + k]] = start + k;
  }
}
