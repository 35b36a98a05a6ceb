import { exp, log1pUnit } from '../../math/exp.ts';
import { logistic } from '../../math/logistic.ts';
import { select } from '../../math/select.ts';
import { pageSize } from '../../random/draws.ts';
import { hidden, hiddenWriter } from '../columns/hidden.ts';
import { leavesPerPage, maxLenders, rowList } from '../columns/layout.ts';
import { outcomeWriter } from '../columns/outcome.ts';
import { roll } from '../columns/roll.ts';
import { terms } from '../columns/terms.ts';
import { visible } from '../columns/visible.ts';
import type { LenderCosts } from '../lenders/costs.ts';
import type { Economy } from '../parameters.ts';

/** Rows that decide, for `act`. */
export const deciding = rowList();

/**
 * What the first `count` rows of `deciding` would do with a loan of their winner at their price, with their stake and
 * hazard: fills `effort`, `failure`, `willing` and `pd`; `entropy` and `loanValue` if `valued`.
 */
export type Act = (economy: Economy, costs: LenderCosts, count: number, valued: boolean) => void;

/**
 * What each applicant would do with the contract it is offered (at the cap where refused), and who takes it:
 * those approved to whom the loan is worth more than not borrowing.
 */
export function takeUp(economy: Economy, costs: LenderCosts, act: Act): void {
  const { n } = roll;
  for (let r = 0; r < n; r++) deciding[r] = r;
  faceHazards(economy, n);
  act(economy, costs, n, true);
  take();
}

/** f, before effort, of each of the first `count` rows of `deciding` at its price. */
export function faceHazards(economy: Economy, count: number): void {
  const { hazardOdds } = hidden;
  const { price } = terms;
  const { hazard } = hiddenWriter;
  const { burden } = economy.hazard;
  for (let k = 0; k < count; k++) {
    const r = deciding[k];
    hazard[r] = logistic(hazardOdds[r] + burden * (price[r] - 1));
  }
}

/**
 * Effort, willingness and value of the loan under private action: `choosePrivately` of choice.ts, written over columns;
 * a test holds the two together to the bit.
 */
export function actPrivately(
  economy: Economy,
  _costs: LenderCosts,
  count: number,
  valued: boolean,
): void {
  const { value, stigma, stake, hazard } = hidden;
  const { collateral } = visible;
  const { price } = terms;
  const { effort, failure, willing, entropy, pd, loanValue } = hiddenWriter;
  const { enforcement, involuntaryShare } = economy.sanctions;
  const { willingnessScale, effortCost, effortCap } = economy.behaviour;
  for (let k = 0; k < count; k++) {
    const r = deciding[k];
    const refusal = collateral[r] + stigma[r] + stake[r] + enforcement;
    const x = (refusal - price[r]) / willingnessScale;
    const small = exp(-Math.abs(x));
    const positive = Number(x > 0);
    // Λ(x) is 1/(1 + small) or small/(1 + small), softplus(x) is max(0, x) + ln(1 + small): no branch on x's sign.
    const w = select(positive, 1, small) / (1 + small);
    const soft = positive * x + log1pUnit(small);
    const whenAble = value[r] - refusal + willingnessScale * soft;
    const whenUnable = -(collateral[r] + involuntaryShare * stigma[r] + stake[r]);
    const wanted = (whenAble - whenUnable) / effortCost;
    const e = wanted < 0 ? 0 : wanted > effortCap ? effortCap : wanted;
    const f = hazard[r];
    const F = f * (1 - e);
    effort[r] = e;
    failure[r] = F;
    willing[r] = w;
    pd[r] = 1 - (1 - F) * w;
    if (!valued) continue;
    entropy[r] = soft - w * x;
    loanValue[r] = (1 - F) * whenAble + F * whenUnable - 0.5 * effortCost * f * e * e;
  }
}

/** Loans of each lender so far. */
const granted = new Int32Array(maxLenders);

/** Who takes the loan it is offered; lists them leaf by leaf, all and by lender. */
function take(): void {
  const { leafEnd } = roll;
  const { takerEnd, loanEnd } = outcomeWriter;
  granted.fill(0);
  let row = 0;
  let loans = 0;
  for (let leaf = 0; leaf < leavesPerPage; leaf++) {
    const end = listTakers(row, leafEnd[leaf], loans);
    listByLender(loans, end);
    row = leafEnd[leaf];
    loans = end;
    takerEnd[leaf] = end;
    loanEnd.set(granted, leaf * maxLenders);
  }
}

/** Lists who of these rows takes a loan, from place `at` on; says where the list ends. */
function listTakers(from: number, to: number, at: number): number {
  const { approved } = terms;
  const { loanValue, outside } = hidden;
  const { taken, takers } = outcomeWriter;
  let end = at;
  for (let r = from; r < to; r++) {
    const takes = approved[r] & Number(loanValue[r] > outside[r]);
    taken[r] = takes;
    takers[end] = r;
    end += takes;
  }
  return end;
}

/** Adds these loans to the lists of those who grant them. */
function listByLender(from: number, to: number): void {
  const { winner } = terms;
  const { takers, loansOf } = outcomeWriter;
  for (let k = from; k < to; k++) {
    const lender = winner[takers[k]];
    loansOf[lender * pageSize + granted[lender]] = takers[k];
    granted[lender] += 1;
  }
}
