/** Years after a flip that are told apart; what comes later counts in the last. */
const years = 8;
/** Thirds of risk. */
const thirds = 3;

/** What each flipped loan put at stake, and what its default cost, by year. */
export interface FlipLedger {
  count: number;
  /** V_o + V_s − perks of the flipped loan at signing, its life PD. By flip. */
  readonly stake: number[];
  readonly pd: number[];
  /** Flows of the original less those of its shadow, discounted to the flip. By flip and year: flip · years + year. */
  readonly cost: number[];
}

export function createFlipLedger(): FlipLedger {
  return { count: 0, stake: [], pd: [], cost: [] };
}

/** Adds a flip; returns its number. */
export function addFlip(ledger: FlipLedger, stake: number, pd: number): number {
  ledger.stake.push(stake);
  ledger.pd.push(pd);
  for (let year = 0; year < years; year++) ledger.cost.push(0);
  return ledger.count++;
}

/** @param age quarters since the flip, from 1 */
export function addCost(ledger: FlipLedger, flip: number, age: number, amount: number): void {
  const year = Math.min(years - 1, Math.floor((age - 1) / 4));
  ledger.cost[flip * years + year] += amount;
}

/** Totals over some flips. */
export interface FlipTotals {
  readonly count: number;
  readonly stake: number;
  readonly cost: number;
  readonly byYear: Float64Array;
}

export function totalsOf(ledger: FlipLedger, flips: readonly number[]): FlipTotals {
  const byYear = new Float64Array(years);
  let stake = 0;
  for (const flip of flips) {
    stake += ledger.stake[flip];
    for (let year = 0; year < years; year++) byYear[year] += ledger.cost[flip * years + year];
  }
  return { count: flips.length, stake, cost: byYear.reduce((sum, x) => sum + x, 0), byYear };
}

/** Flips by third of their life PD, safest first: ranked within the market, ties in order of making. */
export function byThird({ count, pd }: FlipLedger): readonly (readonly number[])[] {
  const ranked = [...Array(count).keys()].sort((a, b) => pd[a] - pd[b] || a - b);
  const bound = (third: number) => Math.floor((count * third) / thirds);
  return Array.from({ length: thirds }, (_, third) => ranked.slice(bound(third), bound(third + 1)));
}
