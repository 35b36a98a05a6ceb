import { log } from '../../math/exp.ts';
import { hidden, stakesWriter } from '../columns/hidden.ts';
import { outcome } from '../columns/outcome.ts';
import { roll } from '../columns/roll.ts';
import { lenderStride, maxLenders, maxRows } from '../columns/shape.ts';
import { terms, termsWriter } from '../columns/terms.ts';
import { visible } from '../columns/visible.ts';
import { offsetPrice, refusal } from '../lenders/break-even.ts';
import type { LenderTerms } from '../lenders/pricing-terms.ts';
import { quotes } from '../lenders/quotes.ts';
import type { ChoicePlan, LookAhead } from '../loans/choice-plan.ts';
import { expectTroubleWith } from '../loans/trouble.ts';
import { contractRate } from '../loans/contract.ts';
import { trial } from '../loans/trial.ts';
import { mostTries, nextPrice, shortfallAllowed } from './present-value.ts';
import type { TotalRepayment } from '../../units.ts';

/** Stakes with each lender asked, of lender j and row r at j · lenderStride + r. Made when a world needs them. */
export const stakesWith = {
  rawOwn: new Float64Array(0),
  rawShared: new Float64Array(0),
  ownStake: new Float64Array(0),
  sharedStake: new Float64Array(0),
};

/** Makes room for the stakes with each lender asked. */
export function makeRoomForStakes(): void {
  if (stakesWith.rawOwn.length > 0) return;
  for (const name of ['rawOwn', 'rawShared', 'ownStake', 'sharedStake'] as const) {
    stakesWith[name] = new Float64Array(maxLenders * lenderStride);
  }
}

/** Rows that ask the lender at work, its place in their order of asking, and the price that they are tried at. */
const rows = new Int32Array(maxRows + 1);
const place = new Uint8Array(maxRows + 1);
const price = new Float64Array(maxRows);

/**
 * Break-even prices of lenders who see each borrower's type (model.md §8), into `quotes`: the lowest D at which the exact
 * present value of instalments and recoveries covers the cost. After `reckonStakesWithAll` into `stakesWith`, unless action
 * is contracted: then what a lender is feared for moves no default, and lenders of equal costs have equal prices.
 *
 * A lender that refuses leaves in `quotes.logOdds` the life PD at the cap, as log-odds without the price, as one that prices by
 * card does.
 */
export function priceByType(
  plan: ChoicePlan,
  lenders: LenderTerms,
  lookAhead: LookAhead,
  contracted: boolean,
): void {
  const { cap } = lenders;
  const n = lenders.funding.length;
  for (let j = 0; j < n; j++) {
    let count = listAsking(j);
    if (contracted) count = copyEquals(lenders, j, count);
    for (let k = 0; k < count; k++) price[k] = 1;
    for (let tries = 0; tries < mostTries && count > 0; tries++) {
      putOnTrial(plan, lenders, j, count, contracted);
      lookAhead(plan, count, plan.term, plan.term, 1, true);
      count = approach(lenders, j, count);
    }
  }
  for (let j = 0; j < n; j++) {
    const refused = listRefused(j, cap);
    for (let k = 0; k < refused; k++) price[k] = cap;
    putOnTrial(plan, lenders, j, refused, contracted);
    lookAhead(plan, refused, plan.term, plan.term, 1, false);
    for (let k = 0; k < refused; k++) {
      const pd = 1 - trial.survival[k];
      quotes.logOdds[place[k] * lenderStride + rows[k]] =
        log(pd / (1 - pd)) - lenders.priceSlope * (cap - offsetPrice);
    }
  }
}

/** Lists the rows that ask lender j, and where. */
function listAsking(j: number): number {
  const { n, asked, askedAt, askedCount } = roll;
  let count = 0;
  for (let r = 0; r < n; r++) {
    if (((asked[r] >>> j) & 1) === 0) continue;
    let q = 0;
    while (q < askedCount[r] && askedAt[q * lenderStride + r] !== j) q++;
    rows[count] = r;
    place[count] = q;
    count++;
  }
  return count;
}

/** Where a lender of equal costs was asked before, lender j's price is its: keeps the others in `rows`. @returns how many */
function copyEquals(lenders: LenderTerms, j: number, count: number): number {
  const { funding, operating, recovery, fee } = lenders;
  const { asked, askedAt } = roll;
  const { breakEven, logOdds } = quotes;
  let equals = 0;
  for (let i = 0; i < j; i++) {
    const same = funding[i] === funding[j] && operating[i] === operating[j];
    if (same && recovery[i] === recovery[j] && fee[i] === fee[j]) equals |= 1 << i;
  }
  let left = 0;
  for (let k = 0; k < count; k++) {
    const r = rows[k];
    const at = place[k] * lenderStride + r;
    rows[left] = r;
    place[left] = place[k];
    if ((asked[r] & equals) === 0) {
      left++;
      continue;
    }
    let q = 0;
    while (((equals >>> askedAt[q * lenderStride + r]) & 1) === 0) q++;
    breakEven[at] = breakEven[q * lenderStride + r];
    logOdds[at] = logOdds[q * lenderStride + r];
  }
  return left;
}

