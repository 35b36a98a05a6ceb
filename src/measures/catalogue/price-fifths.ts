import { type Ledger, priceBins, priceCounts } from '../../engine/index.ts';
import { fewestLoans, largest, lendersOf, ofLender } from './lender-books.ts';
import { proportion, type Measure } from '../measure.ts';
import { quotient } from '../sums.ts';

/** Loans of one lender in one fifth of its prices. */
export interface PriceFifth {
  readonly loans: number;
  readonly defaults: number;
  readonly estimate: number;
}

/**
 * One lender's loans by fifth of its price, cheapest first, merged from bins (docs/model.md §9.2): a bin belongs to the fifth
 * in which the middle of its loans lies.
 */
export function priceFifths(ledger: Ledger, lender: number): PriceFifth[] {
  const fifths = [0, 1, 2, 3, 4].map(() => ({ loans: 0, defaults: 0, estimate: 0 }));
  const all = ofLender(ledger, lender, 'loans');
  let below = 0;
  for (let bin = 0; bin < priceBins; bin++) {
    const at = (lender * priceBins + bin) * priceCounts.length;
    const [loans, defaults, estimate] = ledger.prices.subarray(at, at + priceCounts.length);
    if (loans > 0) {
      const fifth = fifths[Math.min(4, Math.floor((5 * (below + loans / 2)) / all))];
      fifth.loans += loans;
      fifth.defaults += defaults;
      fifth.estimate += estimate;
      below += loans;
    }
  }
  return fifths;
}

/** Whether lenders' estimates are right among cheap and among dear loans. */
export const priceGap: Measure = {
  id: 'lender-price-gap',
  title: 'Largest gap between estimate and defaults in a fifth of a lender’s prices',
  unit: 'share of loans',
  range: proportion,
  better: 'lower',
  population: `among lenders with at least ${fewestLoans} loans, by fifth of price`,
  source: 'model §9.2: fifths of price',
  series: false,
  of: (ledger) =>
    largest(
      lendersOf(ledger)
        .filter((lender) => ofLender(ledger, lender, 'loans') >= fewestLoans)
        .flatMap((lender) => priceFifths(ledger, lender))
        .filter(({ loans }) => loans > 0)
        .map(({ loans, defaults, estimate }) => Math.abs(quotient(estimate - defaults, loans))),
    ),
};
