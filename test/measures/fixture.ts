import {
  histogramNames,
  lenderSums,
  logitBins,
  quintileCounts,
  sumNames,
  traitNames,
  type HistogramName,
  type Ledger,
  type SumName,
} from '../../src/engine/ledger.ts';
import type { World } from '../../src/engine/setup.ts';

interface Contents {
  readonly world?: World;
  readonly borrowers?: number;
  readonly burnIn?: number;
  /** Sums by quarter: `sums[t].loans`; what is not named is 0. */
  readonly sums: readonly Partial<Record<SumName, number>>[];
  /** `[bin, weight]` pairs by histogram. */
  readonly histograms?: Partial<Record<HistogramName, readonly (readonly [number, number])[]>>;
  /** Applications and approvals by quintile, for every trait. */
  readonly quintiles?: readonly (readonly [number, number])[];
  /** Loans by lender. */
  readonly loansByLender?: readonly number[];
  readonly covered?: number;
}

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
  const loans = contents.loansByLender ?? [];
  const lenders = new Float64Array(loans.length * lenderSums.length);
  for (const [i, n] of loans.entries()) {
    lenders[i * lenderSums.length + lenderSums.indexOf('loans')] = n;
  }
  return {
    world: contents.world ?? 'actual',
    borrowers: contents.borrowers ?? 100,
    quarters,
    burnIn: contents.burnIn ?? 0,
    sums,
    histograms,
    quintiles,
    lenders,
    posted: new Float64Array(0),
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
    covered: a.covered + b.covered,
  };
}
