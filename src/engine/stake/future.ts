import { exp } from '../../math/exp.ts';
import { normalTable, quantileOf } from '../../math/quantile-table.ts';
import { deriveKey, pageSize, perWord, word, type DrawKey } from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import { hidden } from '../columns/hidden.ts';
import { roll, rollWriter } from '../columns/roll.ts';
import { maxRows } from '../columns/shape.ts';
import { sizeToIncome } from '../lenders/features.ts';
import { nextLender, planSearch, type SearchPlan } from '../people/search.ts';
import type { Economy } from '../parameters.ts';
import type { Market, SeedKey } from '../setup.ts';

/** Places in the order of asking that the purpose of one imagined application has room for. */
const placesPerDraw = 64; // purposes.freshAsked + placesPerDraw · draw + place

/**
 * The next application that each applicant imagines: a fresh income signal, a fresh size and a fresh set of lenders, with
 * no open debts (model.md §7.1). Without it today's applicant would be approved by construction, and its stake too small.
 *
 * Columns hold draw d's row r at d · maxRows + r.
 */
export interface Future {
  readonly draws: number;
  /** Bit j: lender j is asked. */
  readonly asked: Uint32Array;
  /** x_a, income signal. */
  readonly income: Float64Array;
  /** S in mean loans. */
  readonly size: Float64Array;
  /** min(S/ŷ, 3). */
  readonly sizeToIncome: Float64Array;
  /** Search shares of lenders. */
  readonly search: SearchPlan;
  readonly economy: Economy;
  /** Lenders asked. */
  readonly quotes: number;
}

export function planFuture(market: Market): Future {
  const { draws } = market.economy.reputation;
  const rows = draws * maxRows;
  return {
    draws,
    asked: new Uint32Array(rows),
    income: new Float64Array(rows),
    size: new Float64Array(rows),
    sizeToIncome: new Float64Array(rows),
    search: planSearch(market),
    economy: market.economy,
    quotes: Math.min(market.economy.search.quotes, market.lenders.length),
  };
}

/** Draws the next application of every row, and adds whom it would ask to those who look the row up. */
export function imagine(
  future: Future,
  { key, seed }: { readonly key: DrawKey; readonly seed: SeedKey },
  quarter: number,
): void {
  const page = roll.first / pageSize;
  for (let d = 0; d < future.draws; d++) {
    deriveKey(key, seed, page, quarter, purposes.freshSignal + d);
    drawSignals(future, key, d);
    deriveKey(key, seed, page, quarter, purposes.freshSize + d);
    drawSizes(future, key, d);
    startAsking(future, d);
    const first = future.economy.search.homeLender ? 1 : 0;
    for (let place = first; place < future.quotes; place++) {
      deriveKey(key, seed, page, quarter, purposes.freshAsked + placesPerDraw * d + place);
      askOneMore(future, key, d);
    }
    const at = d * maxRows;
    for (let r = 0; r < roll.n; r++) rollWriter.lookedUp[r] |= future.asked[at + r];
  }
}

/** x_a = a + noise. */
function drawSignals({ income, economy }: Future, key: DrawKey, d: number): void {
  const { incomeNoise } = economy.signals;
  const { person, n } = roll;
  const { capacity } = hidden;
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  const at = d * maxRows;
  for (let r = 0; r < n; r++) {
    const i = person[r];
    income[at + r] = capacity[i] + incomeNoise * quantileOf(normalTable, word(i, k0, k1, k2));
  }
}

/** S, and what it is of the income that the signal tells. */
function drawSizes(
  { income, size, sizeToIncome: ratio, economy }: Future,
  key: DrawKey,
  d: number,
): void {
  const { income: earning, size: wishing } = economy;
  const { incomeNoise } = economy.signals;
  const { person, n } = roll;
  const { meanSize } = hidden;
  const weight = 1 / (1 + incomeNoise * incomeNoise);
  const perSignal = earning.spread * weight;
  const lessIncome = (weight * earning.spread * earning.spread) / 2;
  const lessSize = (wishing.spread * wishing.spread) / 2;
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  const at = d * maxRows;
  for (let r = 0; r < n; r++) {
    const i = person[r];
    const wish = wishing.spread * quantileOf(normalTable, word(i, k0, k1, k2)) - lessSize;
    const wished = meanSize[i] * exp(wish);
    const inferred = earning.mean * exp(perSignal * income[at + r] - lessIncome);
    size[at + r] = wished;
    ratio[at + r] = sizeToIncome(wished, inferred);
  }
}

/** A borrower that asks its home lender asks it first: nobody is owed. */
function startAsking({ asked, economy }: Future, d: number): void {
  const { person, n } = roll;
  const { home } = hidden;
  const homeFirst = economy.search.homeLender ? 1 : 0;
  const at = d * maxRows;
  for (let r = 0; r < n; r++) asked[at + r] = homeFirst << home[person[r]];
}

/** The next place: through the shares of those not asked yet. */
function askOneMore({ asked, search }: Future, key: DrawKey, d: number): void {
  const { person, n } = roll;
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  const at = d * maxRows;
  for (let r = 0; r < n; r++) {
    const u = ((word(person[r], k0, k1, k2) >>> 0) + 0.5) * perWord;
    asked[at + r] |= 1 << nextLender(search, asked[at + r], u);
  }
}
