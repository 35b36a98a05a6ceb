import { exp, log } from '../math/exp.ts';
import { softplus } from '../math/logistic.ts';
import { logisticTable, normalTable } from '../math/quantile-table.ts';
import { deriveKey, pageSize, perWord, word } from '../random/draws.ts';
import { purposes } from '../random/purposes.ts';
import { drawQuantiles, drawWords, type Draws } from './draw.ts';
import type { Sharing } from './join.ts';
import { leafSize, leavesPerPage, type Page } from './page.ts';
import { mindAware, patienceSteps, type Population } from './population.ts';
import { guideBits, type SearchTable } from './search.ts';
import type { Market } from './setup.ts';

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
  /** Normal draws and words of a page, reused. */
  readonly draw: Float64Array;
  readonly words: Int32Array;
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
    draw: new Float64Array(pageSize),
    words: new Int32Array(pageSize),
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
export function needLoans(plan: ApplyPlan, draws: Draws, page: Page, quarter: number): void {
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

/** Time passes for those who act: capacity drifts. Their files move on when they are opened. */
export function age(
  plan: ApplyPlan,
  draws: Draws,
  people: Population,
  page: Page,
  quarter: number,
): void {
  const { index, n, first, elapsed } = page;
  const { draw, persistence, innovation } = plan;
  const { capacity, lastSeen } = people;
  const pageNumber = first / pageSize;
  drawQuantiles(draws, pageNumber, quarter, purposes.capacityDrift, normalTable, index, n, draw);
  for (let r = 0; r < n; r++) {
    const i = first + index[r];
    const quarters = quarter - lastSeen[i];
    lastSeen[i] = quarter;
    elapsed[r] = quarters;
    capacity[i] = persistence[quarters] * capacity[i] + innovation[quarters] * draw[r];
  }
}

/** Who the applicants are this quarter: hazard, project, stigma, collateral, outside option, whom they ask. */
export function drawTypes(
  plan: ApplyPlan,
  draws: Draws,
  people: Population,
  page: Page,
  quarter: number,
  threshold: number,
): void {
  drawProjects(plan, people, page, plan.macro[quarter]);
  drawPenalties(plan, people, page);
  drawOutsideOptions(plan, draws, people, page, quarter);
  setHorizons(plan, people, page);
  if (threshold > 0) hideSmallLoans(plan, draws, page, quarter, threshold);
  drawSearch(plan, draws, people, page, quarter);
}

/** Hazard and value of each applicant's project in macro state Z. */
function drawProjects(plan: ApplyPlan, people: Population, page: Page, state: number): void {
  const { index, n, first, hazardOdds, safe, value } = page;
  const { hazard, project } = plan.market.economy;
  const { meanValue, dial } = project;
  const { base } = hazard;
  const { capacity, capital, conditions } = people;
  const reference = log(1 - project.referenceHazard);
  for (let r = 0; r < n; r++) {
    const i = first + index[r];
    const strength = hazard.capacity * capacity[i] + hazard.capital * capital[i];
    const calm = base + strength;
    hazardOdds[r] = -(calm + (hazard.macro + hazard.conditions * conditions[i]) * state);
    safe[r] = Number(strength > 0);
    // ln(1 − f⁰) = −softplus(−calm)
    value[r] = meanValue * exp(dial * (reference + softplus(-calm)));
  }
}

/** What default by itself costs each applicant. */
function drawPenalties(plan: ApplyPlan, people: Population, page: Page): void {
  const { index, n, first, stigma, collateral } = page;
  const { sanctions } = plan.market.economy;
  const { stigmaSpread, collateralSpread } = sanctions;
  const stigmaShift = log(sanctions.stigma) - (stigmaSpread * stigmaSpread) / 2;
  const collateralShift = log(sanctions.collateral) - (collateralSpread * collateralSpread) / 2;
  for (let r = 0; r < n; r++) {
    const i = first + index[r];
    stigma[r] = exp(stigmaShift + stigmaSpread * people.character[i]);
    collateral[r] = exp(collateralShift + collateralSpread * people.collateral[i]);
  }
}

/** What each applicant could do instead, less its taste for borrowing. */
function drawOutsideOptions(
  plan: ApplyPlan,
  draws: Draws,
  people: Population,
  page: Page,
  quarter: number,
): void {
  const { index, n, first } = page;
  const { base, capitalSlope, tasteScale } = plan.market.economy.outside;
  const { draw } = plan;
  const { capital } = people;
  drawQuantiles(draws, first / pageSize, quarter, purposes.taste, logisticTable, index, n, draw);
  for (let r = 0; r < n; r++) {
    const slack = capital[first + index[r]] + 1;
    const positive = (slack + Math.abs(slack)) / 2; // max(0, slack) without a branch
    page.outside[r] = base + capitalSlope * positive - tasteScale * draw[r];
  }
}

/** How much of the future each applicant has in mind when it thinks of its name. */
function setHorizons(plan: ApplyPlan, people: Population, page: Page): void {
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
function hideSmallLoans(
  plan: ApplyPlan,
  draws: Draws,
  page: Page,
  quarter: number,
  threshold: number,
): void {
  const { index, n, first, reported, sharedWeight } = page;
  const { draw } = plan;
  const spread = plan.market.economy.search.loanSizeSpread;
  drawQuantiles(draws, first / pageSize, quarter, purposes.loanSize, normalTable, index, n, draw);
  for (let r = 0; r < n; r++) {
    if (exp(spread * draw[r] - (spread * spread) / 2) >= threshold) continue;
    reported[r] = 0;
    sharedWeight[r] = 0;
  }
}

/** Which lenders each applicant asks. */
function drawSearch(
  plan: ApplyPlan,
  draws: Draws,
  people: Population,
  page: Page,
  quarter: number,
): void {
  const { index, n, first, asked } = page;
  const { words } = plan;
  const { sets, upTo, guide } = plan.search;
  drawWords(draws, first / pageSize, quarter, purposes.search, index, n, words);
  for (let r = 0; r < n; r++) {
    const draw = words[r] >>> 0;
    const u = draw * perWord;
    let at = guide[(people.home[first + index[r]] << guideBits) | (draw >>> (32 - guideBits))];
    while (u >= upTo[at]) at++;
    asked[r] = sets[at];
  }
}

/** What any lender can verify: noisy signals of capacity and capital. */
export function drawSignals(
  plan: ApplyPlan,
  draws: Draws,
  people: Population,
  page: Page,
  quarter: number,
): void {
  const { index, n, first, income, capital } = page;
  const { incomeNoise, capitalNoise } = plan.market.economy.signals;
  const { draw } = plan;
  const pageNumber = first / pageSize;
  drawQuantiles(draws, pageNumber, quarter, purposes.incomeNoise, normalTable, index, n, draw);
  for (let r = 0; r < n; r++) income[r] = people.capacity[first + index[r]] + incomeNoise * draw[r];
  drawQuantiles(draws, pageNumber, 0, purposes.capitalNoise, normalTable, index, n, draw);
  for (let r = 0; r < n; r++) {
    capital[r] = people.capital[first + index[r]] + capitalNoise * draw[r];
  }
}
