import { exp, log } from '../../math/exp.ts';
import { softplus } from '../../math/logistic.ts';
import { purposes } from '../../random/purposes.ts';
import { hiddenWriter } from '../columns/hidden.ts';
import { f64 } from '../columns/layout.ts';
import { roll } from '../columns/roll.ts';
import { signalsWriter } from '../columns/visible.ts';
import { drawLogistics, noise, type Draws } from './draw.ts';
import type { ApplyPlan } from './plan.ts';
import { mindAware, patienceOf, type Population } from './population.ts';

/** −ln(1 − f⁰) of each row. */
const risk = f64();

/** What the applicants are this quarter: traits, hazard, project, penalties, outside option, horizons. */
export function drawTypes(
  plan: ApplyPlan,
  draws: Draws,
  people: Population,
  quarter: number,
): void {
  copyTraits(people);
  drawProjects(plan, plan.macro[quarter]);
  drawPenalties(plan);
  drawOutsideOptions(plan, draws, quarter);
}

function copyTraits(people: Population): void {
  const { index, n, first } = roll;
  const { traits } = hiddenWriter;
  const { character, capacity, capital, collateral, conditions } = people;
  for (let r = 0; r < n; r++) {
    const i = first + index[r];
    traits.character[r] = character[i];
    traits.capacity[r] = capacity[i];
    traits.capital[r] = capital[i];
    traits.collateral[r] = collateral[i];
    traits.conditions[r] = conditions[i];
  }
}

/** Hazard and value of each applicant's project in macro state Z. */
function drawProjects(plan: ApplyPlan, state: number): void {
  const { n } = roll;
  const { hazardOdds, safe, value } = hiddenWriter;
  const { capacity, capital, conditions } = hiddenWriter.traits;
  const { hazard, project } = plan.market.economy;
  const { meanValue, dial } = project;
  const { base } = hazard;
  const reference = log(1 - project.referenceHazard);
  for (let r = 0; r < n; r++) {
    const strength = hazard.capacity * capacity[r] + hazard.capital * capital[r];
    const calm = base + strength;
    hazardOdds[r] = -(calm + (hazard.macro + hazard.conditions * conditions[r]) * state);
    safe[r] = Number(strength > 0);
    risk[r] = softplus(-calm);
  }
  for (let r = 0; r < n; r++) value[r] = meanValue * exp(dial * (reference + risk[r]));
}

/** What default by itself costs each applicant. */
function drawPenalties(plan: ApplyPlan): void {
  const { n } = roll;
  const { stigma, traits } = hiddenWriter;
  const { collateral } = signalsWriter;
  const { sanctions } = plan.market.economy;
  const { stigmaSpread, collateralSpread } = sanctions;
  const stigmaShift = log(sanctions.stigma) - (stigmaSpread * stigmaSpread) / 2;
  const collateralShift = log(sanctions.collateral) - (collateralSpread * collateralSpread) / 2;
  for (let r = 0; r < n; r++) {
    stigma[r] = exp(stigmaShift + stigmaSpread * traits.character[r]);
    collateral[r] = exp(collateralShift + collateralSpread * traits.collateral[r]);
  }
}

/** What each applicant could do instead, less its taste for borrowing. */
function drawOutsideOptions(plan: ApplyPlan, draws: Draws, quarter: number): void {
  const { n } = roll;
  const { outside } = hiddenWriter;
  const { capital } = hiddenWriter.traits;
  const { base, capitalSlope, tasteScale } = plan.market.economy.outside;
  drawLogistics(draws, quarter, purposes.taste);
  for (let r = 0; r < n; r++) {
    const slack = capital[r] + 1;
    const positive = (slack + Math.abs(slack)) / 2; // max(0, slack) without a branch
    outside[r] = base + capitalSlope * positive - tasteScale * noise[r];
  }
}

/**
 * How much of the future each applicant has in mind when it thinks of its name. What is not reported (`ask`) no other
 * lender will know, and its borrower knows that.
 */
export function lookAhead(plan: ApplyPlan, people: Population): void {
  const { index, n, first, reported } = roll;
  const { ownWeight, sharedWeight } = hiddenWriter;
  const { ownHorizon, sharedHorizon } = plan;
  for (let r = 0; r < n; r++) {
    const mind = people.mind[first + index[r]];
    const patience = patienceOf(mind);
    ownWeight[r] = ownHorizon[patience];
    sharedWeight[r] = (mind & mindAware) === 0 ? 0 : reported[r] * sharedHorizon[patience];
  }
}
