import { exp } from '../../math/exp.ts';
import { pageSize } from '../../random/draws.ts';
import { hidden } from '../columns/hidden.ts';
import { roll } from '../columns/roll.ts';
import { maxRows } from '../columns/shape.ts';
import { terms } from '../columns/terms.ts';
import { signalsWriter, visible } from '../columns/visible.ts';
import type { LenderTerms } from '../lenders/pricing-terms.ts';
import type { ChoicePlan, LookAhead } from '../loans/choice-plan.ts';
import { expectTroubleWith } from '../loans/trouble.ts';
import { contractRate } from '../loans/contract.ts';
import type { TakeUpPlan } from '../loans/take-up.ts';
import { trial } from '../loans/trial.ts';

/** Contracts that applicants were not offered, by place k < count. */
export interface Contracts {
  /** Row that applies. A row may stand in several places. */
  readonly row: ArrayLike<number>;
  /** D. */
  readonly price: ArrayLike<number>;
  /** V_o and V_s (perks included), in mean loans. */
  readonly ownStake: ArrayLike<number>;
  readonly sharedStake: ArrayLike<number>;
  /** Lender that offers it; that of the row's own contract if not given. */
  readonly lender?: ArrayLike<number>;
  /** So much collateral per unit lent is pledged beyond ℓ. */
  readonly collateralMore?: number;
}

/** What the applicant would do, by place. */
export interface Answers {
  /** W_T in mean loans; x = (W_T/S − o)/taste; Λ(x), chance that the loan is taken. */
  readonly value: Float64Array;
  readonly appeal: Float64Array;
  readonly accepts: Float64Array;
  /** Life PD. */
  readonly pd: Float64Array;
  /** PV(D): instalments and recoveries as the lender would reckon that knows the type, per unit lent (model.md §8). */
  readonly presentValue: Float64Array;
}

const column = () => new Float64Array(maxRows);
const answers: Answers = {
  value: column(),
  appeal: column(),
  accepts: column(),
  pd: column(),
  presentValue: column(),
};

/** What the recursion hangs on. */
export interface Reckoning {
  readonly choice: ChoicePlan;
  readonly taking: TakeUpPlan;
  readonly terms: LenderTerms;
  readonly lookAhead: LookAhead;
}

/**
 * What applicants would do under other contracts, by the recursion that chose their own (model.md §3), the same loans owed.
 * After `takeUp`, before loans are signed. Leaves `trial` overwritten.
 *
 * @throws Error if more contracts are given than a page has rows
 */
export function reconsider(
  { choice, taking, terms: lenders, lookAhead }: Reckoning,
  count: number,
  contracts: Contracts,
): Answers {
  if (count > maxRows) throw new Error(`at most ${maxRows} contracts at once, not ${count}`);
  const { collateralMore = 0 } = contracts;
  if (collateralMore !== 0) pledgeMore(collateralMore);
  putOnTrial(choice.term, taking.recovery, count, contracts);
  expectTroubleWith(choice, count, choice.term);
  lookAhead(choice, count, choice.term, choice.term, 1, true);
  for (let k = 0; k < count; k++) {
    const r = contracts.row[k];
    const { size } = visible;
    answers.value[k] = trial.value[k];
    answers.pd[k] = 1 - trial.survival[k];
    answers.appeal[k] = (trial.value[k] / size[r] - hidden.outside[roll.person[r]]) / taking.taste;
    answers.accepts[k] = 1 / (1 + exp(-answers.appeal[k]));
    const j = (contracts.lender ?? terms.lender)[contracts.lender ? k : r];
    answers.presentValue[k] = worthOf(k, choice.term, 1 / (1 + lenders.funding[j]));
  }
  if (collateralMore !== 0) signalsWriter.collateralOf.set(pledged);
  return answers;
}

function putOnTrial(
  term: number,
  recovery: Float64Array,
  count: number,
  { row, price, ownStake, sharedStake, lender }: Contracts,
): void {
  for (let k = 0; k < count; k++) {
    const r = row[k];
    const size = visible.size[r];
    trial.slot[k] = roll.slot[r];
    trial.person[k] = roll.person[r];
    trial.size[k] = size;
    trial.instalment[k] = (price[k] * size) / term;
    trial.rate[k] = contractRate(price[k], term);
    trial.use[k] = (hidden.use[r] * size) / term;
    trial.ownStake[k] = ownStake[k];
    trial.sharedStake[k] = sharedStake[k];
    trial.recovery[k] = recovery[lender ? lender[k] : terms.lender[r]];
  }
}

/** PV of the loan at place k, per unit lent. */
function worthOf(k: number, term: number, discount: number): number {
  const { pays, recovered, instalment, size } = trial;
  let alive = 1;
  let weight = 1;
  let total = 0;
  for (let x = 0; x < term; x++) {
    const paid = pays[x * maxRows + k];
    weight *= discount;
    total += alive * weight * (paid * instalment[k] + (1 - paid) * recovered[x * maxRows + k]);
    alive *= paid;
  }
  return total / size[k];
}

/** What everybody of the page has pledged, kept while more is pledged in thought. */
const pledged = new Float64Array(pageSize);

function pledgeMore(more: number): void {
  const { collateralOf } = signalsWriter;
  pledged.set(collateralOf);
  for (let i = 0; i < pageSize; i++) collateralOf[i] += more;
}
