import { exp, log } from '../math/exp.ts';
import { softplus } from '../math/logistic.ts';
import { logisticTable, normalTable } from '../math/quantile-table.ts';
import { deriveKey, pageSize, perWord, word } from '../random/draws.ts';
import { purposes } from '../random/purposes.ts';
import { drawQuantiles, drawWords, type Draws } from './draw.ts';
import type { Sharing } from './join.ts';
import { leafSize, leavesPerPage, type Page } from './page.ts';
import { mindAware, patienceSteps, type Population } from './population.ts';
import type { SearchTable } from './search.ts';
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
      n += word(i, k0, k1, k2) >>> 1 < threshold ? 1 : 0;
    }
    leafEnd[leaf] = n;
  }
  page.n = n;
}

/** Time passes for those who act: capacity drifts, records age. */
export function age(
  plan: ApplyPlan,
  draws: Draws,
  people: Population,
  maps: readonly Uint32Array[],
  page: Page,
  quarter: number,
): void {
  const { index, n, first } = page;
  const { draw, words, persistence, innovation } = plan;
  const { capacity, lastSeen } = people;
  const pageNumber = first / pageSize;
  drawQuantiles(draws, pageNumber, quarter, purposes.capacityDrift, normalTable, index, n, draw);
  for (let r = 0; r < n; r++) {
    const i = first + index[r];
    const elapsed = quarter - lastSeen[i];
    lastSeen[i] = quarter;
    words[r] = elapsed;
    capacity[i] = persistence[elapsed] * capacity[i] + innovation[elapsed] * draw[r];
  }
  for (const map of maps) {
    for (let r = 0; r < n; r++) {
      const i = first + index[r];
      map[i] = words[r] > 31 ? 0 : map[i] << words[r];
    }
  }
}

/** The private side of each application (model.md §1). */
export function drawTypes(
  plan: ApplyPlan,
  draws: Draws,
  people: Population,
  page: Page,
  quarter: number,
  threshold: number,
): void {
  const { index, n, first } = page;
  const { hazard, project, sanctions, outside, search } = plan.market.economy;
  const { draw, words, ownHorizon, sharedHorizon } = plan;
  const pageNumber = first / pageSize;
  const state = plan.macro[quarter];
  const reference = log(1 - project.referenceHazard);
  const stigmaShift = log(sanctions.stigma) - (sanctions.stigmaSpread * sanctions.stigmaSpread) / 2;
  const collateralShift =
    log(sanctions.collateral) - (sanctions.collateralSpread * sanctions.collateralSpread) / 2;
  drawQuantiles(draws, pageNumber, quarter, purposes.taste, logisticTable, index, n, draw);
  for (let r = 0; r < n; r++) {
    const i = first + index[r];
    const capital = people.capital[i];
    const strength = hazard.capacity * people.capacity[i] + hazard.capital * capital;
    const calm = hazard.base + strength;
    const exposure = hazard.macro + hazard.conditions * people.conditions[i];
    page.hazardOdds[r] = -(calm + exposure * state);
    page.safe[r] = strength > 0 ? 1 : 0;
    // ln(1 − f⁰) = −softplus(−calm)
    page.value[r] = project.meanValue * exp(project.dial * (reference + softplus(-calm)));
    page.stigma[r] = exp(stigmaShift + sanctions.stigmaSpread * people.character[i]);
    page.collateral[r] = exp(collateralShift + sanctions.collateralSpread * people.collateral[i]);
    const slack = capital + 1;
    page.outside[r] =
      outside.base + outside.capitalSlope * (slack > 0 ? slack : 0) - outside.tasteScale * draw[r];
    const mind = people.mind[i];
    page.ownWeight[r] = ownHorizon[mind & 15];
    page.sharedWeight[r] = (mind & mindAware) === 0 ? 0 : sharedHorizon[mind & 15];
    page.reported[r] = 1;
  }
  if (threshold > 0) {
    const spread = search.loanSizeSpread;
    drawQuantiles(draws, pageNumber, quarter, purposes.loanSize, normalTable, index, n, draw);
    for (let r = 0; r < n; r++) {
      if (exp(spread * draw[r] - (spread * spread) / 2) >= threshold) continue;
      page.reported[r] = 0;
      page.sharedWeight[r] = 0;
    }
  }
  drawWords(draws, pageNumber, quarter, purposes.search, index, n, words);
  const { sets, upTo, start } = plan.search;
  for (let r = 0; r < n; r++) {
    const u = (words[r] >>> 0) * perWord;
    let at = start[people.home[first + index[r]]];
    while (u >= upTo[at]) at++;
    page.asked[r] = sets[at];
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
  for (let r = 0; r < n; r++)
    capital[r] = people.capital[first + index[r]] + capitalNoise * draw[r];
}
