import { normalQuantile } from '../../math/normal.ts';
import { pageSize } from '../../random/draws.ts';
import { hidden } from '../columns/hidden.ts';
import { u8 } from '../columns/layout.ts';
import { loansBy, outcome } from '../columns/outcome.ts';
import { roll } from '../columns/roll.ts';
import { terms } from '../columns/terms.ts';
import { visible } from '../columns/visible.ts';
import { recovered, type LenderCosts } from '../lenders/costs.ts';
import {
  histogramNames,
  lenderSums,
  logitBins,
  quintileCounts,
  traitNames,
  type Ledger,
} from '../ledger.ts';
import { Outcome } from '../outcome.ts';
import type { Market, World } from '../setup.ts';

/**
 * The ledger's integer tables while they fill. Whole numbers add up exactly, so neither the order of pages nor the
 * number of threads matters. Each application is counted once, under what became of it; `asTables` adds up.
 */
export interface Tables {
  /** Applications by what became of them. Shape (bins × fates). */
  readonly fates: Float64Array;
  /** Sum of true PDs, in units of 2⁻²⁰, of those without a loan and with one. Shape (bins × 2). */
  readonly truth: Float64Array;
  /** Applications by what became of them. Shape (traits × quintiles × fates). */
  readonly quintiles: Float64Array;
  /** Shape (lenders × lenderSums). */
  readonly lenders: Float64Array;
}

/** Refused, approved but not taken, repaid, defaulted. */
const fates = 4;
const fifths = 5;
const quintileCells = fifths * fates;
const weightUnit = 1048576; // 2²⁰: expected counts are kept as whole numbers, so that sums are exact
/** log-odds: bins reach from minus this to this, as the ledger says. */
const logitEnd = 8;
const binWidth = (2 * logitEnd) / logitBins;

/** Fate of each row. */
const fate = u8();

export function createTables(lenders: number): Tables {
  return {
    fates: new Float64Array(logitBins * fates),
    truth: new Float64Array(logitBins * 2),
    quintiles: new Float64Array(traitNames.length * quintileCells),
    lenders: new Float64Array(lenders * lenderSums.length),
  };
}

/** Where the quintiles of a standard normal trait meet. */
const cut20 = normalQuantile(0.2);
const cut40 = normalQuantile(0.4);
const cut60 = normalQuantile(0.6);
const cut80 = normalQuantile(0.8);

/** Adds a page to the tables. */
export function tallyTables(tables: Tables, costs: LenderCosts): void {
  const { n } = roll;
  const { approved } = terms;
  const { taken } = outcome;
  const { potential } = hidden;
  for (let r = 0; r < n; r++) {
    fate[r] = approved[r] + taken[r] * (1 + Number(potential[r] !== Outcome.repaid));
  }
  countByEstimate(tables);
  countByQuintile(tables);
  countByLender(tables, costs);
}

function countByEstimate(tables: Tables): void {
  const { n } = roll;
  const { estimateLogOdds } = terms;
  const { pd } = hidden;
  const { taken } = outcome;
  const { truth } = tables;
  const counts = tables.fates;
  for (let r = 0; r < n; r++) {
    const bin = binOf(estimateLogOdds[r]);
    counts[bin * fates + fate[r]] += 1;
    truth[bin * 2 + taken[r]] += Math.floor(pd[r] * weightUnit + 0.5);
  }
}

/** Bin of these log-odds; the ends are open. Cut off before it is made whole, since log-odds may be infinite. */
function binOf(logOdds: number): number {
  const place = (logOdds + logitEnd) / binWidth;
  return (place < 0 ? 0 : place < logitBins ? place : logitBins - 1) | 0;
}

/** A page's applications by trait, quintile and fate: five counts a row that do not wait for each other. */
const cellCounts = new Int32Array(traitNames.length * quintileCells);

function countByQuintile({ quintiles }: Tables): void {
  const { n } = roll;
  const { character, capacity, capital, collateral, conditions } = hidden.traits;
  cellCounts.fill(0);
  for (let r = 0; r < n; r++) {
    // In the order of `traitNames`.
    const at = fate[r];
    cellCounts[at + fates * quintileOf(character[r])] += 1;
    cellCounts[at + fates * quintileOf(capacity[r]) + quintileCells] += 1;
    cellCounts[at + fates * quintileOf(capital[r]) + 2 * quintileCells] += 1;
    cellCounts[at + fates * quintileOf(collateral[r]) + 3 * quintileCells] += 1;
    cellCounts[at + fates * quintileOf(conditions[r]) + 4 * quintileCells] += 1;
  }
  for (let cell = 0; cell < quintiles.length; cell++) quintiles[cell] += cellCounts[cell];
}

