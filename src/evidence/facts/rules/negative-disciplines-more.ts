import { defineFact } from '../../fact.ts';
import type { Seen } from '../../seen.ts';
import { mean } from '../../../math/statistics.ts';

/** Effort of each borrower with a loan, mean over the quarters of its loans. */
function effortOf({ loans }: Seen): Map<number, number> {
  const sums = new Map<number, { effort: number; quarters: number }>();
  for (let row = 0; row < loans.n; row++) {
    const sum = sums.get(loans.borrower[row]) ?? { effort: 0, quarters: 0 };
    sum.effort += loans.effort[row] * loans.endedAt[row];
    sum.quarters += loans.endedAt[row];
    sums.set(loans.borrower[row], sum);
  }
  return new Map(
    [...sums].map(([borrower, { effort, quarters }]) => [borrower, effort / quarters]),
  );
}

export const negativeDisciplinesMore = defineFact({
  id: 'negative-disciplines-more',
  title: 'Effort is higher when only defaults are shared',
  source: 'Padilla & Pagano 2000',
  kind: 'theory',
  band: '+',
  unit: 'effort, negative-only less full, same borrowers',
  population: 'borrowers who get a loan in both',
  value: '+',
  fitted: false,
  needs: {
    negative: { institution: 'negative-only', watch: { loans: true } },
    full: { institution: 'full-sharing', watch: { loans: true } },
  },
  of: ({ negative, full }) => {
    const inFull = effortOf(full);
    const differences = [...effortOf(negative)].flatMap(([borrower, effort]) => {
      const other = inFull.get(borrower);
      return other === undefined ? [] : [effort - other];
    });
    return mean(differences);
  },
});
