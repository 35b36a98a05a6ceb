import { defineFact } from '../../fact.ts';
import type { Seen } from '../../seen.ts';
import { rowsWhere, totalOver } from '../../read/grades.ts';

/** Mean price of home lenders' loans beyond what they break even at, per unit lent. */
function markupOf({ loans }: Seen): number {
  const rows = rowsWhere(loans.n, (row) => loans.isHome[row] === 1 && loans.breakEven[row] > 0);
  return (totalOver(loans.price, rows) - totalOver(loans.breakEven, rows)) / rows.length;
}

export const sharingLowersHoldUp = defineFact({
  id: 'sharing-lowers-hold-up',
  title: 'Sharing lowers what an inside lender earns on its own customers',
  source: 'Sharpe 1990; Padilla & Pagano 1997',
  kind: 'theory',
  band: '-',
  unit: 'home lender’s mark-up, full less none',
  population: 'loans by home lender',
  value: '-',
  fitted: false,
  needs: {
    full: { institution: 'full-sharing', watch: { loans: true } },
    none: { institution: 'none', watch: { loans: true } },
  },
  of: ({ full, none }) => markupOf(full) - markupOf(none),
});
