import { defineFact } from '../../fact.ts';
import { matureLoans } from '../../read/mature.ts';
import { gradesOf, totalOver } from '../../read/grades.ts';

export const returnRisesWithRisk = defineFact({
  id: 'return-rises-with-risk',
  title: 'Lenders earn a little more on riskier grades',
  source: 'LendingClub: 1.073 (A) to 1.168 (F); data/lendingclub_2007_2010 (paid_per_funded)',
  kind: 'published',
  band: [0, 0.15],
  unit: 'total paid per unit lent, sixth grade less first',
  population: 'loans by grade',
  value: 0.1,
  fitted: false,
  how: 'three-year loans; sign and order of size for a loan of a year',
  needs: { market: matureLoans },
  of: ({ market: { loans } }) => {
    const [first, , , , , sixth] = gradesOf(loans, 6).map(
      (rows) => totalOver(loans.received, rows) / totalOver(loans.size, rows),
    );
    return sixth - first;
  },
});
