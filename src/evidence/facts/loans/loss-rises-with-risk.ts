import { defineFact } from '../../fact.ts';
import { matureLoans } from '../../read/mature.ts';
import { gradesOf, totalOver } from '../../read/grades.ts';

export const lossRisesWithRisk = defineFact({
  id: 'loss-rises-with-risk',
  title: 'Loss given default rises with the grade',
  source: 'LendingClub: A .51, B .56, C .59, D .61, E .63, F .63',
  kind: 'published',
  band: [0.02, 0.25],
  unit: 'worst less best sixth of grades',
  population: 'defaulted loans by grade',
  value: 0.12,
  fitted: false,
  how: 'risky loans fail earlier',
  needs: { market: matureLoans },
  of: ({ market: { loans } }) => {
    const [best, , , , , worst] = gradesOf(loans, 6).map((rows) => {
      const failed = rows.filter((row) => loans.defaulted[row] === 1);
      return 1 - totalOver(loans.received, failed) / totalOver(loans.size, failed);
    });
    return worst - best;
  },
});