/** Lists those who ask lender j and whom all refuse: only they end with a contract at the cap. */
function listRefused(j: number, cap: TotalRepayment): number {
  const { askedCount } = roll;
  const asking = listAsking(j);
  let count = 0;
  for (let k = 0; k < asking; k++) {
    const r = rows[k];
    let served = 0;
    for (let q = 0; q < askedCount[r]; q++) {
      served |= Number(quotes.breakEven[q * lenderStride + r] <= cap);
    }
    rows[count] = r;
    place[count] = place[k];
    count += 1 - served;
  }
  return count;
}

/** The first `count` rows' loans from lender j at their `price`. */
function putOnTrial(
  plan: ChoicePlan,
  { recovery }: LenderTerms,
  j: number,
  count: number,
  contracted: boolean,
): void {
  const { slot, person } = roll;
  const { size } = visible;
  const { use } = hidden;
  const at = j * lenderStride;
  for (let k = 0; k < count; k++) {
    const r = rows[k];
    trial.slot[k] = slot[r];
    trial.person[k] = person[r];
    trial.size[k] = size[r];
    trial.instalment[k] = (price[k] * size[r]) / plan.term;
    trial.rate[k] = contractRate(price[k], plan.term);
    trial.use[k] = (use[r] * size[r]) / plan.term;
    trial.ownStake[k] = contracted ? 0 : stakesWith.ownStake[at + r];
    trial.sharedStake[k] = contracted ? 0 : stakesWith.sharedStake[at + r];
    trial.recovery[k] = recovery[j];
  }
  expectTroubleWith(plan, count, plan.term);
}

/**
 * Prices that cover the cost stand; those of the others move on, until they are past the cap.
 * Keeps in `rows` those that are not there yet.
 *
 * @returns how many those are
 */
function approach(
  { funding, operating, fee, cap, term }: LenderTerms,
  j: number,
  count: number,
): number {
  const { pays, recovered, instalment } = trial;
  const { breakEven, logOdds } = quotes;
  const { size } = visible;
  const v = 1 / (1 + funding[j]);
  let annuity = 0;
  for (let x = 0, weight = v; x < term; x++, weight *= v) annuity += weight;
  let left = 0;
  for (let k = 0; k < count; k++) {
    const r = rows[k];
    const D = price[k];
    const at = place[k] * lenderStride + r;
    let alive = 1;
    let weight = 1;
    let worth = 0;
    for (let x = 0; x < term; x++) {
      const paid = pays[x * maxRows + k];
      weight *= v;
      worth += alive * weight * (paid * instalment[k] + (1 - paid) * recovered[x * maxRows + k]);
      alive *= paid;
    }
    const shortfall = 1 + operating[j] + fee[j] / size[r] - worth / size[r];
    logOdds[at] = 0; // where a price stands the estimate is made after take-up
    breakEven[at] = shortfall <= shortfallAllowed ? D : refusal;
    if (shortfall <= shortfallAllowed) continue;
    const next = nextPrice(D, shortfall, annuity / term, 1 - alive);
    if (!(next <= cap)) continue;
    rows[left] = r;
    place[left] = place[k];
    price[left] = next;
    left++;
  }
  return left;
}

/** The stakes of the lender whose price is taken become the row's. */
export function takeStakes(): void {
  const { n } = roll;
  const { lender } = terms;
  for (let r = 0; r < n; r++) {
    const at = lender[r] * lenderStride + r;
    stakesWriter.rawOwn[r] = stakesWith.rawOwn[at];
    stakesWriter.rawShared[r] = stakesWith.rawShared[at];
    stakesWriter.ownStake[r] = stakesWith.ownStake[at];
    stakesWriter.sharedStake[r] = stakesWith.sharedStake[at];
  }
}

/** The estimate of who sees types is the life PD at the price charged. After take-up. */
export function estimateByType(): void {
  const { n } = roll;
  for (let r = 0; r < n; r++) {
    const pd = outcome.pd[r];
    termsWriter.estimate[r] = pd;
    termsWriter.logOdds[r] = log(pd / (1 - pd));
  }
}
