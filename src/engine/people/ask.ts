import { exp } from '../../math/exp.ts';
import { deriveKey, pageSize, perWord, word } from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import { hidden } from '../columns/hidden.ts';
import { rollWriter } from '../columns/roll.ts';
import { signalsWriter } from '../columns/visible.ts';
import { guideBits } from '../lenders/search.ts';
import { drawNormals, noise, type Draws } from './draw.ts';
import type { ApplyPlan } from './plan.ts';
import type { Population } from './population.ts';

/** What each applicant asks for, whom it asks, and what it can show. */
export function ask(plan: ApplyPlan, draws: Draws, people: Population, quarter: number): void {
  drawSizes(plan, draws, quarter);
  drawSearch(plan, draws, people, quarter);
  drawSignals(plan, draws, quarter);
}

/** Loans below the threshold go unreported. */
function drawSizes({ market, threshold }: ApplyPlan, draws: Draws, quarter: number): void {
  const { n, reported } = rollWriter;
  if (threshold <= 0) {
    reported.fill(1, 0, n);
    return;
  }
  const spread = market.economy.search.loanSizeSpread;
  drawNormals(draws, quarter, purposes.loanSize);
  for (let r = 0; r < n; r++) {
    // The mean of exp(spread · noise − spread²/2) is one.
    reported[r] = Number(exp(spread * noise[r] - (spread * spread) / 2) >= threshold);
  }
}

/** Which lenders each applicant asks. */
function drawSearch(plan: ApplyPlan, draws: Draws, people: Population, quarter: number): void {
  const { index, n, first, askedSet, asked } = rollWriter;
  const { sets, upTo, guide } = plan.search;
  const { home } = people;
  const { key, seed } = draws;
  deriveKey(key, seed, first / pageSize, quarter, purposes.search);
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  for (let r = 0; r < n; r++) {
    const draw = word(index[r], k0, k1, k2) >>> 0;
    const u = draw * perWord;
    let at = guide[(home[first + index[r]] << guideBits) | (draw >>> (32 - guideBits))];
    while (u >= upTo[at]) at++;
    askedSet[r] = at;
    asked[r] = sets[at];
  }
}

/** What any lender can verify: noisy signals of capacity and capital. */
function drawSignals(plan: ApplyPlan, draws: Draws, quarter: number): void {
  const { n } = rollWriter;
  const { income, capital } = signalsWriter;
  const { traits } = hidden;
  const { incomeNoise, capitalNoise } = plan.market.economy.signals;
  drawNormals(draws, quarter, purposes.incomeNoise);
  for (let r = 0; r < n; r++) income[r] = traits.capacity[r] + incomeNoise * noise[r];
  drawNormals(draws, 0, purposes.capitalNoise);
  for (let r = 0; r < n; r++) capital[r] = traits.capital[r] + capitalNoise * noise[r];
}
