import { lowestBit } from '../../math/bits.ts';
import { log } from '../../math/exp.ts';
import { lower } from '../../math/select.ts';
import { pageSize } from '../../random/draws.ts';
import { hidden, hiddenWriter } from '../columns/hidden.ts';
import { f64 } from '../columns/layout.ts';
import { roll } from '../columns/roll.ts';
import { rowsWith } from '../columns/rows-with.ts';
import { termsWriter } from '../columns/terms.ts';
import { scoresWriter, visible } from '../columns/visible.ts';
import { amountAtRisk, breakEvenPrice, type LenderCosts } from '../lenders/costs.ts';
import type { Economy } from '../parameters.ts';
import { deciding, faceHazards, type Act } from '../people/take-up.ts';

/**
 * The search ends where the next step would be shorter than this, and that step is still taken. In principals; a
 * twentieth of the usual noise of a quote. What is left to the fixed point is of second order: 1e-7 on average.
 */
export const fixedPointTolerance = 1e-4;
const stepLimit = 500;
/** Share of the slope at hand that a proposal counts on: the less, the seldomer it is turned down. */
const trust = 0.99;

// What each row's borrower would do at the price that it stands on, and the gap g(D) − D there.
const standsOn = f64();
const gap = f64();
const hazardThere = f64();
const effortThere = f64();
const ableThen = f64();
const willingThere = f64();
/** The lender's reply to the price tried, and the price to try next. */
const answers = new Float64Array(2);

/**
 * Break-even prices of lenders who see each borrower's type (worlds S and F): the lowest D = g(D), where g(D) is
 * the price that breaks even on the PD that D itself brings about. If that is over the cap by more than the noise of
 * a quote, it is g of a price just there: over it too. Needs `stakeBy`; works on the columns of the terms.
 *
 * PD rises with D, so g does, and D ← g(D) from PD = 0 never passes the lowest solution. But it creeps. Faster and as
 * safe: where g' ≥ m on [x, y], g(D) > D holds up to x + (g(x) − x)/(1 − m), or to y if that comes first. In
 *
 *   g'(D) = spread/(1 − PD) · ((1 − w)/s + F'/(1 − F)),   F' = burden·f(1 − f)(1 − e) + f·w/ψ where 0 < e < ē,
 *
 * all rises with D but w/ψ, which falls, and f(1 − f), which is least at an end: such an m follows from what the
 * borrower would do at x and at y.
 */
export function priceByType(
  economy: Economy,
  costs: LenderCosts,
  act: Act,
  contractible: boolean,
): void {
  const { n, asked } = roll;
  const { winner, price } = termsWriter;
  const { stake, stakeBy } = hiddenWriter;
  const over = economy.pricing.cap + economy.search.quoteNoise + fixedPointTolerance;
  for (let j = 0; j < costs.cost.length; j++) {
    const cheaper = cheaperBefore(costs, j);
    let count = contractible ? copyTwins(costs, j) : rowsWith(1 << j, asked, n, deciding);
    for (let k = 0; k < count; k++) {
      const r = deciding[k];
      const bound = lowerBound(costs.cost[j], asked[r] & cheaper, j, r, contractible);
      winner[r] = j;
      stake[r] = stakeBy[j * pageSize + r];
      price[r] = bound < over ? bound : over;
      gap[r] = Infinity; // this price is safe
    }
    for (let step = 0; step < stepLimit && count > 0; step++) {
      faceHazards(economy, count);
      act(economy, costs, count, false);
      count = approach(economy, costs, j, contractible, over, count);
    }
  }
}

/**
 * Where action is contractible, what a lender is feared for moves no PD, and lenders of equal costs have equal prices:
 * lender j's are copied where such a lender was asked before. Lists the other rows that ask it.
 *
 * @returns how many those are
 */
function copyTwins({ cost, recovery }: LenderCosts, j: number): number {
  const { n, asked } = roll;
  const { breakEven } = scoresWriter;
  let twins = 0;
  for (let i = 0; i < j; i++) {
    if (cost[i] === cost[j] && recovery[i] === recovery[j]) twins |= 1 << i;
  }
  const count = rowsWith(1 << j, asked, n, deciding);
  let left = 0;
  for (let k = 0; k < count; k++) {
    const r = deciding[k];
    const same = asked[r] & twins;
    deciding[left] = r;
    left += Number(same === 0);
    if (same !== 0) breakEven[j * pageSize + r] = breakEven[lowestBit(same) * pageSize + r];
  }
  return left;
}

/** Bit i: lender i comes before lender j, has no higher cost and recovers no less. */
function cheaperBefore({ cost, recovery }: LenderCosts, j: number): number {
  let bits = 0;
  for (let i = 0; i < j; i++) {
    if (cost[i] <= cost[j] && recovery[i] >= recovery[j]) bits |= 1 << i;
  }
  return bits;
}

