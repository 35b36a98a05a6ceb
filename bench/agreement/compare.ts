import type { MarketResult } from '../naive/market.ts';
import type { World } from '../naive/parameters.ts';
import {
  beliefNames,
  histogramNames,
  bookSums,
  lenderSums,
  priceBins,
  priceCounts,
  quintileCounts,
  sumNames,
  traitNames,
  type Ledger,
} from '../../src/engine/ledger.ts';
import { runEngine, runNaively, type Case } from './markets.ts';

/** One number on which the two versions do not agree. */
export interface Difference {
  readonly world: World;
  readonly table: string;
  /** Quarter, or −1 where a table has none. */
  readonly quarter: number;
  readonly name: string;
  readonly engine: number;
  readonly naive: number;
  readonly relative: number;
}

export interface Agreement {
  /** The largest relative difference of all numbers of all worlds, counts included. */
  readonly largest: number;
  readonly where: string;
  /** Differences beyond the tolerance, the earliest quarter first. */
  readonly differences: readonly Difference[];
  readonly loans: number;
  readonly defaults: number;
}

/** Differences of larger numbers: they are as exact as what they are made of. */
const netted: ReadonlySet<string> = new Set([
  'stakeOwn',
  'stakeShared',
  'foreseen',
  'tasteTaking',
  'tasteRefusing',
  'borrowerSurplus',
  'lenderProfit',
  'realisedProfit',
  'welfare',
  'profit',
  'outside',
  'lost',
]);

/**
 * Runs a case in both versions and compares all that their ledgers hold. Whole numbers that differ differ by more than
 * any tolerance; estimates by price are kept to 2⁻⁴⁰ a loan.
 */
export function compare(one: Case, tolerance = 1e-9): Agreement {
  const engine = runEngine(one);
  const { results } = runNaively(one);
  const differences: Difference[] = [];
  const best = { largest: 0, where: '' };
  let loans = 0;
  let defaults = 0;
  for (const world of one.worlds) {
    const ours = engine[world];
    const theirs = results[world];
    if (!ours || !theirs) throw new Error(`${world} was not simulated`);
    const meet = (table: string, quarter: number, name: string, a: number, b: number) => {
      const floor = table === 'prices' ? 1 : netted.has(name) || table === 'posted' ? 1e-2 : 1e-6;
      const apart = a === b ? 0 : Math.abs(a - b) / Math.max(floor, Math.abs(a), Math.abs(b));
      const relative = Number.isFinite(a) && Number.isFinite(b) ? apart : Number.POSITIVE_INFINITY;
      if (relative > best.largest) {
        best.largest = relative;
        best.where = `${world} ${table} ${quarter} ${name}`;
      }
      if (relative <= tolerance) return;
      differences.push({ world, table, quarter, name, engine: a, naive: b, relative });
    };
    compareLedgers(one, ours, theirs, meet);
    loans += theirs.ledger.sums.loans.reduce((sum, n) => sum + n, 0);
    const { cannotPay, willNotPay } = theirs.ledger.sums;
    defaults += [...cannotPay, ...willNotPay].reduce((sum, n) => sum + n, 0);
  }
  differences.sort((a, b) => whenOf(a) - whenOf(b));
  return { ...best, differences, loans, defaults };
}

/** Tables without quarters come last. */
const whenOf = ({ quarter }: Difference) => (quarter < 0 ? Number.MAX_SAFE_INTEGER : quarter);

type Meet = (table: string, quarter: number, name: string, engine: number, naive: number) => void;

function compareLedgers(one: Case, ours: Ledger, theirs: MarketResult, meet: Meet): void {
  const { ledger, history, surplus } = theirs;
  const lenders = ledger.lenders.length;
  const width = (lenders + 1) * 13;
  const { term } = ours;
  for (let t = 0; t < one.quarters; t++) {
    for (const [k, name] of sumNames.entries()) {
      meet('sums', t, name, ours.sums[t * sumNames.length + k], ledger.sums[name][t]);
    }
    const { theta, dRes, tBar, cards, market, timing } = history[t];
    const beliefs = [theta, dRes, tBar, surplus[t].x, surplus[t].y];
    for (const [k, name] of beliefNames.entries()) {
      meet('beliefs', t, name, ours.beliefs[t * beliefNames.length + k], beliefs[k]);
    }
    for (const [k, naive] of [...cards, market].flat().entries()) {
      // Coefficients of nothing are 0 in both; others are of the order of 1.
      const name = `card ${Math.floor(k / 13)} ${k % 13}`;
      const engine = ours.posted.cards[t * width + k];
      meet('posted', t, name, nearZero(engine), nearZero(naive));
    }
    for (const [x, share] of timing.entries()) {
      meet('timing', t, `${x + 1}`, ours.posted.times[t * term + x], share);
    }
    for (const [j, book] of ledger.books[t].entries()) {
      for (const [k, name] of bookSums.entries()) {
        const engine = ours.books[(t * lenders + j) * bookSums.length + k];
        meet('books', t, `${name} ${j}`, engine, book[name]);
      }
    }
    for (const [x, kinds] of ledger.ages[t].entries()) {
      for (const kind of [0, 1]) {
        meet('ages', t, `${x + 1} ${kind}`, ours.ages[(t * term + x) * 2 + kind], kinds[kind]);
      }
    }
  }
  for (const [j, own] of ledger.lenders.entries()) {
    for (const [k, name] of lenderSums.entries()) {
      meet('lenders', -1, name, ours.lenders[j * lenderSums.length + k], own[name]);
    }
    for (const [bin, row] of ledger.prices[j].entries()) {
      for (const k of [0, 1, 2]) {
        const engine = ours.prices[(j * priceBins + bin) * 3 + k];
        meet('prices', -1, `${priceCounts[k]} ${j} ${bin}`, engine, row[k]);
      }
    }
  }
  for (const [h, name] of histogramNames.entries()) {
    for (const [bin, naive] of ledger.histograms[name].entries()) {
      meet('histograms', -1, `${name} ${bin}`, ours.histograms[h * 1024 + bin], naive);
    }
  }
  for (const [trait, rows] of ledger.quintiles.entries()) {
    for (const [fifth, row] of rows.entries()) {
      for (const [k, naive] of row.entries()) {
        const at = (trait * 5 + fifth) * quintileCounts.length + k;
        const name = `${traitNames[trait]} ${fifth} ${quintileCounts[k]}`;
        meet('quintiles', -1, name, ours.quintiles[at], naive);
      }
    }
  }
  meet('covered', -1, 'covered', ours.covered, ledger.covered);
}

const nearZero = (x: number) => (Math.abs(x) < 1e-12 ? 0 : x);
