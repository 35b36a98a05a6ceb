import { defineFact } from '../../fact.ts';
import { matureLoans } from '../../read/mature.ts';
import { rankCorrelation } from '../../../math/statistics.ts';

export const incomeAndDefault = defineFact({
  id: 'income-and-default',
  title: 'Income says little about default',
  source: 'LendingClub and Give Me Some Credit: -.05 to -.10',
  kind: 'published',
  band: [-0.12, -0.03],
  unit: 'Spearman correlation',
  population: 'loans taken; income as the lender sees it',
  value: -0.07,
  fitted: true,
  needs: { market: matureLoans },
  of: ({ market: { loans } }) => rankCorrelation([...loans.incomeInferred], [...loans.defaulted]),
});
