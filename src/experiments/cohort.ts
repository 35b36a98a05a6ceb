import type { SeedKey } from '../engine/index.ts';
import {
  type Answers,
  type Observed,
  createDraws,
  drawUniforms,
  featureCount,
  maxRows,
  seenBy,
} from '../engine/observe/index.ts';
import { pageSize } from '../random/draws.ts';
import { purposes } from '../random/purposes.ts';

/** What is drawn for an application: which arm of an experiment it is in, whether it takes, how it would end. */
type Lot = 'offerArm' | 'contractArm' | 'incentiveArm' | 'priceArm' | 'take' | 'potentialOutcome';

/**
 * The approved applications of one page and quarter; always the same object, filled anew. Subject k < n is row `rows[k]` of
 * the page.
 */
export interface Cohort {
  seen: Observed;
  n: number;
  readonly rows: Int32Array;
  /** Index in the page of who applies. */
  readonly person: Int32Array;
  /** Uniform draws by subject; overwritten by the next call for the same lot. */
  readonly draw: (lot: Lot) => Float64Array;
}

/**
 * @returns what finds a page's approved applications, twins' and exploratory ones left out; to be called inside an observer's
 *   `applications`
 */
export function cohortOf(seed: SeedKey): (seen: Observed) => Cohort {
  const draws = createDraws(seed);
  const drawn = new Map<Lot, Float64Array>();
  const rows = new Int32Array(maxRows);
  const person = new Int32Array(maxRows);
  let cohort: Cohort | undefined;
  const draw = (lot: Lot): Float64Array => {
    if (!cohort) throw new Error('nothing is drawn before there is a cohort');
    const { page, quarter } = cohort.seen;
    const column = drawn.get(lot) ?? new Float64Array(maxRows);
    drawn.set(lot, column);
    drawUniforms(draws, page, quarter, purposes[lot], person, cohort.n, column);
    return column;
  };
  return (seen) => {
    const { roll, terms } = seen;
    let n = 0;
    for (let r = 0; r < roll.n; r++) {
      if (terms.approved[r] === 0 || roll.slot[r] >= pageSize) continue;
      rows[n] = r;
      person[n] = roll.person[r];
      n++;
    }
    cohort ??= { seen, n, rows, person, draw };
    cohort.seen = seen;
    cohort.n = n;
    return cohort;
  };
}

const ownStake = new Float64Array(maxRows);
const sharedStake = new Float64Array(maxRows);

/**
 * What the subjects would do under other contracts, by the engine's own recursion, the same loans owed. The answer, by
 * subject, is overwritten by the next call.
 *
 * @param price D, by subject
 * @param more what is added to V_o and to ℓ, per unit lent
 */
export function under(
  { seen, n, rows }: Cohort,
  price: Float64Array,
  more: { readonly stake?: number; readonly collateral?: number } = {},
): Answers {
  const { hidden, visible } = seen;
  const { stake = 0, collateral = 0 } = more;
  for (let k = 0; k < n; k++) {
    const r = rows[k];
    ownStake[k] = hidden.ownStake[r] + stake * visible.size[r];
    sharedStake[k] = hidden.sharedStake[r];
  }
  return seen.potential(n, {
    ...{ row: rows, price, ownStake, sharedStake },
    ...(collateral > 0 && { collateralMore: collateral }),
  });
}

/** Numbers that `writeSeen` writes. */
export const seenCount = featureCount - 1;
const features = new Float64Array(featureCount);

/** What the lender that made the offer in row r saw of the applicant, without the intercept, into `out` from `at` on. */
export function writeSeen(
  { terms, sharing }: Observed,
  r: number,
  out: Float64Array,
  at: number,
): void {
  seenBy(sharing, terms.lender[r], r, features, 0);
  for (let k = 1; k < featureCount; k++) out[at + k - 1] = features[k];
}
