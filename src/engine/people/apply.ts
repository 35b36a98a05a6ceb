import * as exponentials from '../../math/exp.ts';
import * as logistics from '../../math/logistic.ts';
import * as drawing from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import { drawLogistics, drawNormals, type Draws } from './draw.ts';
import type { Sharing } from '../files/join.ts';
import { leafSize, leavesPerPage, workingPage } from '../columns/page.ts';
import { mindAware, patienceSteps, type Population } from './population.ts';
import { guideBits, type SearchTable } from '../lenders/search.ts';
import * as filing from '../files/records.ts';
import type { Market } from '../setup.ts';

/** Constants of this module, for its loops (see `workingPage`). */
const page = workingPage;
const { exp, log } = exponentials;
const { softplus } = logistics;
const { deriveKey, pageSize, perWord, word } = drawing;
const { rememberedAfter } = filing;

/** Constants of applying, made once per simulation. */
export interface ApplyPlan {
  readonly market: Market;
  readonly search: SearchTable;
  readonly macro: Float64Array;
  /** ρ^s and √(1 − ρ^2s): how capacity moves over s quarters. */
  readonly persistence: Float64Array;
  readonly innovation: Float64Array;
  /** demand · A(1, 31) and demand · A(1 + lag, lag + retention) by patience step. */
  readonly ownHorizon: Float64Array;
  readonly sharedHorizon: Float64Array;
}

export function planApplications(
  market: Market,
  sharing: Sharing,
  search: SearchTable,
  macro: Float64Array,
): ApplyPlan {
  const { traits, behaviour, search: habits } = market.economy;
  const persistence = new Float64Array(market.quarters + 1);
  const innovation = new Float64Array(market.quarters + 1);
  let power = 1;
  for (let s = 0; s <= market.quarters; s++) {
    persistence[s] = power;
    innovation[s] = Math.sqrt(1 - power * power);
    power *= traits.capacityPersistence;
  }
  const { lag, retentionNegative } = sharing.records;
  const ownHorizon = new Float64Array(patienceSteps);
  const sharedHorizon = new Float64Array(patienceSteps);
  for (let step = 0; step < patienceSteps; step++) {
    const offset = (2 * step - (patienceSteps - 1)) / (patienceSteps - 1); // −1 … 1
    const spread = behaviour.patience + offset * behaviour.patienceSpread;
    const patience = Math.min(0.9999, Math.max(0, spread));
    ownHorizon[step] = habits.demand * annuity(patience, 1, 31);
    sharedHorizon[step] = habits.demand * annuity(patience, 1 + lag, lag + retentionNegative);
  }
  return {
    market,
    search,
    macro,
    persistence,
    innovation,
    ownHorizon,
    sharedHorizon,
  };
}

/** A(a, b) = Σ_{s = a}^{b} δ^s. */
export function annuity(patience: number, a: number, b: number): number {
  let sum = 0;
  let power = 1;
  for (let s = 1; s <= b; s++) {
    power *= patience;
    if (s >= a) sum += power;
  }
  return sum;
}

/** Who needs a loan this quarter: fills `index`, `n` and `leafEnd`, branch-free. */
export function needLoans(plan: ApplyPlan, draws: Draws, quarter: number): void {
  const { key } = draws;
  const { index, leafEnd, size } = page;
  deriveKey(key, draws.seed, page.first / pageSize, quarter, purposes.demand);
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  const threshold = plan.market.economy.search.demand * 2147483648; // 2³¹
  let n = 0;
  for (let leaf = 0; leaf < leavesPerPage; leaf++) {
    const end = Math.min(size, (leaf + 1) * leafSize);
    for (let i = leaf * leafSize; i < end; i++) {
      index[n] = i;
      n += Number(word(i, k0, k1, k2) >>> 1 < threshold);
    }
    leafEnd[leaf] = n;
  }
  page.n = n;
}

/** Time passes for those who act: capacity drifts, old records are forgotten. */
export function age(plan: ApplyPlan, draws: Draws, people: Population, quarter: number): void {
  const { index, n, first, remembered, draw } = page;
  const { persistence, innovation } = plan;
  const { capacity, lastSeen } = people;
  drawNormals(draws, quarter, purposes.capacityDrift);
  for (let r = 0; r < n; r++) {
    const i = first + index[r];
    const quarters = quarter - lastSeen[i];
    lastSeen[i] = quarter;
    remembered[r] = rememberedAfter(quarter, quarters);
    capacity[i] = persistence[quarters] * capacity[i] + innovation[quarters] * draw[r];
  }
}

