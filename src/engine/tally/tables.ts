import { pageSize } from '../../random/draws.ts';
import { hidden } from '../columns/hidden.ts';
import { outcome } from '../columns/outcome.ts';
import { roll } from '../columns/roll.ts';
import { leavesPerPage } from '../columns/shape.ts';
import { terms } from '../columns/terms.ts';
import { visible } from '../columns/visible.ts';
import {
  counts,
  histogramNames,
  logitBins,
  priceBins,
  priceCounts,
  quintileCounts,
  traitNames,
} from '../ledger.ts';
import { Status, vintageStart, type LoanBook, type LoanQuarter } from '../loans/book.ts';
import type { Allocate } from '../memory/allocate.ts';
import { capacityFifths, fifthIn, fifthOf, fifthsTogether } from '../people/fifths.ts';
import type { Population } from '../people/population.ts';
import type { TallyPlan } from './plan.ts';
import type { LogOdds, TotalRepayment } from '../../units.ts';

/**
 * The ledger's tables of whole numbers while they fill. Whole numbers add up exactly, so that neither the order of pages nor
 * the number of threads matters.
 */
export interface Tables {
  /** Shape (quarters × term × 2). */
  readonly ages: Float64Array;
  /** Shape (histogramNames × logitBins). */
  readonly histograms: Float64Array;
  /** By the quintiles of all traits together (people/fifths.ts), from which each trait's follow. Shape (3,125 × quintileCounts). */
  readonly quintiles: Float64Array;
  /** Loans, defaults, Σ of estimates in units of 2⁻²⁰, and the rest of it in units of 2⁻⁴⁰. Shape (lenders × bins × 4). */
  readonly prices: Float64Array;
  /** Borrowers on whom somebody else could read something at the end of the run. Shape (1). */
  readonly covered: Float64Array;
}

/** Where the loans of the book stand in the tables, at the places of the book. */
export interface BookCells {
  /** Bin of the estimate's log-odds, plus `logitBins` times the quintile of capacity at signing: the one trait that moves. */
  readonly cell: Uint16Array;
}

const unit = 1048576; // 2²⁰
const priceWidth = 4;
const traits = traitNames.length;
const cellWidth = quintileCounts.length;
const binsPerUnit = logitBins / 16;

export function createTables({
  quarters,
  term,
  lenders,
}: Pick<TallyPlan, 'quarters' | 'term' | 'lenders'>): Tables {
  return {
    ages: new Float64Array(quarters * term * 2),
    histograms: new Float64Array(histogramNames.length * logitBins),
    quintiles: new Float64Array(fifthsTogether * cellWidth),
    prices: new Float64Array(lenders * priceBins * priceWidth),
    covered: new Float64Array(1),
  };
}

export function createCells({ count, capacity }: LoanBook, allocate: Allocate): BookCells {
  const n = count.length * capacity;
  return {
    cell: new Uint16Array(allocate(2 * n)),
  };
}

/** Adds the tables of one thread to another's. */
export function addTables(into: Tables, tables: Tables): void {
  for (const name of ['ages', 'histograms', 'quintiles', 'prices', 'covered'] as const) {
    for (let k = 0; k < into[name].length; k++) into[name][k] += tables[name][k];
  }
}

/** The price table as the ledger has it. Shape (lenders × bins × priceCounts). */
export function pricesOf({ prices }: Tables): Float64Array {
  const cells = prices.length / priceWidth;
  const out = new Float64Array(cells * priceCounts.length);
  for (let c = 0; c < cells; c++) {
    out[c * 3] = prices[c * priceWidth];
    out[c * 3 + 1] = prices[c * priceWidth + 1];
    out[c * 3 + 2] = (prices[c * priceWidth + 2] + prices[c * priceWidth + 3] / unit) / unit;
  }
  return out;
}

/** The quintile table as the ledger has it. Shape (traits × 5 × quintileCounts). */
export function quintilesOf({ quintiles }: Tables): Float64Array {
  const out = new Float64Array(traits * 5 * cellWidth);
  for (let together = 0; together < fifthsTogether; together++) {
    for (let t = 0; t < traits; t++) {
      const at = (5 * t + fifthIn(together, t)) * cellWidth;
      for (let c = 0; c < cellWidth; c++) out[at + c] += quintiles[together * cellWidth + c];
    }
  }
  return out;
}

/** Adds a page's quarter to the tables: its applications, and the loans that defaulted. */
export function tallyTables(
  plan: TallyPlan,
  tables: Tables,
  cells: BookCells,
  people: Population,
  book: LoanBook,
  now: LoanQuarter,
  page: number,
  quarter: number,
): void {
  writeCells(cells, book, page, quarter);
  if (counts(plan, quarter)) {
    let from = 0;
    for (let leaf = 0; leaf < leavesPerPage; leaf++) {
      countApplicants(tables, people, from, roll.leafOriginals[leaf]);
      countLoansByPrice(plan, tables, from, roll.leafOriginals[leaf]);
      from = roll.leafEnd[leaf];
    }
  }
  for (let age = Math.min(plan.term - 1, quarter); age >= 0; age--) {
    countDefaults(plan, tables, cells, people, book, now, page, quarter, age);
  }
}

