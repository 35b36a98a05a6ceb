import { proportion, type Measure } from '../measure.ts';
import { lenderGaps, lendersOf, ofLender } from './lender-books.ts';
import { priceGap } from './price-fifths.ts';
import { ratio } from '../sums.ts';

/** The lenders' side of the market. */
export const market: readonly Measure[] = [
  {
    id: 'loan-concentration',
    title: 'Concentration of lending (HHI)',
    unit: 'sum of squared shares, 0..1',
    range: proportion,
    better: 'lower',
    population: 'among loans taken',
    source: 'Herfindahl–Hirschman index of lenders’ shares in loans',
    series: false,
    of: (ledger) =>
      herfindahl(lendersOf(ledger).map((lender) => ofLender(ledger, lender, 'loans'))),
  },
  {
    id: 'exploratory-share',
    title: 'Exploratory loans',
    unit: 'share of loans',
    range: proportion,
    better: 'neither',
    population: 'among loans taken',
    source: 'model §5: granted although refused, so that lenders never stop learning',
    series: false,
    of: ratio('exploratoryLoans', 'loans'),
  },
  ...lenderGaps,
  priceGap,
];

/** Sum of squared shares, 1/n (equal) to 1 (one holds all); NaN when the total is zero. */
export function herfindahl(parts: readonly number[]): number {
  let total = 0;
  let squares = 0;
  for (const part of parts) {
    total += part;
    squares += part * part;
  }
  return total === 0 ? NaN : squares / (total * total);
}
