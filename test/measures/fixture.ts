import {
  beliefNames,
  bookSums,
  defaultKinds,
  histogramNames,
  lenderSums,
  logitBins,
  priceBins,
  priceCounts,
  quintileCounts,
  sumNames,
  traitNames,
  type BookSumName,
  type HistogramName,
  type LenderSumName,
  type Ledger,
  type SumName,
} from '../../src/engine/ledger.ts';
import type { World } from '../../src/engine/setup.ts';

interface Contents {
  readonly world?: World;
  readonly borrowers?: number;
  readonly burnIn?: number;
  /** 1 unless said otherwise: every quarter's loans end within it. */
  readonly term?: number;
  /** Sums by quarter: `sums[t].loans`; what is not named is 0. */
  readonly sums: readonly Partial<Record<SumName, number>>[];
  /** `[bin, weight]` pairs by histogram. */
  readonly histograms?: Partial<Record<HistogramName, readonly (readonly [number, number])[]>>;
  /** Applications and approvals by quintile, for every trait. */
  readonly quintiles?: readonly (readonly [number, number])[];
  /** Sums by lender; what is not named is 0. */
  readonly lenders?: readonly Partial<Record<LenderSumName, number>>[];
  /** Books by quarter and lender: `books[t][j].apr`; what is not named is 0. */
  readonly books?: readonly (readonly Partial<Record<BookSumName, number>>[])[];
  /** `[lender, bin, loans, defaults, Σ estimate]`. */
  readonly prices?: readonly (readonly [number, number, number, number, number])[];
  /** `[quarter, instalment, cannot pay, will not pay]`. */
  readonly ages?: readonly (readonly [number, number, number, number])[];
  /** θ by quarter. */
  readonly theta?: readonly number[];
  readonly covered?: number;
}

/** No measure reads what was posted. */
const nothing = new Float64Array(0);
const posted: Ledger['posted'] = { cards: nothing, times: nothing, learned: nothing };

/** A ledger made by hand, for cases that can be computed on paper. */
export function ledgerOf(contents: Contents): Ledger {
  const quarters = contents.sums.length;
  const sums = new Float64Array(quarters * sumNames.length);
  for (const [quarter, row] of contents.sums.entries()) {
    for (const [i, name] of sumNames.entries())
      sums[quarter * sumNames.length + i] = row[name] ?? 0;
  }
  const histograms = new Float64Array(histogramNames.length * logitBins);
  for (const [i, name] of histogramNames.entries()) {
    for (const [bin, weight] of contents.histograms?.[name] ?? []) {
      histograms[i * logitBins + bin] += weight;
    }
  }
  const quintiles = new Float64Array(traitNames.length * 5 * quintileCounts.length);
  for (let trait = 0; trait < traitNames.length; trait++) {
    for (const [q, [applications, approvals]] of (contents.quintiles ?? []).entries()) {
      quintiles.set([applications, approvals], (trait * 5 + q) * quintileCounts.length);
    }
  }
  const term = contents.term ?? 1;
  const books = contents.lenders ?? [];
  const lenders = new Float64Array(books.length * lenderSums.length);
  for (const [i, book] of books.entries()) {
    for (const [k, name] of lenderSums.entries())
      lenders[i * lenderSums.length + k] = book[name] ?? 0;
  }
  const byQuarter = new Float64Array(quarters * books.length * bookSums.length);
  for (const [quarter, row] of (contents.books ?? []).entries()) {
    for (const [i, book] of row.entries()) {
      const values = bookSums.map((name) => book[name] ?? 0);
      byQuarter.set(values, (quarter * books.length + i) * bookSums.length);
    }
  }
  const prices = new Float64Array(books.length * priceBins * priceCounts.length);
  for (const [lender, bin, ...counts] of contents.prices ?? []) {
    prices.set(counts, (lender * priceBins + bin) * priceCounts.length);
  }
  const ages = new Float64Array(quarters * term * defaultKinds.length);
  for (const [quarter, instalment, ...counts] of contents.ages ?? []) {
    ages.set(counts, (quarter * term + instalment - 1) * defaultKinds.length);
  }
  const beliefs = new Float64Array(quarters * beliefNames.length);
  for (const [quarter, theta] of (contents.theta ?? []).entries()) {
    beliefs[quarter * beliefNames.length] = theta;
  }
  return {
    world: contents.world ?? 'actual',
    borrowers: contents.borrowers ?? 100,
    quarters,
    burnIn: contents.burnIn ?? 0,
    term,
    sums,
    beliefs,
    ages,
    prices,
    histograms,
    quintiles,
    lenders,
    books: byQuarter,
    posted,
    covered: contents.covered ?? 0,
  };
}

/** The ledger of two markets side by side: every total added up. */
export function merge(a: Ledger, b: Ledger): Ledger {
  const add = (x: Float64Array, y: Float64Array) => x.map((value, i) => value + y[i]);
  return {
    ...a,
    borrowers: a.borrowers + b.borrowers,
    sums: add(a.sums, b.sums),
    histograms: add(a.histograms, b.histograms),
    quintiles: add(a.quintiles, b.quintiles),
    lenders: add(a.lenders, b.lenders),
    books: add(a.books, b.books),
    prices: add(a.prices, b.prices),
    ages: add(a.ages, b.ages),
    covered: a.covered + b.covered,
  };
}