/** 0 … 4: the quintile of a standard normal trait. */
function quintileOf(x: number): number {
  return Number(x > cut20) + Number(x > cut40) + Number(x > cut60) + Number(x > cut80);
}

function countByLender({ lenders }: Tables, costs: LenderCosts): void {
  const width = lenderSums.length;
  for (let j = 0; j * width < lenders.length; j++) {
    lenders[j * width] += quotesOf(j);
    countLoans(lenders, j * width, costs, j);
  }
}

/** How many ask lender j. */
function quotesOf(j: number): number {
  const { n, asked } = roll;
  let quotes = 0;
  for (let r = 0; r < n; r++) quotes += (asked[r] >>> j) & 1;
  return quotes;
}

/** Adds the loans of lender j to `sums[at …]`. */
function countLoans(sums: Float64Array, at: number, costs: LenderCosts, j: number): void {
  const loans = loansBy(j);
  const { loansOf, defaulted } = outcome;
  const { price } = terms;
  const { collateral } = visible;
  const first = j * pageSize;
  const cost = costs.cost[j];
  const recovery = costs.recovery[j];
  let profits = 0;
  let defaults = 0;
  for (let k = 0; k < loans; k++) {
    const r = loansOf[first + k];
    const bad = defaulted[first + k];
    const back = recovered(recovery, collateral[r], price[r]);
    const profit = bad * back + (1 - bad) * price[r] - cost;
    profits += Math.floor(profit * weightUnit + 0.5);
    defaults += bad;
  }
  sums[at + 1] += loans;
  sums[at + 2] += profits;
  sums[at + 3] += defaults;
}

/** Adds the tables of one thread to another's. */
function add(into: Tables, tables: Tables): void {
  for (const name of ['fates', 'truth', 'quintiles', 'lenders'] as const) {
    for (let k = 0; k < into[name].length; k++) into[name][k] += tables[name][k];
  }
}

/** What a thread found in its share of a market; sums and scorecards are those of the whole. */
export interface Part {
  readonly tables: Tables;
  readonly covered: number;
  readonly sums: Float64Array;
  readonly posted: Float64Array;
}

/** The ledger of a market from the parts of all threads. */
export function ledgerOf(market: Market, world: World, parts: readonly Part[]): Ledger {
  const { borrowers, quarters, burnIn, lenders } = market;
  const tables = createTables(lenders.length);
  let covered = 0;
  for (const part of parts) {
    add(tables, part.tables);
    covered += part.covered;
  }
  const { sums, posted } = parts[0];
  return { world, borrowers, quarters, burnIn, sums, posted, ...asTables(tables), covered };
}

/** The tables as the ledger has them. */
function asTables({ fates: counts, truth, quintiles, lenders }: Tables) {
  return {
    histograms: histogramsOf(counts, truth),
    quintiles: quintilesOf(quintiles),
    lenders,
  };
}

function histogramsOf(counts: Float64Array, truth: Float64Array): Float64Array {
  const histograms = new Float64Array(histogramNames.length * logitBins);
  for (let bin = 0; bin < logitBins; bin++) {
    const repaid = counts[bin * fates + 2];
    const defaulted = counts[bin * fates + 3];
    const loans = repaid + defaulted;
    const applications = counts[bin * fates] + counts[bin * fates + 1] + loans;
    const funded = truth[bin * 2 + 1];
    const bad = truth[bin * 2] + funded;
    // In the order of `histogramNames`.
    histograms[bin] = applications * weightUnit - bad;
    histograms[bin + logitBins] = bad;
    histograms[bin + 2 * logitBins] = repaid;
    histograms[bin + 3 * logitBins] = defaulted;
    histograms[bin + 4 * logitBins] = loans * weightUnit - funded;
    histograms[bin + 5 * logitBins] = funded;
  }
  return histograms;
}

function quintilesOf(counts: Float64Array): Float64Array {
  const width = quintileCounts.length;
  const quintiles = new Float64Array((counts.length / fates) * width);
  for (let cell = 0; cell * fates < counts.length; cell++) {
    const declined = counts[cell * fates + 1];
    const defaulted = counts[cell * fates + 3];
    const loans = counts[cell * fates + 2] + defaulted;
    // In the order of `quintileCounts`.
    quintiles[cell * width] = counts[cell * fates] + declined + loans;
    quintiles[cell * width + 1] = declined + loans;
    quintiles[cell * width + 2] = loans;
    quintiles[cell * width + 3] = defaulted;
  }
  return quintiles;
}
