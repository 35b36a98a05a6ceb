import * as exponentials from '../../math/exp.ts';
import * as logistics from '../../math/logistic.ts';
import * as selecting from '../../math/select.ts';
import * as drawing from '../../random/draws.ts';
import * as choices from './choice.ts';
import type { LenderCosts } from '../lenders/costs.ts';
import * as lending from '../lenders/costs.ts';
import { leavesPerPage, maxLenders, workingPage } from '../columns/page.ts';
import type { Economy } from '../parameters.ts';

/** Constants of this module, for its loops (see `workingPage`). */
const page = workingPage;
const { exp, log, log1pUnit } = exponentials;
const { logistic } = logistics;
const { pageSize } = drawing;
const { firstBestEffort } = choices;
const { select } = selecting;
const { recovered } = lending;

/**
 * What each applicant would do with the contract it is offered (at the cap where refused), and who takes it:
 * those approved to whom the loan is worth more than not borrowing.
 */
export function takeUp(economy: Economy, costs: LenderCosts, contractible: boolean): void {
  const { n, deciding } = page;
  for (let r = 0; r < n; r++) deciding[r] = r;
  choose(economy, costs, contractible, n, true);
  take();
}

/**
 * What the first `count` rows of `deciding` would do with a loan of their `winner` at their `price`, with their
 * `stake`: fills `hazard`, `effort`, `failure`, `willing` and `pd`; `entropy` and `loanValue` if `valued`,
 * or if action is contracted.
 *
 * The closed forms are those of choice.ts, written over columns; a test holds the two together to the bit.
 *
 * @param valued whether loans are to be valued
 */
export function choose(
  economy: Economy,
  costs: LenderCosts,
  contractible: boolean,
  count: number,
  valued: boolean,
): void {
  faceHazards(economy, count);
  if (contractible) chooseByContract(economy, costs, count);
  else choosePrivately(economy, count, valued);
}

/** f, before effort, of each applicant at its price. */
function faceHazards(economy: Economy, count: number): void {
  const { deciding, hazardOdds, price, hazard } = page;
  const { burden } = economy.hazard;
  for (let k = 0; k < count; k++) {
    const r = deciding[k];
    hazard[r] = logistic(hazardOdds[r] + burden * (price[r] - 1));
  }
}

/** Effort, willingness and value of the loan under private action: `choosePrivately` of choice.ts. */
function choosePrivately(economy: Economy, count: number, valued: boolean): void {
  const { deciding, value, stigma, collateral, stake, price, hazard } = page;
  const { effort, failure, willing, entropy, pd, loanValue } = page;
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

/** The same when action is contractible: `chooseByContract` of choice.ts. */
function chooseByContract(economy: Economy, costs: LenderCosts, count: number): void {
  const { deciding, winner, value, stigma, collateral, stake, price, hazard } = page;
  const { effort, failure, willing, entropy, pd, loanValue } = page;
  const { involuntaryShare } = economy.sanctions;
  const { effortCost } = economy.behaviour;
  for (let k = 0; k < count; k++) {
    const r = deciding[k];
    const lost = collateral[r] - recovered(costs.recovery[winner[r]], collateral[r], price[r]);
    const e = firstBestEffort(economy, value[r], stigma[r], lost);
    const f = hazard[r];
    const F = f * (1 - e);
    const whenAble = value[r] - price[r];
    const whenUnable = -(collateral[r] + involuntaryShare * stigma[r] + stake[r]);
    effort[r] = e;
    failure[r] = F;
    willing[r] = 1;
    entropy[r] = 0;
    pd[r] = F;
    loanValue[r] = (1 - F) * whenAble + F * whenUnable - 0.5 * effortCost * f * e * e;
  }
}

/** Loans of each lender so far. */
const granted = new Int32Array(maxLenders);

/** Who takes the loan it is offered; lists them leaf by leaf, all and by lender. */
function take(): void {
  const { leafEnd, takerEnd, loanEnd } = page;
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
  const { approved, loanValue, outside, taken, takers } = page;
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
  const { takers, winner, loansOf } = page;
  for (let k = from; k < to; k++) {
    const lender = winner[takers[k]];
    loansOf[lender * pageSize + granted[lender]] = takers[k];
    granted[lender] += 1;
  }
}

/** The winner's price-setting PD of every applicant, by its scorecard. */
export function estimateByScorecard(costs: LenderCosts): void {
  const { n, winner, logOdds, odds, estimate, estimateLogOdds } = page;
  const { logOddsCap } = costs;
  for (let r = 0; r < n; r++) {
    const at = winner[r] * pageSize + r;
    const x = logOdds[at];
    estimate[r] = odds[at] / (1 + odds[at]);
    estimateLogOdds[r] = x < logOddsCap ? x : logOddsCap;
  }
}

/** The winner's price-setting PD where types are visible: the one its break-even price stands for. */
export function estimateByType(costs: LenderCosts): void {
  const { n, winner, collateral, breakEven, estimate, estimateLogOdds } = page;
  for (let r = 0; r < n; r++) {
    const j = winner[r];
    const cost = costs.cost[j];
    const atRisk = cost - recovered(costs.recovery[j], collateral[r], cost);
    const odds = atRisk > 0 ? (breakEven[j * pageSize + r] - cost) / atRisk : 0;
    estimate[r] = odds / (1 + odds);
    estimateLogOdds[r] = log(odds);
  }
}
