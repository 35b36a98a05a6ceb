import type { Luck } from '../../bench/naive/luck.ts';
import type { Market } from '../../src/engine/setup.ts';
import { logisticTable, normalTable, quantileOf } from '../../src/math/quantile-table.ts';
import { createDrawKey, deriveKey, pageSize, perWord, word } from '../../src/random/draws.ts';
import { purposes } from '../../src/random/purposes.ts';
import { searchTable } from '../../src/engine/lenders/search.ts';

/** The engine's own draws, for a program that asks for one at a time. */
export function engineLuck(market: Market): Luck {
  const key = createDrawKey();
  const draw: Draw = (purpose, borrower, quarter, lender = 0) => {
    const page = Math.floor(borrower / pageSize);
    deriveKey(key, market.seed, page, quarter, purposes[purpose] + lender);
    return word(borrower % pageSize, key[0], key[1], key[2]);
  };
  const asked = oneByOne(market, draw);
  return {
    uniform: (purpose, ...whom) =>
      purpose === 'search' ? asked(whom[0], whom[1]) : (draw(purpose, ...whom) >>> 0) * perWord,
    normal: (...what) => quantileOf(normalTable, draw(...what)),
    logistic: (...what) => quantileOf(logisticTable, draw(...what)),
  };
}

type Draw = (...what: Parameters<Luck['uniform']>) => number;

/**
 * The engine draws all lenders that a borrower asks at once. Who draws them one by one, by share among those left, is
 * given for each in turn a number that falls on it.
 */
function oneByOne(market: Market, draw: Draw) {
  const { lenders, economy } = market;
  const { quotes, homeLender } = economy.search;
  const { sets, upTo, start } = searchTable(lenders, quotes, homeLender);
  let turn = '';
  let left: number[] = [];
  let taken: number[] = [];
  return (borrower: number, quarter: number): number => {
    if (turn !== `${borrower}/${quarter}`) {
      turn = `${borrower}/${quarter}`;
      const home = homeOf(market, draw, borrower);
      const u = (draw('search', borrower, quarter) >>> 0) * perWord;
      let at = start[home];
      while (u >= upTo[at]) at++;
      const set = lenders.map((_, j) => j).filter((j) => (sets[at] >>> j) & 1);
      left = homeLender ? set.filter((j) => j !== home) : set;
      taken = homeLender ? [home] : [];
    }
    const others = lenders.map((_, j) => j).filter((j) => !taken.includes(j));
    const next = left.shift() ?? 0;
    taken.push(next);
    const share = (rows: number[]) => rows.reduce((sum, j) => sum + lenders[j].share, 0);
    const before = others.slice(0, others.indexOf(next));
    return (share(before) + lenders[next].share / 2) / share(others);
  };
}

function homeOf({ lenders }: Market, draw: Draw, borrower: number): number {
  let left = (draw('homeLender', borrower, 0) >>> 0) * perWord;
  const home = lenders.findIndex(({ share }) => (left -= share) < 0);
  return home < 0 ? lenders.length - 1 : home;
}