/** Where this quarter's loans stand. */
function writeCells({ cell }: BookCells, book: LoanBook, page: number, quarter: number): void {
  const vintage = quarter % book.term;
  const start = vintageStart(book, page, vintage);
  const end = start + book.count[page * book.term + vintage];
  for (let at = start; at < end; at++) {
    const r = roll.rowOf[book.slot[at]];
    cell[at] = binOf(terms.logOdds[r]) + logitBins * fifthOf(hidden.capacity[roll.person[r]]);
  }
}

/** Bin of these log-odds; the ends are open. */
function binOf(logOdds: LogOdds): number {
  const bin = Math.floor((logOdds + 8) * binsPerUnit);
  return bin >= 0 ? (bin < logitBins ? bin : logitBins - 1) : 0;
}

/** Applications by estimate and by trait. A loan is a good one until it defaults. */
function countApplicants(
  { histograms, quintiles }: Tables,
  people: Population,
  from: number,
  to: number,
): void {
  const { approved, logOdds } = terms;
  const { taken, pd } = outcome;
  const { person, first } = roll;
  for (let r = from; r < to; r++) {
    const bin = binOf(logOdds[r]);
    const bad = Math.floor(pd[r] * unit + 0.5);
    const loan = taken[r];
    histograms[bin] += unit - bad;
    histograms[logitBins + bin] += bad;
    histograms[2 * logitBins + bin] += loan;
    histograms[4 * logitBins + bin] += loan * (unit - bad);
    histograms[5 * logitBins + bin] += loan * bad;
    const fifth = fifthOf(hidden.capacity[person[r]]);
    const cell = (people.fifths[first + person[r]] + capacityFifths * fifth) * cellWidth;
    quintiles[cell] += 1;
    quintiles[cell + 1] += approved[r];
    quintiles[cell + 2] += loan;
  }
}

/** 0 … 99: where a price lies between 1 and the cap. */
function priceBinOf(price: TotalRepayment, cap: TotalRepayment): number {
  if (!(cap > 1)) return 0;
  const bin = Math.floor((priceBins * (price - 1)) / (cap - 1));
  return bin > 0 ? (bin < priceBins ? bin : priceBins - 1) : 0;
}

function countLoansByPrice(
  { cap, term }: TallyPlan,
  { prices }: Tables,
  from: number,
  to: number,
): void {
  const { lender, instalment, estimate } = terms;
  const { taken } = outcome;
  const { size } = visible;
  for (let r = from; r < to; r++) {
    if (taken[r] === 0) continue;
    const price = (instalment[r] * term) / size[r]; // as the book has it
    const at = (lender[r] * priceBins + priceBinOf(price, cap)) * priceWidth;
    const scaled = estimate[r] * unit;
    const whole = Math.floor(scaled);
    prices[at] += 1;
    prices[at + 2] += whole;
    prices[at + 3] += Math.floor((scaled - whole) * unit + 0.5);
  }
}

/** Loans of this age, not of twins, that defaulted in the quarter. After `settle`, which lists those that ended. */
function countDefaults(
  plan: TallyPlan,
  { ages, histograms, quintiles, prices }: Tables,
  { cell }: BookCells,
  people: Population,
  book: LoanBook,
  now: LoanQuarter,
  page: number,
  quarter: number,
  age: number,
): void {
  const { status, slot, lender, size, instalment } = book;
  const { term } = plan;
  const signed = quarter - age;
  const vintage = signed % term;
  const start = vintageStart(book, page, vintage);
  const local = vintage * book.capacity;
  const counted = counts(plan, signed);
  const end = local + now.endedCount[vintage];
  for (let k = local; k < end; k++) {
    const at = start + now.ended[k];
    if (slot[at] >= pageSize || status[at] === Status.repaid) continue;
    ages[(signed * term + age) * 2 + Number(status[at] === Status.willNotPay)] += 1;
    if (!counted) continue;
    const bin = cell[at] % logitBins;
    histograms[2 * logitBins + bin] -= 1;
    histograms[3 * logitBins + bin] += 1;
    const price = (instalment[at] * term) / size[at];
    prices[(lender[at] * priceBins + priceBinOf(price, plan.cap)) * priceWidth + 1] += 1;
    const together =
      people.fifths[roll.first + slot[at]] + capacityFifths * Math.floor(cell[at] / logitBins);
    quintiles[together * cellWidth + 3] += 1;
  }
}