/** Who the applicants are this quarter: hazard, project, stigma, collateral, outside option, whom they ask. */
export function drawTypes(
  plan: ApplyPlan,
  draws: Draws,
  people: Population,
  quarter: number,
  threshold: number,
): void {
  copyTraits(people);
  drawProjects(plan, plan.macro[quarter]);
  drawPenalties(plan);
  drawOutsideOptions(plan, draws, quarter);
  setHorizons(plan, people);
  if (threshold > 0) hideSmallLoans(plan, draws, quarter, threshold);
  drawSearch(plan, draws, people, quarter);
}

function copyTraits(people: Population): void {
  const { index, n, first, traits } = page;
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
  const { n, hazardOdds, safe, value, draw } = page;
  const { capacity, capital, conditions } = page.traits;
  const { hazard, project } = plan.market.economy;
  const { meanValue, dial } = project;
  const { base } = hazard;
  const reference = log(1 - project.referenceHazard);
  for (let r = 0; r < n; r++) {
    const strength = hazard.capacity * capacity[r] + hazard.capital * capital[r];
    const calm = base + strength;
    hazardOdds[r] = -(calm + (hazard.macro + hazard.conditions * conditions[r]) * state);
    safe[r] = Number(strength > 0);
    draw[r] = softplus(-calm); // −ln(1 − f⁰)
  }
  for (let r = 0; r < n; r++) value[r] = meanValue * exp(dial * (reference + draw[r]));
}

/** What default by itself costs each applicant. */
function drawPenalties(plan: ApplyPlan): void {
  const { n, stigma, collateral, traits } = page;
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
  const { n, outside, draw } = page;
  const { capital } = page.traits;
  const { base, capitalSlope, tasteScale } = plan.market.economy.outside;
  drawLogistics(draws, quarter, purposes.taste);
  for (let r = 0; r < n; r++) {
    const slack = capital[r] + 1;
    const positive = (slack + Math.abs(slack)) / 2; // max(0, slack) without a branch
    outside[r] = base + capitalSlope * positive - tasteScale * draw[r];
  }
}

/** How much of the future each applicant has in mind when it thinks of its name. */
function setHorizons(plan: ApplyPlan, people: Population): void {
  const { index, n, first, ownWeight, sharedWeight, reported } = page;
  const { ownHorizon, sharedHorizon } = plan;
  for (let r = 0; r < n; r++) {
    const mind = people.mind[first + index[r]];
    ownWeight[r] = ownHorizon[mind & 15];
    sharedWeight[r] = (mind & mindAware) === 0 ? 0 : sharedHorizon[mind & 15];
    reported[r] = 1;
  }
}

/** Loans below the threshold go unreported, and their borrowers know it. */
function hideSmallLoans(plan: ApplyPlan, draws: Draws, quarter: number, threshold: number): void {
  const { n, reported, sharedWeight, draw } = page;
  const spread = plan.market.economy.search.loanSizeSpread;
  drawNormals(draws, quarter, purposes.loanSize);
  for (let r = 0; r < n; r++) {
    if (exp(spread * draw[r] - (spread * spread) / 2) >= threshold) continue;
    reported[r] = 0;
    sharedWeight[r] = 0;
  }
}

/** Which lenders each applicant asks. */
function drawSearch(plan: ApplyPlan, draws: Draws, people: Population, quarter: number): void {
  const { index, n, first, askedSet, asked } = page;
  const { sets, upTo, guide } = plan.search;
  const { key, seed } = draws;
  deriveKey(key, seed, first / pageSize, quarter, purposes.search);
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  for (let r = 0; r < n; r++) {
    const draw = word(index[r], k0, k1, k2) >>> 0;
    const u = draw * perWord;
    let at = guide[(people.home[first + index[r]] << guideBits) | (draw >>> (32 - guideBits))];
    while (u >= upTo[at]) at++;
    askedSet[r] = at;
    asked[r] = sets[at];
  }
}

/** What any lender can verify: noisy signals of capacity and capital. */
export function drawSignals(plan: ApplyPlan, draws: Draws, quarter: number): void {
  const { n, income, capital, traits, draw } = page;
  const { incomeNoise, capitalNoise } = plan.market.economy.signals;
  drawNormals(draws, quarter, purposes.incomeNoise);
  for (let r = 0; r < n; r++) income[r] = traits.capacity[r] + incomeNoise * draw[r];
  drawNormals(draws, 0, purposes.capitalNoise);
  for (let r = 0; r < n; r++) capital[r] = traits.capital[r] + capitalNoise * draw[r];
}