/** A price that lender j's is not below: its cost, and those of cheaper lenders that are feared no less. */
function lowerBound(
  cost: number,
  cheaper: number,
  j: number,
  r: number,
  contractible: boolean,
): number {
  const { stakeBy } = hidden;
  const { breakEven } = visible;
  let bound = cost;
  for (let left = cheaper; left !== 0; left &= left - 1) {
    const i = lowestBit(left) * pageSize + r;
    const feared = contractible || stakeBy[i] >= stakeBy[j * pageSize + r];
    const other = Number(feared) * breakEven[i];
    bound = other > bound ? other : bound;
  }
  return bound;
}

/**
 * Moves each row of `deciding` on to the price it tried, if that is safe, and proposes the next; else proposes one that
 * is safe. Keeps in `deciding` the rows that are not there yet.
 *
 * @param over price at which the search ends
 * @returns how many rows go on
 */
function approach(
  economy: Economy,
  costs: LenderCosts,
  j: number,
  contractible: boolean,
  over: number,
  count: number,
): number {
  const { collateral } = visible;
  const { hazard, effort, failure, willing, pd } = hidden;
  const { price } = termsWriter;
  const { breakEven } = scoresWriter;
  const { pdCap } = economy.pricing;
  const { willingnessScale, effortCost, effortCap } = economy.behaviour;
  const { burden } = economy.hazard;
  const perWill = 1 / willingnessScale;
  const perEffort = contractible ? 0 : 1 / effortCost;
  const cost = costs.cost[j];
  const recovery = costs.recovery[j];
  let left = 0;
  for (let k = 0; k < count; k++) {
    const r = deciding[k];
    const tried = price[r];
    const atRisk = amountAtRisk(cost, recovery, collateral[r]);
    const f = hazard[r];
    const e = effort[r];
    const w = willing[r];
    const able = 1 - failure[r];
    const odds = pd[r] < pdCap ? pd[r] / (1 - pd[r]) : pdCap / (1 - pdCap);
    const moves = atRisk * Number(pd[r] < pdCap); // at the cap of the PD, g stands still
    const here = f * (1 - f);
    if (gap[r] < Infinity) {
      const there = hazardThere[r];
      const ableThere = ableThen[r];
      const ofThere = there * (1 - there);
      const between = Number(effortThere[r] < effortCap) & Number(e > 0);
      const slackens = between * there * w * perEffort;
      const flattest = lower(here, ofThere);
      const failureSlope = burden * flattest * (1 - effortThere[r]) + slackens;
      const refusalSlope = (1 - willingThere[r]) * perWill;
      // m = rise / per, its divisor kept apart: half of the time goes into divisions
      const rise = moves * (refusalSlope * ableThere + failureSlope);
      const per = ableThere * ableThere * willingThere[r];
      const ahead = tried - standsOn[r];
      if ((ahead - gap[r]) * per > rise * ahead) {
        price[r] = standsOn[r] + (gap[r] * per) / (per - rise);
        gap[r] = Infinity; // this price is safe
        deciding[left++] = r;
        continue;
      }
    }
    standsOn[r] = tried;
    const reply = breakEvenPrice(cost, atRisk, odds);
    gap[r] = reply - tried;
    hazardThere[r] = f;
    effortThere[r] = e;
    willingThere[r] = w;
    ableThen[r] = able;
    const between = Number(e < effortCap) & Number(e > 0);
    const slackens = between * f * w * perEffort;
    const rise = moves * ((1 - w) * perWill * able + burden * here * (1 - e) + slackens);
    const per = able * able * w;
    const counted = rise < per ? trust * rise : trust * per;
    const next = tried + (gap[r] * per) / (per - counted);
    price[r] = next < over ? next : over;
    deciding[left] = r;
    const near = Number(next - tried <= fixedPointTolerance);
    left += Number(tried < over) & (1 - near);
    // The last step is still taken. Picked by place: a branch would be guessed wrong, and a step may be no number.
    answers[0] = reply;
    answers[1] = next;
    breakEven[j * pageSize + r] = answers[near & Number(next > reply)];
  }
  return left;
}

/** The winner's price-setting PD where types are visible: the one its break-even price stands for. */
export function estimateByType(costs: LenderCosts): void {
  const { n } = roll;
  const { collateral, breakEven } = visible;
  const { winner, estimate, estimateLogOdds } = termsWriter;
  for (let r = 0; r < n; r++) {
    const j = winner[r];
    const cost = costs.cost[j];
    const atRisk = amountAtRisk(cost, costs.recovery[j], collateral[r]);
    const odds = atRisk > 0 ? (breakEven[j * pageSize + r] - cost) / atRisk : 0;
    estimate[r] = odds / (1 + odds);
    estimateLogOdds[r] = log(odds);
  }
}
