import { lenderStride } from '../columns/shape.ts';
import type { Sharing } from '../files/join.ts';
import { fileLogOdds } from '../lenders/offer.ts';
import type { LenderPlan } from '../lenders/plan.ts';
import { recovered } from '../lenders/price-by-card.ts';
import {
  createPriceConstants,
  updatePriceConstants,
  type PriceConstants,
} from '../lenders/pricing-terms.ts';
import { createLearned, learnedCount, type Posted } from '../stake/beliefs.ts';
import type { Beliefs } from '../stake/plan.ts';

/** What a group of borrowers believes, and where it comes from if it is not this world's own. */
export interface Conviction {
  readonly beliefs: Beliefs;
  /** What was in use elsewhere; undefined where the world's own is believed. */
  readonly posted: Posted | undefined;
  /** 1 where the lender is believed to read a score. Shape (lenders). */
  readonly scoreReader: Uint8Array;
}

/** Beliefs in what the world itself has learned, which move as it learns; log-odds and recoveries are those of pricing. */
export function believeOwn(
  cards: Float64Array,
  constants: PriceConstants,
  learned: Float64Array,
  { fee, scoreReader }: Sharing,
): Conviction {
  const beliefs = { cards, constants, fee, learned, logOdds: fileLogOdds, recovered };
  return { beliefs, posted: undefined, scoreReader };
}

/**
 * Beliefs that come from another run.
 *
 * @param sharing who pays and who reads a score; nobody does if it is left out
 */
export function believeElsewhere(
  { terms, classOf }: LenderPlan,
  posted: Posted,
  quarters: number,
  sharing?: Sharing,
): Conviction {
  const n = classOf.length;
  const beliefs: Beliefs = {
    cards: new Float64Array(posted.cards.length / quarters),
    constants: createPriceConstants(terms),
    fee: sharing?.fee ?? new Float64Array(n),
    learned: createLearned(),
    logOdds: new Float64Array(n * lenderStride),
    recovered: new Float64Array(n * lenderStride),
  };
  return { beliefs, posted, scoreReader: sharing?.scoreReader ?? new Uint8Array(n) };
}

/** Brings beliefs that come from elsewhere to what was in use there in this quarter. */
export function recall(
  { terms }: LenderPlan,
  { beliefs, posted }: Conviction,
  quarter: number,
): void {
  if (!posted) return;
  beliefs.cards.set(row(posted.cards, quarter, beliefs.cards.length));
  beliefs.learned.set(row(posted.learned, quarter, learnedCount));
  updatePriceConstants(terms, row(posted.times, quarter, terms.term), beliefs.constants);
}

/** One quarter's numbers of a table by quarter. */
export function row(table: Float64Array, quarter: number, width: number): Float64Array {
  return table.subarray(quarter * width, (quarter + 1) * width);
}
